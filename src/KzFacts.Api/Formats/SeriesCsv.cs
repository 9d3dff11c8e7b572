using System.Buffers;
using System.Globalization;
using System.Text;
using KzFacts.Data.Series;
using KzFacts.Data.Text;

namespace KzFacts.Api.Formats;

/// <summary>Series as tables that chart tools take as they are, a row a point.</summary>
static class SeriesCsv
{
    /// <summary>A table whose rows are made of one record or of two side by side: a series and its point.</summary>
    public static void Write(IBufferWriter<byte> output, IReadOnlyList<Type> records, IEnumerable<object[]> rows)
    {
        var parts = records.Select(CsvRecord.Of).ToList();
        Write(output, rows.Select(row => row.SelectMany((record, i) => parts[i].Cells(record)))
            .Prepend(parts.SelectMany(part => part.Names)));
    }

    /// <summary>A timeline: a row a step, a column a series by its id.</summary>
    public static void WriteWide(IBufferWriter<byte> output, IReadOnlyList<TimelineSeries> timeline) => Write(output,
        (timeline.Count == 0 ? [] : timeline[0].Points.Select((point, i) =>
            timeline.Select(series => series.Points[i].Count.ToString(CultureInfo.InvariantCulture)).Prepend(point.Start)))
            .Prepend(timeline.Select(series => series.Value.Id).Prepend("start")));

    static void Write(IBufferWriter<byte> output, IEnumerable<IEnumerable<string>> rows)
    {
        foreach (var row in rows) output.Write(Encoding.UTF8.GetBytes(CsvText.Row(row) + CsvText.End));
    }
}
