using System.Buffers;
using KzFacts.Api.Serving;
using KzFacts.Data;
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
        var snapshot = host.Current;
        using var lane = host.Rent(snapshot, http.RequestAborted);
        QueryBinder.Bind(http.Request.Query, lane, filter, request);
        if (filter.Q is null) throw new InvalidParametersException([new("q", "it is missing.", "give the words to search for, such as q=peacekeepers")]);
        if (http.IsNotModified(snapshot)) return;
        lane.Buffer.WriteItems(snapshot, each => Collections.Facts.Search(lane, filter with { Page = new() { Limit = request.Limit ?? 20 } }, request.Expand is not null, each));
        lane.Buffer.Write("}"u8);
        await http.SendJsonAsync(lane);
    }
}
