using KzFacts.Api.Serving;
using KzFacts.Data;
using KzFacts.Data.Facts;
using KzFacts.Data.Querying;

namespace KzFacts.Api.Rest;

/// <summary>Facts by their words, the best match first.</summary>
static class SearchEndpoint
{
    public static void MapSearch(this IEndpointRouteBuilder routes) =>
        routes.MapOperation("/search", new("search", Collections.Facts, OperationKind.Search, [typeof(AnyFactFilter), typeof(SearchRequest)]), SearchAsync);

    static async Task SearchAsync(HttpContext http, SnapshotHost host)
    {
        var (filter, request) = (new AnyFactFilter(), new SearchRequest());
        var snapshot = http.Lease(host);
        using var lane = await host.RentAsync(snapshot, Work.Costly, http.RequestAborted);
        QueryBinder.Bind(http.Request.Query, lane, filter, request);
        if (filter.Q is null) throw new InvalidParametersException([new("q", "it is missing.", "give the words to search for, such as q=peacekeepers")]);
        if (http.IsNotModified(snapshot)) return;
        var facets = (request.Facets ?? []).Select(word => Enum.GetValues<Facet>().First(facet => Words.Of(facet) == word)).ToList();
        FactSearch.Write(lane, snapshot.State.Revision, filter with { Page = new() { Limit = request.Limit ?? FactSearch.Default } }, new(request.Expand is not null, facets), lane.Buffer);
        await http.SendBufferAsync(lane);
    }
}
