using System.Globalization;
using KzFacts.Api.Serving;

namespace KzFacts.Api.Rest;

/// <summary>The snapshot itself, to open with SQLite.</summary>
static class ExportEndpoint
{
    public static void MapExport(this IEndpointRouteBuilder routes) =>
        routes.MapOperation("/export/kzfacts.db", new("export", null, OperationKind.Export, []) { Formats = ["sqlite"] }, ExportAsync);

    static async Task ExportAsync(HttpContext http, SnapshotHost host)
    {
        var snapshot = http.Lease(host);
        using (var lane = await host.RentAsync(snapshot, Work.Cheap, http.RequestAborted)) QueryBinder.Bind(http.Request.Query, lane);
        var file = new FileInfo(snapshot.Path);
        http.Response.Headers.CacheControl = "public, max-age=30, must-revalidate";
        // Of the bytes, not of the facts: a part of one file must not be joined to a part of another of the same revision.
        var tag = string.Create(CultureInfo.InvariantCulture, $"\"{snapshot.State.Revision[..16]}.{file.Length:x}.{file.LastWriteTimeUtc.Ticks:x}\"");
        await Results.File(file.FullName, Http.TypeOf("sqlite"), "kzfacts.db", file.LastWriteTimeUtc, new(tag), enableRangeProcessing: true).ExecuteAsync(http);
    }
}
