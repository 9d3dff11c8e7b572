using KzFacts.Api.Serving;
using KzFacts.Data.Registries;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace KzFacts.Api.OpenApi;

/// <summary>The introduction to the API: its subject, and what all operations have in common.</summary>
sealed class ContractInfo(SnapshotHost host) : IDocumentFilter
{
    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context) =>
        swaggerDoc.Info = new(swaggerDoc.Info) { Description = Describe(host.Crisis) };

    static string Describe(Crisis crisis) => $"""
        Structured facts about {crisis.Name.En}: events, statements, price changes, deployments and tolls, each with the
        pages that claim it. Read only, without a key.

        **Lists** are ordered by first day, time and id, and come in pages: follow `next`, or send `nextCursor` as `after`.
        A parameter of type array may be repeated (up to 50 times); a fact is kept if it matches one of the values. A fact must match all
        parameters. Names, ids and words are exact: an unknown one is an error that suggests the closest existing one.
        `format=csv`, `ndjson` and `geojson` give all rows.

        **Days** are calendar days at the place; both ends of a range are included. `asOf` shows what was known by the end of a day in
        the time zone {crisis.Zone}.

        **Validators**: every answer has an ETag, for each format and encoding its own. Send it back as If-None-Match, and the answer
        is 304 until the facts change. The tags are weak: If-Match holds only for `*`, otherwise it is 412.

        **Methods**: every address that takes GET takes HEAD. Pages of any origin may read (CORS).

        **Errors** are RFC 9457 problem details; `errors` lists everything that is wrong, each with a stable `code`. The SQL statements of
        one request may take two seconds; those of a download, two seconds for each page of 500 rows. By default, a client may send 100
        requests a second on average and 1,000 at once; beyond that, it is answered 429.
        """;
}
