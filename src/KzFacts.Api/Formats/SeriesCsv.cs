using System.Buffers;
using System.Globalization;
using System.Text;
using KzFacts.Data.Series;
using KzFacts.Data.Text;

namespace KzFacts.Api.Formats;

/// <summary>Series as tables for chart tools: one row for each point.</summary>
static class SeriesCsv
{
    /// <summary>A table whose rows consist of one record, or of two: a series and its point.</summary>
    public static void Write(IBufferWriter<byte> output, IReadOnlyList<Type> records, IEnumerable<object[]> rows)
    {
        var parts = records.Select(CsvRecord.Of).ToList();
        Write(output, rows.Select(row => row.SelectMany((record, i) => parts[i].Cells(record)))
            .Prepend(parts.SelectMany(part => part.Names)));
    }

    /// <summary>A timeline: one row for each step, one column for each series.</summary>
    public static void WriteWide(IBufferWriter<byte> output, IReadOnlyList<TimelineSeries> timeline) => Write(output,
        (timeline.Count == 0 ? [] : timeline[0].Points.Select((point, i) =>
            timeline.Select(series => series.Points[i].Count.ToString(CultureInfo.InvariantCulture)).Prepend(point.Start)))
            .Prepend(timeline.Select(series => series.Value.Id).Prepend("start")));

    static void Write(IBufferWriter<byte> output, IEnumerable<IEnumerable<string>> rows)
    {
        foreach (var row in rows) output.Write(Encoding.UTF8.GetBytes(CsvText.Row(row) + CsvText.End));
    }
}
