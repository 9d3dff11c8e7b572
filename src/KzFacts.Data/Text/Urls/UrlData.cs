using System.Reflection;

namespace KzFacts.Data.Text.Urls;

/// <summary>The lists that the rules of addresses read: a line an entry, its words apart by spaces, remarks after <c>#</c>.</summary>
static class UrlData
{
    public static IReadOnlyList<string[]> Read(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        return [.. reader.ReadToEnd().Split('\n').Select(line => line.Split('#')[0]
            .Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Where(words => words.Length > 0)];
    }
}
