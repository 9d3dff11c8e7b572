using System.Globalization;
using CsvHelper;

namespace KzFacts.Tests.Support;

/// <summary>Reads CSV back with a library that did not write it.</summary>
static class Csv
{
    public static List<Dictionary<string, string>> Rows(string text)
    {
        using var csv = new CsvReader(new StringReader(text), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        List<Dictionary<string, string>> rows = [];
        while (csv.Read()) rows.Add(csv.HeaderRecord!.ToDictionary(name => name, name => csv.GetField(name)!));
        return rows;
    }
}
