using KzFacts.Api.Serving;
using KzFacts.Data.Querying;

namespace KzFacts.Api.Rest;

/// <summary>What is held of a page's address.</summary>
static class LookupEndpoint
{
    public static void MapLookup(this IEndpointRouteBuilder routes) =>
        routes.MapOperation("/lookup", new("lookup", null, OperationKind.Lookup, [typeof(LookupRequest)]), LookupAsync);

    static async Task LookupAsync(HttpContext http, SnapshotHost host)
    {
        var request = new LookupRequest();
        var snapshot = host.Current;
        using var lane = host.Rent(snapshot, http.RequestAborted);
        QueryBinder.Bind(http.Request.Query, lane, request);
        if (request.Url is null) throw new InvalidParametersException([new("url", "it is missing.", "give the address of a page, such as url=https://example.org/article")]);
        if (http.IsNotModified(snapshot)) return;
        Lookup.Write(lane, request.Url, request.AsOf, request.Expand is not null, lane.Buffer);
        await http.SendJsonAsync(lane);
    }
}
