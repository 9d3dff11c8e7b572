using System.Buffers;
using System.Text;
using KzFacts.Data;
using KzFacts.Data.Text;

namespace KzFacts.Api.Formats;

/// <summary>A format that is a sequence of entries. Each entry is written from what the compiler prepared.</summary>
/// <param name="Header">What comes before the first entry. It is written even if there are no entries.</param>
sealed record RowFormat(string Header, RowFormat.Writer Write)
{
    public delegate void Writer(ReadOnlySpan<byte> document, IBufferWriter<byte> output);

    /// <summary>What opens, separates and closes the entries of a whole document.</summary>
    public (string Open, string Between, string Close) Whole { get; init; } = ("", "", "");

    /// <summary>The format with a name, for entries of a record. It is written from their finished JSON.</summary>
    public static RowFormat Of(string format, Type record) => format switch
    {
        "ndjson" => new("", static (document, output) =>
        {
            output.Write(document);
            output.Write("\n"u8);
        }),
        "csv" =>
            new(NamesOf(record), (document, output) => output.Write(Encoding.UTF8.GetBytes(
            CsvText.Row(CsvRecord.Of(record).Cells(FactJson.Read(record, document))) + CsvText.End))),
        "geojson" => new("", Feature.Write) { Whole = ("""{"type":"FeatureCollection","features":[""", ",", "]}") },
        _ => throw new ArgumentException($"{format} is not a format of rows.", nameof(format)),
    };

    /// <summary>CSV of facts. The compiler prepared its rows.</summary>
    public static RowFormat FinishedCsv(Type record) => new(NamesOf(record), static (row, output) =>
    {
        output.Write(row);
        output.Write("\r\n"u8);
    });

    static string NamesOf(Type record) => CsvText.Row(CsvRecord.Of(record).Names) + CsvText.End;

    /// <summary>Writes a single entry as an answer.</summary>
    public void WriteOne(ReadOnlySpan<byte> document, IBufferWriter<byte> output)
    {
        output.Write(Encoding.UTF8.GetBytes(Header));
        Write(document, output);
    }
}
