using System.Buffers;
using KzFacts.Api.Serving;
using KzFacts.Data;
using KzFacts.Data.Querying;

namespace KzFacts.Api.Rest;

/// <summary>Facts by their words, the best match first.</summary>
static class SearchEndpoint
{
    public static void MapSearch(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/search", ["GET", "HEAD"], SearchAsync)
            .WithMetadata(new Operation("search", Collections.Facts, OperationKind.Search, [typeof(AnyFactFilter), typeof(SearchRequest)])).WithTags("Look-up and search");

    static async Task SearchAsync(HttpContext http, SnapshotHost host)
    {
        var (filter, request) = (new AnyFactFilter(), new SearchRequest());
        var snapshot = host.Current;
        using var lane = host.Rent(snapshot, http.RequestAborted);
        QueryBinder.Bind(http.Request.Query, lane, filter, request);
        if (filter.Q is null) throw new InvalidParametersException([new("q", "it is missing.", "give the words to search for, such as q=peacekeepers")]);
        if (http.IsNotModified(snapshot)) return;
        http.Response.ContentType = Http.Json;
        var body = http.Response.BodyWriter;
        body.Write("{\"revision\":\""u8);
        body.Write(System.Text.Encoding.ASCII.GetBytes(snapshot.State.Revision));
        body.Write("\",\"items\":["u8);
        var first = true;
        Collections.Facts.Search(lane, filter with { Page = new() { Limit = request.Limit ?? 20 } }, request.Expand is not null, row =>
        {
            if (!first) body.Write(","u8);
            first = false;
            body.Write(row.Utf8(0));
        });
        body.Write("]}"u8);
        await body.FlushAsync(http.RequestAborted);
    }
}
