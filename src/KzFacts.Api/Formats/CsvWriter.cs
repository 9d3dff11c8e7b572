using System.Globalization;
using System.Text;
using KzFacts.Api.Rest;
using KzFacts.Data.Querying;

namespace KzFacts.Api.Formats;

/// <summary>Lists as RFC 4180 CSV in UTF-8: all rows of the filter unless a limit is given, streamed page by page.</summary>
static class CsvWriter
{
    public static async Task WriteAsync<TItem, TFilter>(HttpContext http, Lane lane, Collection<TItem, TFilter> collection, TFilter filter, int? limit)
        where TFilter : Filter
    {
        http.Response.ContentType = Http.Csv;
        http.Response.Headers.ContentDisposition = $"inline; filename=\"kzfacts-{collection.Path}.csv\"";
        var columns = CsvColumn.Of(typeof(TItem));
        await using var text = new StreamWriter(http.Response.Body, new UTF8Encoding(false), 1 << 16, leaveOpen: true);
        await using var csv = new CsvHelper.CsvWriter(text, CultureInfo.InvariantCulture);
        foreach (var column in columns) csv.WriteField(column.Name);
        await csv.NextRecordAsync();
        var left = limit ?? int.MaxValue;
        var page = filter.Page with { Limit = Math.Min(left, Page.Largest) };
        while (left > 0)
        {
            List<TItem> entries = [];
            var next = collection.List(lane, filter with { Page = page }, withClaims: false, row => entries.Add(collection.Read(row.Utf8(0))));
            foreach (var entry in entries)
            {
                foreach (var column in columns) csv.WriteField(column.Read(entry!));
                await csv.NextRecordAsync();
            }
            if (next is null) break;
            left -= entries.Count;
            page = page with { Cursor = next, Limit = Math.Min(left, Page.Largest) };
        }
    }
}
