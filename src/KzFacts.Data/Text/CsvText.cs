using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace KzFacts.Data.Text;

/// <summary>Rows of CSV as RFC 4180 has it.</summary>
public static class CsvText
{
    /// <summary>What a row ends with.</summary>
    public const string End = "\r\n";

    // Without a line end of its own, which would leave a text with another one unquoted.
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
