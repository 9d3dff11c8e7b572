using System.Text.RegularExpressions;

namespace KzFacts.Data.Text.Urls;

/// <summary>Hosts as the lists of addresses name them: <c>tass.ru</c>, <c>.tass.ru</c> (all hosts below it), <c>google.*</c> (with any
/// public suffix) or <c>*</c> (any host).</summary>
sealed class HostPattern
{
    readonly string? exact;
    readonly Regex? pattern;

    HostPattern(string text)
    {
        if (text != "*" && text[0] != '.' && !text.EndsWith(".*", StringComparison.Ordinal)) exact = text;
        else if (text != "*")
            pattern = new($"^{(text[0] == '.' ? @"(?<sub>.+)\." : "")}{Regex.Escape(text.Trim('.', '*'))}"
                + $"{(text.EndsWith(".*", StringComparison.Ordinal) ? @"\.(?:com?\.)?[a-z]{2,3}" : "")}$", RegexOptions.CultureInvariant);
    }

    public static IReadOnlyList<HostPattern> List(string text) => [.. text.Split(',').Select(host => new HostPattern(host))];

    /// <summary>What stands before the host of a pattern that begins with a dot, otherwise empty. Null if it is another host.</summary>
    public string? Below(string host) =>
        exact is not null ? exact == host ? "" : null
        : pattern is null ? ""
        : pattern.Match(host) is { Success: true } match ? match.Groups["sub"].Value
        : null;
}
