using System.Text.RegularExpressions;

namespace KzFacts.Data.Text.Urls;

/// <summary>A form of an address, as a line of wrappers.txt or page-forms.txt describes it.</summary>
sealed partial class UrlForm
{
    /// <summary>What the words in braces of a wrapper's path stand for.</summary>
    static readonly (string Word, string Pattern)[] Words =
    [
        ("{url}", "(?<url>.+)"), ("{site}", @"(?<site>[a-z0-9-]+(?:\.[a-z0-9-]+)+)"), ("{rest}", "(?<rest>.+)"),
        ("{scheme}", "(?<scheme>https?)"), ("{stamp}", @"(?:[0-9][0-9.-]*(?:%2A)?(?:[a-z]{2}_)?|%2A)"), ("{code}", "[A-Za-z0-9_.%-]+"),
    ];

    readonly IReadOnlyList<HostPattern> hosts;
    readonly Lazy<Regex> path;
    readonly Func<UrlParts, Match, string?> target;

    UrlForm(UrlRule rule, string hosts, string path, Func<UrlParts, Match, string?> target)
    {
        (Rule, this.hosts, this.target) = (rule, HostPattern.List(hosts), target);
        this.path = new(() => new(path, RegexOptions.CultureInvariant));
    }

    public UrlRule Rule { get; }

    /// <summary>The address that this form of an address leads to. Null if the address does not have this form.</summary>
    public string? Target(UrlParts parts) =>
        hosts.Any(host => host.Below(parts.Host) is not null) && path.Value.Match(parts.Path + parts.QueryText) is { Success: true } match
            ? target(parts, match) : null;

    /// <summary>A line of wrappers.txt: rule, hosts, path, parameter, encoding.</summary>
    public static UrlForm OfWrapper(string[] words)
    {
        var path = Words.Aggregate(words[2], (text, word) => text.Replace(word.Word, word.Pattern, StringComparison.Ordinal));
        var parameter = words.Length > 3 && words[3] != "-" ? new Regex($"^(?:{words[3]})$", RegexOptions.CultureInvariant) : null;
        var decode = UrlDecoders.Of(words.ElementAtOrDefault(4) ?? "");
        return new(UrlData.Rule(words[0]), words[1], parameter is null ? $"^{path}$" : @$"^{path}(?:\?.*)?$", (parts, match) =>
            parameter is null ? decode(match, InPath(match))
            : parts.Query.FirstOrDefault(pair => parameter.IsMatch(pair.Name)).Value is { Length: > 0 } value
                ? decode(match, Uri.UnescapeDataString(value)) : null);
    }

    /// <summary>A line of page-forms.txt: rule, hosts, pattern, plain address.</summary>
    public static UrlForm OfPage(string[] words)
    {
        var patterns = HostPattern.List(words[1]);
        return new(UrlData.Rule(words[0]), words[1], $"^{words[2]}$", (parts, match) => Name().Replace(words[3], name =>
            name.Groups[1].Value switch
            {
                "host" => parts.Host,
                "sub" => patterns.Select(host => host.Below(parts.Host)).First(below => below is not null)!,
                var group when group.StartsWith("lower", StringComparison.Ordinal) => match.Groups[group].Value.ToLowerInvariant(),
                var group when group.StartsWith("title", StringComparison.Ordinal) =>
                    match.Groups[group].Value.Replace("%20", "_", StringComparison.Ordinal),
                var group => match.Groups[group].Value,
            }));
    }

    /// <summary>The address that is part of another one's path. Its colon or all of it may be encoded. The query belongs to it.</summary>
    static string InPath(Match match)
    {
        if (match.Groups["site"].Success) return $"{match.Groups["site"].Value}/{match.Groups["rest"].Value}";
        if (match.Groups["scheme"].Success) return $"{match.Groups["scheme"].Value}://{match.Groups["rest"].Value}";
        var target = match.Groups["url"].Value;
        if (!target.Split('?')[0].Contains('/')) target = Uri.UnescapeDataString(target);
        target = PortInPath().Replace(SchemeInPath().Replace(target, "$1://"), "$1:$2");
        return target.Contains('?') ? target : target.Replace("%3F", "?", StringComparison.Ordinal);
    }

    [GeneratedRegex("^(https?)(?:%3A|:)/*", RegexOptions.IgnoreCase)]
    private static partial Regex SchemeInPath();

    [GeneratedRegex("^([a-z]+://[^/%]+)%3A([0-9]+)", RegexOptions.IgnoreCase)]
    private static partial Regex PortInPath();

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Name();
}
