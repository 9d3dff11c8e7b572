using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace KzFacts.Data.Text;

/// <summary>Rows of CSV (RFC 4180).</summary>
public static class CsvText
{
    /// <summary>The end of a row.</summary>
    public const string End = "\r\n";

    // No line end is set here: CsvHelper would then leave texts with another line end unquoted.
    static readonly CsvConfiguration Configuration = new(CultureInfo.InvariantCulture);

    /// <summary>Cells as a row, without its end.</summary>
    public static string Row(IEnumerable<string> cells)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using var csv = new CsvWriter(text, Configuration);
        foreach (var cell in cells) csv.WriteField(cell);
        csv.Flush();
        return text.ToString();
    }
}
