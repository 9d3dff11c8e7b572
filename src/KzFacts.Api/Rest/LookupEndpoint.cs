using System.Buffers;
using System.Net.Mime;
using System.Text.Json.Nodes;
using KzFacts.Api.Formats;
using KzFacts.Api.Serving;
using KzFacts.Api.Web;
using KzFacts.Data.Querying;

namespace KzFacts.Api.Rest;

/// <summary>What the pages at given addresses claim.</summary>
static class LookupEndpoint
{
    /// <summary>The most bytes of a request body. They suffice for all its addresses, however they are escaped.</summary>
    public const int MostBytes = 512 * 1024;

    /// <summary>The size up to which an answer is built before anything is sent. Up to then, a failure still gets a proper
    /// error.</summary>
    const int MostHeldBack = 256 * 1024;

    public const string Example = """{"urls":["https://example.org/article","https://t.co/AbCdEfGhIj"]}""";

    static readonly string[] Formats = ["json", "ld+json"];

    /// <summary>The addresses to look up.</summary>
    public sealed record Addresses(IReadOnlyList<string> Urls);

    public static void MapLookup(this IEndpointRouteBuilder routes)
    {
        routes.MapOperation("/lookup", One, LookupAsync).WithName("lookup").WithTags(Tags.Search)
            .WithSummary("Look a page up by its address")
            .WithDescription(
                "What a page claims, fact by fact. The match says step by step how the address was found. An address that matches " +
                "nothing is answered with status 200: no facts are held of the page, which says nothing about its truth. Nothing is " +
                "ever fetched.");
        routes.MapOperation("/lookup", Many, LookupAllAsync).WithName("lookupAll").WithTags(Tags.Search)
            .WithSummary("Look pages up by their addresses").WithDescription(
                "What each page claims, in the order of the addresses. If one address is invalid, nothing is looked up.");
    }

    static readonly Operation One = new(typeof(LookupAnswer))
    {
        Parameters = [typeof(AddressLookupRequest)], Required = ["url"],
        Missing = "give the address of a page, such as url=https://example.org/article",
        Formats = Formats, Success = "What the page claims.",
        Example = (examples, format) => format == "json" ? AnswerOf(examples) : null,
    };

    static readonly Operation Many = new(typeof(AnswerList<LookupAnswer>))
    {
        Parameters = [typeof(LookupRequest)], Success = "What the pages claim.",
        Body = new(typeof(Addresses), $"1 to {Lookup.MostUrls} addresses, at most {MostBytes} bytes.",
            crisis =>
                crisis.Link is { } link ? new JsonObject { ["urls"] = new JsonArray(link, "https://t.co/AbCdEfGhIj") }
                : JsonNode.Parse(Example)),
        Example = (examples, _) => ExampleReading.ListOf(AnswerOf(examples)),
    };

    static JsonObject? AnswerOf(ExampleReading examples)
    {
        if (examples.Crisis.Link is not { } link) return null;
        var answer = new ArrayBufferWriter<byte>();
        LookupWriter.Write(examples.Lane, Lookup.Find(examples.Lane, link), new(), answer);
        var node = JsonNode.Parse(answer.WrittenSpan)!.AsObject();
        if (node["source"] is null) return null;
        node["claims"] = ExampleReading.First(node["claims"]!, 1);
        return node;
    }

    static async Task LookupAsync(HttpContext http, SnapshotHost host)
    {
        var request = new AddressLookupRequest();
        var snapshot = http.Lease(host);
        using var lane = await host.RentAsync(snapshot, Work.Cheap, http.RequestAborted);
        QueryBinder.Bind(http, lane, request);
        var format = http.Negotiate(request.Format, Formats);
        if (http.IsAnswered(snapshot, format)) return;
        LookupWriter.Write(lane, Lookup.Find(lane, request.Url!), format == "json"
            ? request.Options : request.Options with { WithClaims = true }, lane.Buffer);
        if (format == "json") await http.SendBufferAsync(lane);
        else await http.SendAsync(new JsonLd(lane, http.PublicUrl(), request.AsOf).OfLookup(lane.Buffer.WrittenMemory),
            MediaTypes.ContentTypeOf(format), lane);
    }

    static async Task LookupAllAsync(HttpContext http, SnapshotHost host)
    {
        var request = new LookupRequest();
        http.TypeOfBody(MediaTypeNames.Application.Json);
        var urls = (await JsonBody.ReadAsync<Addresses>(http, MostBytes, Example)).Urls;
        var snapshot = http.Lease(host); // after the body has arrived: a slow body may outlast several snapshots
        var done = 0;
        using var part = AnswerBuffer.New();
        using var json = Envelope.BeginList(part, snapshot.State.Revision);
        IReadOnlyList<LookupPage>? pages = null;
        do
        {
            // The answer is sent in parts. Each part rents a lane of its own, so a client that reads slowly does not hold one.
            using (var lane = await host.RentAsync(snapshot, Work.Costly, http.RequestAborted))
            {
                if (pages is null)
                {
                    QueryBinder.Bind(http, lane, request);
                    pages = Lookup.FindAll(lane, urls);
                    http.IsAnswered(snapshot, "json", Validators.VariantOf(urls));
                }
                for (; done < pages.Count && part.WrittenCount + json.BytesPending <= MostHeldBack; done++)
                    LookupWriter.Write(lane, pages[done], request.Options, json);
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
