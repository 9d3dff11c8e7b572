using System.Net;
using System.Text.Json;
using KzFacts.Api.Formats;
using KzFacts.Api.Live;
using KzFacts.Api.Serving;
using KzFacts.Data.Changes;
using KzFacts.Data.Querying;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace KzFacts.Api.Rest;

/// <summary>What changed since a revision, page by page and as a stream.</summary>
static class ChangesEndpoint
{
    public const string Path = "/v1/changes";

    static readonly string[] Formats = ["json", "atom"];

    public static void MapChanges(this IEndpointRouteBuilder routes)
    {
        var options = routes.ServiceProvider.GetRequiredService<IOptions<ServerOptions>>().Value;
        var admission = routes.ServiceProvider.GetRequiredService<Admission>();
        routes.MapOperation("/changes", new("listChanges", null, OperationKind.Changes, [typeof(ChangeFilter), typeof(ChangesRequest)]) { Formats = Formats }, ListAsync);
        routes.MapOperation("/changes/stream", new("streamChanges", null, OperationKind.ChangeStream, [typeof(ChangeFilter), typeof(ChangeStreamRequest)]) { Formats = ["event-stream"] }, (http, host) => StreamAsync(http, host, options, admission));
    }

    static async Task ListAsync(HttpContext http, SnapshotHost host)
    {
        var (filter, request) = (new ChangeFilter(), new ChangesRequest());
        var snapshot = http.Lease(host);
        using var lane = await host.RentAsync(snapshot, Work.Costly, http.RequestAborted);
        QueryBinder.Bind(http.Request.Query, lane, filter, request);
        filter = filter with { Page = request.ToPage(lane) };
        if (http.Negotiate(request.Format, Formats) is not { } format) await Problems.WriteAsync(http, Problems.NotAcceptable);
        else if (!http.IsNotModified(snapshot)) await (format == "json" ? WriteAsync(http, snapshot, lane, filter, request) : WriteFeedAsync(http, lane, filter));
    }

    static async Task WriteAsync(HttpContext http, Snapshot snapshot, Lane lane, ChangeFilter filter, ChangesRequest request)
    {
        Cursor? next = null;
        Envelope.WriteList(lane.Buffer, snapshot.State.Revision, each => next = ChangeFeed.List(lane, filter, each), json =>
        {
            json.WriteString("since", request.Since);
            json.WriteNext(http, next);
        });
        await http.SendBufferAsync(lane);
    }

    /// <summary>A feed reader asks one address again and again and reads its first page: without a place in the feed it gets the latest changes.</summary>
    static Task WriteFeedAsync(HttpContext http, Lane lane, ChangeFilter filter)
    {
        List<JsonElement> changes = [];
        Cursor? next = null;
        void Add(Row row) => changes.Add(JsonSerializer.Deserialize<JsonElement>(row.Utf8(0)));
        if (filter.Page.Cursor is null) ChangeFeed.Latest(lane, filter, Add);
        else next = ChangeFeed.List(lane, filter, Add);
        var path = $"changes{QueryHelpers.AddQueryString("", http.Request.Query.Where(pair => pair.Key is not ("after" or "limit" or "format")))}";
        var feed = new AtomFeed(lane, http.PublicUrl(), null).Page(path, $"{http.PublicUrl()}{http.Request.Path}{http.Request.QueryString}", CollectionEndpoints.LinkNext(http, next), changes);
        lane.Dispose();
        return http.SendBytesAsync(feed, Http.ContentTypeOf("atom"));
    }

    static async Task StreamAsync(HttpContext http, SnapshotHost host, ServerOptions options, Admission admission)
    {
        var (filter, request) = (new ChangeFilter(), new ChangeStreamRequest());
        using (var lease = host.Lease()) // not for as long as the stream lasts
        using (var lane = await host.RentAsync(lease.Snapshot, Work.Costly, http.RequestAborted)) QueryBinder.Bind(http.Request.Query, lane, filter, request);
        using var place = admission.Stream(http.Connection.RemoteIpAddress ?? IPAddress.None);
        if (place is null) await Problems.WriteAsync(http, Problems.TooManyStreams);
        else await new ChangeStream(http, host, options.Heartbeat, filter).RunAsync(request.Since);
    }
}
