using System.Buffers;
using System.Text;
using KzFacts.Data;
using KzFacts.Data.Series;

namespace KzFacts.Api.Formats;

/// <summary>Series as tables that chart tools take as they are, a row a point.</summary>
static class SeriesCsv
{
    /// <summary>A table whose rows are made of one record or of two side by side: a series and its point.</summary>
    public static void Write(IBufferWriter<byte> output, IReadOnlyList<Type> records, IEnumerable<object[]> rows)
    {
        var parts = records.Select(CsvRecord.Of).ToList();
        output.Write(Encoding.UTF8.GetBytes(string.Join(',', parts.SelectMany(part => part.Names))));
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++)
            {
                output.Write(i == 0 ? "\r\n"u8 : ","u8);
                parts[i].Write(FactJson.Utf8(row[i]), output);
            }
        }
        output.Write("\r\n"u8);
    }

    /// <summary>A timeline: a row a step, a column a series by its id.</summary>
    public static void WriteWide(IBufferWriter<byte> output, IReadOnlyList<TimelineSeries> timeline)
    {
        var rows = timeline.Count == 0 ? [] : timeline[0].Points.Select((point, i) => string.Join(',', [point.Start, .. timeline.Select(series => $"{series.Points[i].Count}")]));
        foreach (var row in rows.Prepend(string.Join(',', ["start", .. timeline.Select(series => series.Value.Id)]))) output.Write(Encoding.UTF8.GetBytes($"{row}\r\n"));
    }
}
