using System.Globalization;
using KzFacts.Api.Serving;
using KzFacts.Api.Web;

namespace KzFacts.Api.Rest;

/// <summary>The snapshot itself, to open with SQLite.</summary>
static class ExportEndpoint
{
    public static void MapExport(this IEndpointRouteBuilder routes) =>
        routes.MapOperation("/export/kzfacts.db", new() { Formats = ["sqlite"], HasRanges = true, Success = "The file." }, ExportAsync)
            .WithName("export").WithTags(Tags.Search).WithSummary("Download the snapshot").WithDescription(
                "The SQLite file that is served, whole, to open with any SQLite: one table of facts with a view for each kind. Resumable: "
                + "Range and If-Range with the ETag, which is that of the bytes.");

    static async Task ExportAsync(HttpContext http, SnapshotHost host)
    {
        var snapshot = http.Lease(host);
        using (var lane = await host.RentAsync(snapshot, Work.Cheap, http.RequestAborted)) QueryBinder.Bind(http.Request.Query, lane);
        var file = new FileInfo(snapshot.Path);
        http.Response.Headers.CacheControl = "public, max-age=30, must-revalidate";
        // Of the bytes, not of the facts: a part of one file must not be joined to a part of another of the same revision.
        var tag =
            string.Create(CultureInfo.InvariantCulture,
            $"\"{snapshot.State.Revision[..16]}.{file.Length:x}.{file.LastWriteTimeUtc.Ticks:x}\"");
        await Results.File(file.FullName, MediaTypes.TypeOf("sqlite"), "kzfacts.db", file.LastWriteTimeUtc, new(tag),
            enableRangeProcessing: true).ExecuteAsync(http);
    }
}
