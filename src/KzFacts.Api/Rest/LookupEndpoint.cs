using System.Buffers;
using System.Text.Json;
using KzFacts.Api.Serving;
using KzFacts.Data;
using KzFacts.Data.Querying;

namespace KzFacts.Api.Rest;

/// <summary>What is held of a page's address.</summary>
static class LookupEndpoint
{
    public static void MapLookup(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/lookup", ["GET", "HEAD"], LookupAsync)
            .WithMetadata(new Operation("lookup", null, OperationKind.Lookup, [typeof(LookupRequest)])).WithTags("Look-up and search");

    static async Task LookupAsync(HttpContext http, SnapshotHost host)
    {
        var request = new LookupRequest();
        var snapshot = host.Current;
        using var lane = host.Rent(snapshot, http.RequestAborted);
        QueryBinder.Bind(http.Request.Query, lane, request);
        if (request.Url is null) throw new InvalidParametersException([new("url", "it is missing.", "give the address of a page, such as url=https://example.org/article")]);
        var body = http.Response.BodyWriter;
        byte[]? source = null;
        var (match, id) = Lookup.Find(lane, request.Url, row => source = row.Utf8(0).ToArray());
        if (http.IsNotModified(snapshot)) return;
        http.Response.ContentType = Http.Json;
        body.Write("{\"url\":"u8);
        body.Write(JsonSerializer.SerializeToUtf8Bytes(request.Url, FactJson.Options));
        body.Write(",\"match\":"u8);
        body.Write(FactJson.Utf8(match));
        body.Write(",\"source\":"u8);
        body.Write(source ?? "null"u8);
        body.Write(",\"claims\":["u8);
        var first = true;
        if (id is not null)
            Lookup.Claims(lane, id, request.AsOf, request.Expand is not null, row =>
            {
                body.Write(first ? "{\"claim\":"u8 : ",{\"claim\":"u8);
                first = false;
                body.Write(row.Utf8(0));
                body.Write(",\"fact\":"u8);
                body.Write(row.Utf8(1));
                body.Write("}"u8);
            });
        body.Write("]}"u8);
        await body.FlushAsync(http.RequestAborted);
    }
}
