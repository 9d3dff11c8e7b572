using System.Reflection;

namespace KzFacts.Data.Text.Urls;

/// <summary>The lists for the rules of addresses. A line is an entry; its words are separated by spaces; <c>#</c> begins a
/// remark.</summary>
static class UrlData
{
    public static IReadOnlyList<string[]> Read(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        return [.. reader.ReadToEnd().Split('\n').Select(line => line.Split('#')[0]
            .Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Where(words => words.Length > 0)];
    }

    /// <summary>The rule that a line names, such as <c>web_archive</c>.</summary>
    public static UrlRule Rule(string name) => Enum.Parse<UrlRule>(name.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
}
