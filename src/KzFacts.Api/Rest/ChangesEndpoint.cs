using System.Buffers;
using System.Text.Json;
using KzFacts.Api.Live;
using KzFacts.Api.Serving;
using KzFacts.Data;
using KzFacts.Data.Changes;
using KzFacts.Data.Querying;
using Microsoft.Extensions.Options;

namespace KzFacts.Api.Rest;

/// <summary>What changed since a revision, page by page and as a stream.</summary>
static class ChangesEndpoint
{
    public const string Path = "/v1/changes";

    public static void MapChanges(this IEndpointRouteBuilder routes)
    {
        var options = routes.ServiceProvider.GetRequiredService<IOptions<ServerOptions>>().Value;
        var free = new SemaphoreSlim(options.MostStreams);
        routes.MapOperation("/changes", new("listChanges", null, OperationKind.Changes, [typeof(ChangeFilter), typeof(ChangesRequest)]), ListAsync);
        routes.MapOperation("/changes/stream", new("streamChanges", null, OperationKind.ChangeStream, [typeof(ChangeFilter), typeof(ChangeStreamRequest)]) { Formats = ["event-stream"] }, (http, host) => StreamAsync(http, host, options, free));
    }

    static async Task ListAsync(HttpContext http, SnapshotHost host)
    {
        var (filter, request) = (new ChangeFilter(), new ChangesRequest());
        var snapshot = host.Current;
        using var lane = host.Rent(snapshot, http.RequestAborted);
        QueryBinder.Bind(http.Request.Query, lane, filter, request);
        filter = filter with { Page = request.ToPage(lane) };
        if (http.IsNotModified(snapshot)) return;
        Cursor? next = null;
        lane.Buffer.WriteItems(snapshot, each => next = ChangeFeed.List(lane, filter, each));
        lane.Buffer.Write(",\"since\":"u8);
        lane.Buffer.Write(JsonSerializer.SerializeToUtf8Bytes(request.Since));
        lane.Buffer.Write(",\"nextCursor\":"u8);
        lane.Buffer.Write(JsonSerializer.SerializeToUtf8Bytes(next?.ToString()));
        lane.Buffer.Write(",\"next\":"u8);
        lane.Buffer.Write(JsonSerializer.SerializeToUtf8Bytes(CollectionEndpoints.LinkNext(http, next), FactJson.Options));
        lane.Buffer.Write("}"u8);
        await http.SendJsonAsync(lane);
    }

    static async Task StreamAsync(HttpContext http, SnapshotHost host, ServerOptions options, SemaphoreSlim free)
    {
        var (filter, request) = (new ChangeFilter(), new ChangeStreamRequest());
        using (var lane = host.Rent(host.Current, http.RequestAborted)) QueryBinder.Bind(http.Request.Query, lane, filter, request);
        if (!free.Wait(0))
        {
            http.Response.Headers.RetryAfter = "60";
            await Problems.WriteAsync(http, Problems.TooManyStreams);
            return;
        }
        try
        {
            await new ChangeStream(http, host, options.Heartbeat, filter).RunAsync(request.Since);
        }
        finally
        {
            free.Release();
        }
    }
}
