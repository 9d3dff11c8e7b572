namespace KzFacts.Data.Text.Urls;

/// <summary>Query parameters that do not name a page.</summary>
static class UrlParameters
{
    sealed record Line(UrlRule Rule, string Name, string? Value, IReadOnlyList<HostPattern>? Hosts);

    static readonly IReadOnlyList<Line> Lines = [.. UrlData.Read("parameters.txt").Select(words => (Words: words,
        Pair: words[1].Split('=')))
        .Select(one => new Line(UrlData.Rule(one.Words[0]), one.Pair[0], one.Pair.ElementAtOrDefault(1),
            one.Words.Length > 2 ? HostPattern.List(one.Words[2]) : null))];

    /// <summary>The rule by which a parameter does not name a page, or null if it may.</summary>
    public static UrlRule? RuleFor(string host, string name, string? value) => Lines.FirstOrDefault(line =>
        (line.Name[^1] == '*' ? name.StartsWith(line.Name[..^1], StringComparison.OrdinalIgnoreCase)
            : name.Equals(line.Name, StringComparison.OrdinalIgnoreCase))
        && (line.Value is null || line.Value == value) && (line.Hosts?.Any(one => one.Below(host) is not null) ?? true))?.Rule;
}
