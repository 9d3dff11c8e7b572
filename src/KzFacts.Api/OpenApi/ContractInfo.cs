using KzFacts.Api.Serving;
using KzFacts.Data.Names;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace KzFacts.Api.OpenApi;

/// <summary>Introduces the API: what the served facts are about, and what all operations have in common.</summary>
sealed class ContractInfo(SnapshotHost host) : IDocumentFilter
{
    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context) =>
        swaggerDoc.Info = new(swaggerDoc.Info) { Description = Describe(host.Crisis) };

    static string Describe(Crisis crisis) => $"""
        Structured facts about {crisis.Name.En}: events, statements, price changes, deployments and tolls, each with the
        pages that claim it. Read only, without a key.

        **Lists** are in the order of first day, time and id, page by page: follow `next`, or give `nextCursor` as `after`. A parameter of
        type array may be repeated (up to 50 times) and keeps what fits any of its values; all parameters must fit. Names, ids and words are exact: an unknown
        one is an error that says what was probably meant. `format=csv`, `ndjson` and `geojson` give all rows.

        **Days** are those of the calendar at the place, both ends included. `asOf` shows what was known by the end of a day in the time zone {crisis.Zone}.

        **Validators**: every answer has an ETag; send it back as If-None-Match and get 304 until the facts change.

        **Methods**: every address takes HEAD as it takes GET. Reading is open to pages of any origin (CORS).

        **Errors** are RFC 9457 problem details, with what is wrong by parameter under `errors`. The statements of one request may take two seconds, those of a download two for each page of 500 rows.
        """;
}
