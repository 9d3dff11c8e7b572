using System.Globalization;
using KzFacts.Api.Serving;
using KzFacts.Api.Web;

namespace KzFacts.Api.Rest;

/// <summary>The snapshot file, for use with SQLite.</summary>
static class ExportEndpoint
{
    public static void MapExport(this IEndpointRouteBuilder routes) =>
        routes.MapOperation("/export/kzfacts.db", new() { Formats = ["sqlite"], HasRanges = true, Success = "The file." }, ExportAsync)
            .WithName("export").WithTags(Tags.Search).WithSummary("Download the snapshot").WithDescription(
                "The complete SQLite file that is served. It has a table of facts and a view for each kind. Downloads can be resumed " +
                "with Range and If-Range; the ETag is that of the bytes.");

    static async Task ExportAsync(HttpContext http, SnapshotHost host)
    {
        var snapshot = http.Lease(host);
        using (var lane = await host.RentAsync(snapshot, Work.Cheap, http.RequestAborted)) QueryBinder.Bind(http, lane);
        var file = new FileInfo(snapshot.Path);
        http.Response.Headers.CacheControl = Validators.Cached;
        // The tag is of the bytes, not of the facts: parts of two different files of one revision must not be combined.
        var tag =
            string.Create(CultureInfo.InvariantCulture,
            $"\"{snapshot.State.Revision[..16]}.{file.Length:x}.{file.LastWriteTimeUtc.Ticks:x}\"");
        await Results.File(file.FullName, MediaTypes.TypeOf("sqlite"), "kzfacts.db", file.LastWriteTimeUtc, new(tag),
            enableRangeProcessing: true).ExecuteAsync(http);
    }
}
