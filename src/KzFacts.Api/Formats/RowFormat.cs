using System.Buffers;
using System.Text;

namespace KzFacts.Api.Formats;

/// <summary>A format in which entries follow one another, each written from its finished JSON.</summary>
/// <param name="Header">What stands before the first entry, even if that is alone.</param>
sealed record RowFormat(string Header, RowFormat.Writer Write)
{
    public delegate void Writer(ReadOnlySpan<byte> document, IBufferWriter<byte> output);

    /// <summary>What makes many entries one document.</summary>
    public (string Open, string Between, string Close) Whole { get; init; } = ("", "", "");

    /// <summary>The format of a name, for entries of a record.</summary>
    public static RowFormat Of(string format, Type record) => format switch
    {
        "ndjson" => new("", static (document, output) =>
        {
            output.Write(document);
            output.Write("\n"u8);
        }),
        "csv" => Csv(CsvRecord.Of(record)),
        "geojson" => new("", Feature.Write) { Whole = ("""{"type":"FeatureCollection","features":[""", ",", "]}") },
        _ => throw new ArgumentException($"{format} is no format of rows.", nameof(format)),
    };

    static RowFormat Csv(CsvRecord record) => new($"{string.Join(',', record.Names)}\r\n", (document, output) =>
    {
        record.Write(document, output);
        output.Write("\r\n"u8);
    });

    /// <summary>Writes one entry as an answer of its own.</summary>
    public void WriteOne(ReadOnlySpan<byte> document, IBufferWriter<byte> output)
    {
        output.Write(Encoding.UTF8.GetBytes(Header));
        Write(document, output);
    }
}
