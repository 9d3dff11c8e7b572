using System.Buffers;
using System.Text;
using KzFacts.Data;
using KzFacts.Data.Text;

namespace KzFacts.Api.Formats;

/// <summary>A format in which entries follow one another, each written from what the compiler finished of it.</summary>
/// <param name="Header">What stands before the first entry, even if that is alone.</param>
sealed record RowFormat(string Header, RowFormat.Writer Write)
{
    public delegate void Writer(ReadOnlySpan<byte> document, IBufferWriter<byte> output);

    /// <summary>What makes many entries one document.</summary>
    public (string Open, string Between, string Close) Whole { get; init; } = ("", "", "");

    /// <summary>The format of a name, for entries of a record, written from their finished JSON.</summary>
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
        _ => throw new ArgumentException($"{format} is no format of rows.", nameof(format)),
    };

    /// <summary>CSV of facts, whose rows are finished too.</summary>
    public static RowFormat FinishedCsv(Type record) => new(NamesOf(record), static (row, output) =>
    {
        output.Write(row);
        output.Write("\r\n"u8);
    });

    static string NamesOf(Type record) => CsvText.Row(CsvRecord.Of(record).Names) + CsvText.End;

    /// <summary>Writes one entry as an answer of its own.</summary>
    public void WriteOne(ReadOnlySpan<byte> document, IBufferWriter<byte> output)
    {
        output.Write(Encoding.UTF8.GetBytes(Header));
        Write(document, output);
    }
}
