using System.Buffers;
using System.Text;
using KzFacts.Api.Formats;
using KzFacts.Api.Serving;
using KzFacts.Api.Web;
using KzFacts.Data.Querying;

namespace KzFacts.Api.Rest;

/// <summary>Sends all rows of a filter, or as many as are asked for, from one snapshot. They are read in pages. Each page rents a
/// lane of its own, with a time limit of its own, so a slow client does not hold a lane; only one page is in memory.</summary>
static class Download
{
    public static async Task WriteAsync<TItem, TFilter>(HttpContext http, SnapshotHost host, Snapshot snapshot,
        Collection<TItem, TFilter> collection, TFilter filter, PageRequest request, string format)
        where TFilter : Filter, new()
    {
        http.Response.ContentType = MediaTypes.ContentTypeOf(format);
        http.Response.Headers.ContentDisposition = $"inline; filename=\"kzfacts-{collection.Path}.{format}\"";
        if (HttpMethods.IsHead(http.Request.Method)) return;
        var isFinished = format == "csv" && collection.IsFact;
        var (rows, body, page, left) = (isFinished ? RowFormat.FinishedCsv(typeof(TItem))
            : RowFormat.Of(format, typeof(TItem)), http.Response.BodyWriter, filter.Page, request.Limit ?? int.MaxValue);
        var (open, separator, between) = (Encoding.UTF8.GetBytes(rows.Header + rows.Whole.Open), Array.Empty<byte>(),
            Encoding.UTF8.GetBytes(rows.Whole.Between));
        do
        {
            page = page with { Limit = Math.Min(left, Page.Largest) };
            using (var lane = await host.RentAsync(snapshot, Work.Costly, http.RequestAborted))
            {
                lane.Buffer.Write(open);
                open = [];
                void Write(Row row)
                {
                    lane.Buffer.Write(separator);
                    separator = between;
                    rows.Write(row.Utf8(0), lane.Buffer);
                }
                var kept = filter with { Page = page };
                page = page with
                {
                    Cursor = isFinished
                    ? collection.ListCsv(lane, kept, Write) : collection.List(lane, kept, request.WithClaims, Write)
                };
                // Copied, so that the lane is free while a slow client reads.
                body.Write(lane.Buffer.WrittenSpan);
            }
            left -= page.Limit;
            await body.FlushAsync(http.RequestAborted);
        }
        while (left > 0 && page.Cursor is not null);
        body.Write(Encoding.UTF8.GetBytes(rows.Whole.Close));
        await body.FlushAsync(http.RequestAborted);
    }
}
