using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using KzFacts.Api.Formats;
using KzFacts.Api.Live;
using KzFacts.Api.Serving;
using KzFacts.Api.Web;
using KzFacts.Compiler;
using KzFacts.Data;
using KzFacts.Data.Changes;
using KzFacts.Data.Querying;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace KzFacts.Api.Rest;

/// <summary>What changed since a revision, in pages or as a stream.</summary>
static class ChangesEndpoint
{
    static readonly string[] Formats = ["json", "atom"];

    public static void MapChanges(this IEndpointRouteBuilder routes)
    {
        routes.MapOperation("/changes", List, ListAsync).WithName("listChanges").WithTags(Tags.Changes).WithSummary("List changes")
            .WithDescription(
                "The changes of facts since a revision, in order: added, changed (before and after), removed (with the reason). " +
                "Without since: all present facts as added, in pages; the last pages contain what changed while they were read. A " +
                "mirror needs nothing else: it reads this once, and then continues with since and the revision of its last page. The " +
                $"last {Journal.MostRevisions} revisions and {Journal.MostChanges} changes are held.");
        routes.MapOperation("/changes/stream", Stream, StreamAsync)
            .WithName("streamChanges").WithTags(Tags.Changes).WithSummary("Follow changes").WithDescription(
                "The same changes as server-sent events: added, changed and removed, each with the JSON of one change. The event reset " +
                "means that the given revision or event is not held, or no longer; it has the address of all facts. Without since: " +
                "future changes only. A client that reconnects with Last-Event-ID misses nothing and receives nothing twice. A comment " +
                "is sent every 15 seconds. At most 500 streams may be open at once.");
    }

    static readonly Operation List = new(typeof(ChangePage))
    {
        Parameters = [typeof(ChangeFilter), typeof(ChangesRequest)], Formats = Formats, List = ChangeFeed.Name, Success = "The changes.",
        Problems = [ProblemKinds.UnknownRevision],
        FormatNotes = new Dictionary<string, string>
        {
            ["atom"] = "RFC 4287: one entry for each change. Without since and after: the latest changes, the newest first.",
        },
        Example = (examples, format) =>
        {
            if (ChangeOf(examples) is not { } change) return null;
            if (format == "atom")
            {
                var self = $"{ExampleReading.Root}{Paths.Changes}?format=atom&limit=1";
                return Encoding.UTF8.GetString(new AtomFeed(examples.Lane, ExampleReading.Root, null)
                    .Page("changes", self, null, [JsonSerializer.SerializeToElement(change, FactJson.Options)]));
            }
            var page = ExampleReading.ListOf(change)!;
            (page["since"], page["nextCursor"], page["next"]) = (null, null, null);
            return page;
        },
    };

    static readonly Operation Stream = new()
    {
        Parameters = [typeof(ChangeFilter), typeof(ChangeStreamRequest)], Formats = ["event-stream"], HasValidators = false,
        Success = "The events.", Header = ("Last-Event-ID", "The id of the last event that the client received. Browsers send it.",
            PositionOf("2022-01-05-example")),
        Problems = [ProblemKinds.TooManyStreams],
        Example = (examples, _) => ChangeOf(examples) is not { } change ? null
            : $"retry: 2000\n\nevent: added\nid: {PositionOf(examples.IdOf(Catalog.Facts))}\n"
                + $"data: {change.ToJsonString(FactJson.Options)}\n\n",
    };

    /// <summary>An example of a position in the feed.</summary>
    static string PositionOf(string fact) => ChangeFeed.ScopeOf(new()).Write(new("1", ExampleReading.CompiledAt, fact));

    static JsonObject? ChangeOf(ExampleReading examples) => examples.EntryOf(Catalog.Facts) is not { } fact ? null : new()
    {
        ["revision"] = ExampleReading.Revision, ["at"] = ExampleReading.CompiledAt, ["action"] = "added",
        ["fact"] = fact["id"]!.DeepClone(),
        ["kind"] = fact["kind"]!.DeepClone(), ["before"] = null, ["after"] = fact, ["reason"] = null,
    };

    static async Task ListAsync(HttpContext http, SnapshotHost host)
    {
        var (filter, request) = (new ChangeFilter(), new ChangesRequest());
        var snapshot = http.Lease(host);
        using var lane = await host.RentAsync(snapshot, Work.Costly, http.RequestAborted);
        QueryBinder.Bind(http, lane, filter, request);
        var scope = ChangeFeed.ScopeOf(filter);
        filter = filter with { Page = request.ToPage(lane) };
        var format = http.Negotiate(request.Format, Formats);
        if (!http.IsAnswered(snapshot, format, snapshot.State.CompiledAt, cached: Validators.Revalidated))
            await (format == "json" ? WriteAsync(http, snapshot, lane, filter, request, scope) : WriteFeedAsync(http, lane, filter, scope));
    }

    static async Task WriteAsync(HttpContext http, Snapshot snapshot, Lane lane, ChangeFilter filter, ChangesRequest request,
        CursorScope scope)
    {
        Cursor? next = null;
        Envelope.WriteList(lane.Buffer, snapshot.State.Revision, each => next = ChangeFeed.List(lane, filter, each), json =>
        {
            json.WriteString("since", request.Since);
            json.WriteNext(http, scope.Write(next));
        });
        await http.SendBufferAsync(lane);
    }

    /// <summary>A feed reader requests one address repeatedly and reads its first page. Without a position in the feed, that page
    /// holds the latest changes.</summary>
    static Task WriteFeedAsync(HttpContext http, Lane lane, ChangeFilter filter, CursorScope scope)
    {
        List<JsonElement> changes = [];
        Cursor? next = null;
        void Add(Row row) => changes.Add(JsonSerializer.Deserialize<JsonElement>(row.Utf8(0)));
        if (filter.Page.Cursor is null) ChangeFeed.Latest(lane, filter, Add);
        else next = ChangeFeed.List(lane, filter, Add);
        var path =
            $"changes{QueryHelpers.AddQueryString("", http.Request.Query.Where(pair => pair.Key is not ("after" or "limit" or "format")))}";
        var feed = new AtomFeed(lane, http.PublicUrl(), null)
            .Page(path, $"{http.PublicUrl()}{http.Request.Path}{http.Request.QueryString}",
            CollectionEndpoints.LinkNext(http, scope.Write(next)),
            changes);
        lane.Dispose();
        return http.SendBytesAsync(feed, MediaTypes.ContentTypeOf("atom"));
    }

    static async Task StreamAsync(HttpContext http, SnapshotHost host)
    {
        var options = http.RequestServices.GetRequiredService<IOptions<ServerOptions>>().Value;
        var (filter, request) = (new ChangeFilter(), new ChangeStreamRequest());
        using (var lease = host.Lease()) // released before the stream begins
        using (var lane = await host.RentAsync(lease.Snapshot, Work.Costly, http.RequestAborted))
            QueryBinder.Bind(http, lane, filter, request);
        using var permit = http.RequestServices.GetRequiredService<Admission>().EnterStream(ClientAddress.Of(http));
        if (permit is null) await Problems.WriteAsync(http, ProblemKinds.TooManyStreams);
        else await new ChangeStream(http, host, options.Heartbeat, filter).RunAsync(request.Since);
    }
}
