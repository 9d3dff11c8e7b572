using System.Buffers;
using System.Text.Json.Nodes;
using KzFacts.Api.Serving;
using KzFacts.Api.Web;
using KzFacts.Data.Facts;
using KzFacts.Data.Querying;

namespace KzFacts.Api.Rest;

/// <summary>Facts by their words, the best match first.</summary>
static class SearchEndpoint
{
    public static void MapSearch(this IEndpointRouteBuilder routes) =>
        routes.MapOperation("/search", Described, SearchAsync).WithName("search").WithTags(Tags.Search).WithSummary("Search facts")
            .WithDescription(
                "Facts by their words, the best match first (BM25; titles and names weigh most), each with the texts that contain the " +
                "words. There is only one page. All words must occur. If no fact has all of them, match is some, and the answer holds " +
                "facts with some of them. Names are found in any of their spellings and scripts, words by their stem, \"quoted words\" " +
                "together, toka* by its beginning. facets= counts all matches. Takes the filters of the list of facts.");

    static readonly Operation Described = new(typeof(SearchAnswer))
    {
        Parameters = [typeof(AnyFactFilter), typeof(SearchRequest)], Required = ["q"],
        Missing = "give the words to search for, such as q=peacekeepers", DefaultLimit = FactSearch.Default,
        Success = "The facts.",
        Example = (examples, _) =>
        {
            if (examples.Crisis.RareWord is not { } word) return null;
            var answer = new ArrayBufferWriter<byte>();
            FactSearch.Write(examples.Lane, ExampleReading.Revision, new() { Q = word, Page = new() { Limit = 1 } },
                new(Facets: [Facet.Kind]), answer);
            return JsonNode.Parse(answer.WrittenSpan) is { } found && found["items"]!.AsArray().Count > 0 ? found : null;
        },
    };

    static async Task SearchAsync(HttpContext http, SnapshotHost host)
    {
        var (filter, request) = (new AnyFactFilter(), new SearchRequest());
        var snapshot = http.Lease(host);
        using var lane = await host.RentAsync(snapshot, Work.Costly, http.RequestAborted);
        QueryBinder.Bind(http, lane, filter, request);
        if (http.IsAnswered(snapshot, "json")) return;
        var facets = (request.Facets ?? []).Select(word => Enum.GetValues<Facet>().First(facet => ClosedWords.Of(facet) == word)).ToList();
        FactSearch.Write(lane, snapshot.State.Revision, filter with { Page = new() { Limit = request.Limit ?? FactSearch.Default } },
            new(request.Expand is not null, facets), lane.Buffer);
        await http.SendBufferAsync(lane);
    }
}
