using KzFacts.Api.Formats;
using KzFacts.Api.Serving;
using KzFacts.Data.Querying;

namespace KzFacts.Api.Rest;

/// <summary>What is held of pages, by their addresses.</summary>
static class LookupEndpoint
{
    /// <summary>What one request may send: room for its addresses, however they are escaped.</summary>
    public const int MostBytes = 512 * 1024;

    /// <summary>What is put together before it leaves: within it, a failure is still a clean problem.</summary>
    const int MostHeldBack = 256 * 1024;

    public const string Example = """{"urls":["https://example.org/article","https://t.co/AbCdEfGhIj"]}""";

    static readonly string[] Formats = ["json", "ld+json"];

    /// <summary>The addresses to look up.</summary>
    public sealed record Addresses(IReadOnlyList<string> Urls);

    public static void MapLookup(this IEndpointRouteBuilder routes)
    {
        routes.MapOperation("/lookup", new("lookup", null, OperationKind.Lookup, [typeof(LookupRequest)]) { Formats = Formats }, LookupAsync);
        routes.MapOperation("/lookup", new("lookupAll", null, OperationKind.Lookups, [typeof(LookupsRequest)]), LookupAllAsync);
    }

    static async Task LookupAsync(HttpContext http, SnapshotHost host)
    {
        var request = new LookupRequest();
        var snapshot = http.Lease(host);
        using var lane = await host.RentAsync(snapshot, Work.Cheap, http.RequestAborted);
        QueryBinder.Bind(http.Request.Query, lane, request);
        if (request.Url is null) throw new InvalidParametersException([new("url", "it is missing.", "give the address of a page, such as url=https://example.org/article")]);
        if (http.Negotiate(request.Format, Formats) is not { } format)
        {
            await Problems.WriteAsync(http, Problems.NotAcceptable);
            return;
        }
        if (http.IsNotModified(snapshot)) return;
        Lookup.Write(lane, Lookup.Find(lane, request.Url), format == "json" ? request.Options : request.Options with { WithClaims = true }, lane.Buffer);
        if (format == "json") await http.SendBufferAsync(lane);
        else await http.SendAsync(new JsonLd(lane, http.PublicUrl(), request.AsOf).OfLookup(lane.Buffer.WrittenMemory), Http.ContentTypeOf(format), lane);
    }

    static async Task LookupAllAsync(HttpContext http, SnapshotHost host)
    {
        var request = new LookupsRequest();
        var urls = (await JsonBody.ReadAsync<Addresses>(http, MostBytes, Example)).Urls;
        var snapshot = http.Lease(host); // after the body has come: a slow one outlives snapshots
        var done = 0;
        using var part = AnswerBuffer.New();
        using var json = Envelope.BeginList(part, snapshot.State.Revision);
        IReadOnlyList<LookupPage>? pages = null;
        do
        {
            // Part by part, each on a lane of its own: a client that reads slowly holds none.
            using (var lane = await host.RentAsync(snapshot, Work.Costly, http.RequestAborted))
            {
                if (pages is null)
                {
                    QueryBinder.Bind(http.Request.Query, lane, request);
                    pages = Lookup.FindAll(lane, urls);
                }
                for (; done < pages.Count && part.WrittenCount + json.BytesPending <= MostHeldBack; done++)
                    Lookup.Write(lane, pages[done], request.Options, json);
            }
            if (done == pages.Count)
            {
                json.WriteEndArray();
                json.WriteEndObject();
            }
            await json.FlushAsync(http.RequestAborted);
            await http.SendPartAsync(part);
        }
        while (done < pages.Count);
    }
}
