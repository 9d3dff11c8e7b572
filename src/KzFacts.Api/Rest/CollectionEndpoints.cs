using System.Buffers;
using System.Text.Json;
using KzFacts.Api.Formats;
using KzFacts.Api.Serving;
using KzFacts.Data.Changes;
using KzFacts.Data.Querying;
using Microsoft.AspNetCore.WebUtilities;

namespace KzFacts.Api.Rest;

/// <summary>Every collection, whatever it holds, is listed and read in the same way.</summary>
static class CollectionEndpoints
{
    public static void MapCollection<TItem, TFilter>(this IEndpointRouteBuilder routes, Collection<TItem, TFilter> collection) where TFilter : Filter, new()
    {
        var page = collection.IsFact ? typeof(FactPageRequest) : typeof(NamePageRequest);
        var entry = collection.IsFact ? typeof(FactRequest) : typeof(NameRequest);
        routes.MapOperation($"/{collection.Path}", new($"list{collection.PluralName}", collection, OperationKind.List, [typeof(TFilter), page]), (http, host) => ListAsync(http, host, collection));
        routes.MapOperation($"/{collection.Path}/{{id}}", new($"find{collection.Name}", collection, OperationKind.Find, [entry]), (http, host) => FindAsync(http, host, collection));
    }

    static async Task ListAsync<TItem, TFilter>(HttpContext http, SnapshotHost host, Collection<TItem, TFilter> collection) where TFilter : Filter, new()
    {
        var filter = new TFilter();
        PageRequest request = collection.IsFact ? new FactPageRequest() : new NamePageRequest();
        var snapshot = host.Current;
        using var lane = host.Rent(snapshot, http.RequestAborted);
        QueryBinder.Bind(http.Request.Query, lane, filter, request);
        if (http.Negotiate(request.Format, "json", "csv") is not { } format)
        {
            await Problems.WriteAsync(http, Problems.NotAcceptable);
            return;
        }
        filter = filter with { Page = request.ToPage() };
        if (http.IsNotModified(snapshot)) return;
        if (format == "csv") await CsvWriter.WriteAsync(http, lane, collection, filter, request.Limit);
        else await WritePageAsync(http, snapshot, lane, collection, filter, request);
    }

    static async Task WritePageAsync<TItem, TFilter>(HttpContext http, Snapshot snapshot, Lane lane, Collection<TItem, TFilter> collection, TFilter filter, PageRequest request)
        where TFilter : Filter
    {
        var body = lane.Buffer;
        Cursor? next = null;
        body.WriteItems(snapshot, each => next = collection.List(lane, filter, request.WithClaims, each));
        body.Write(",\"count\":"u8);
        body.Write(JsonSerializer.SerializeToUtf8Bytes<long?>(request.Count is true ? collection.Count(lane, filter) : null));
        body.Write(",\"nextCursor\":"u8);
        body.Write(JsonSerializer.SerializeToUtf8Bytes(next?.ToString()));
        body.Write(",\"next\":"u8);
        body.Write(JsonSerializer.SerializeToUtf8Bytes(LinkNext(http, next), Data.FactJson.Options));
        body.Write("}"u8);
        await http.SendJsonAsync(lane);
    }

    /// <summary>The address of the page behind a cursor, which the Link header names too; null behind the last.</summary>
    public static string? LinkNext(HttpContext http, Cursor? next)
    {
        if (next is null) return null;
        var address = http.PublicUrl() + http.Request.Path + QueryHelpers.AddQueryString("", [.. http.Request.Query.Where(pair => pair.Key != "after"), new("after", next.ToString())]);
        http.Response.Headers.Link = $"<{address}>; rel=\"next\"";
        return address;
    }

    static async Task FindAsync<TItem, TFilter>(HttpContext http, SnapshotHost host, Collection<TItem, TFilter> collection) where TFilter : Filter
    {
        var id = (string)http.Request.RouteValues["id"]!;
        var snapshot = host.Current;
        using var lane = host.Rent(snapshot, http.RequestAborted);
        var request = new FactRequest();
        QueryBinder.Bind(http.Request.Query, lane, collection.IsFact ? request : new NameRequest());
        if (http.Negotiate(request.Format, collection.IsFact ? ["json", "ld+json"] : ["json"]) is not { } format)
        {
            await Problems.WriteAsync(http, Problems.NotAcceptable);
            return;
        }
        var notModified = false;
        var found = collection.Find(lane, id, request.AsOf, row =>
        {
            if (notModified = http.IsNotModified(snapshot)) return;
            if (format == "json") lane.Buffer.Write(row.Utf8(0));
            else lane.Buffer.Write(Data.FactJson.Utf8(new JsonLd(lane, http.PublicUrl(), request.AsOf).Of(Data.FactJson.Read<Data.Facts.Fact>(row.Utf8(0)))));
        });
        if (found && !notModified) await http.SendJsonAsync(lane, format == "json" ? Http.Json : Http.LdJson);
        else if (!found) await SendMissingAsync(http, lane, collection, id, request.AsOf);
    }

    /// <summary>Answers for an entry that is not there: 410 for a fact that was removed, else 404.</summary>
    public static Task SendMissingAsync<TItem, TFilter>(HttpContext http, Lane lane, Collection<TItem, TFilter> collection, string id, DateOnly? asOf) where TFilter : Filter =>
        collection.IsFact && Removal.Of(lane, id) is { } removed
            ? Problems.WriteAsync(http, Problems.Removed, $"'{id}' was removed on {removed.Day:yyyy-MM-dd}: {removed.Reason}", removed: removed)
            : Problems.WriteAsync(http, Problems.NotFound, NotFoundDetail(lane, collection, id, asOf));

    static string NotFoundDetail<TItem, TFilter>(Lane lane, Collection<TItem, TFilter> collection, string id, DateOnly? asOf) where TFilter : Filter
    {
        if (asOf is not null) return $"Nothing was known of '{id}' among the {collection.Path} by {asOf:yyyy-MM-dd}.";
        var kind = collection.IsFact ? lane.Texts("select kind from fact where id = @id and current = 1", new { id }) : [];
        if (kind is [var other]) return $"'{id}' is a {other}; it stands under /v1/facts/{id}.";
        var ids = lane.Texts($"select id from {collection.Table}{(collection.IsFact ? " where current = 1" : "")} limit 100000");
        return $"There is no '{id}' among the {collection.Path}. {Data.Text.Suggestion.Among(ids, id)}".TrimEnd();
    }
}
