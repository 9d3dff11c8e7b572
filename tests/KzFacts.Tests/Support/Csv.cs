using Microsoft.VisualBasic.FileIO;

namespace KzFacts.Tests.Support;

/// <summary>Reads CSV with a library that did not write it.</summary>
static class Csv
{
    public static List<Dictionary<string, string>> Rows(string text)
    {
        using var csv = new TextFieldParser(new StringReader(text)) { Delimiters = [","], TrimWhiteSpace = false };
        var names = csv.ReadFields()!;
        List<Dictionary<string, string>> rows = [];
        while (!csv.EndOfData) rows.Add(names.Zip(csv.ReadFields()!).ToDictionary());
        return rows;
    }
}
