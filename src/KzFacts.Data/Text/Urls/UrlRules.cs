using System.Text.RegularExpressions;

namespace KzFacts.Data.Text.Urls;

/// <summary>Named rules that turn another form of an address into the plain address of the page: they open wrappers and undo
/// special forms and second host names. Each returns the plainer address, or null if it does not apply.</summary>
static partial class UrlRules
{
    static readonly IReadOnlyList<(UrlRule Rule, Func<UrlParts, string?> Apply)> All =
    [
        (UrlRule.WebArchive, WebArchive), (UrlRule.ArchiveToday, ArchiveToday), (UrlRule.GoogleCache, GoogleCache),
        (UrlRule.Redirector, parts => Redirected(parts, "redirector")), (UrlRule.Translation, Translation), (UrlRule.AmpCache, AmpCache),
        (UrlRule.Subdomain, Subdomain), (UrlRule.HostAlias, HostAlias), (UrlRule.Amp, Amp), (UrlRule.Telegram, Telegram),
            (UrlRule.Video, Video), (UrlRule.IndexPage, IndexPage),
    ];

    static readonly IReadOnlyList<string[]> Redirectors = UrlData.Read("redirectors.txt");

    static readonly Dictionary<string, string> Aliases = UrlData.Read("host-aliases.txt")
        .ToDictionary(words => words[0], words => words[1]);

    static readonly string[] Subdomains = ["www.", "m.", "mobile.", "touch.", "wap."];

    /// <summary>Applies the first rule that changes something. Null if none does.</summary>
    public static (UrlChange Change, UrlParts Parts)? Apply(UrlParts parts)
    {
        foreach (var (rule, apply) in All)
            if (apply(parts) is { } plainer && UrlParts.Of(plainer) is { } next && next.ToString() != parts.ToString())
                return (new(rule, next.Host == parts.Host ? parts.Path + parts.QueryText : parts.Host), next);
        return null;
    }

    /// <summary>Whether an address is a short code of archive.today, which does not reveal the page.</summary>
    public static bool IsArchiveTodayCode(UrlParts parts) =>
        ArchiveTodayHost().IsMatch(parts.Host) && ArchiveTodayCode().IsMatch(parts.Path);

    static string? WebArchive(UrlParts parts) =>
        Bare(parts.Host) is "web.archive.org" && WebArchivePath().Match(parts.Path) is { Success: true } match
        ? Target(match, parts) : null;

    static string? ArchiveToday(UrlParts parts) => !ArchiveTodayHost().IsMatch(Bare(parts.Host)) ? null
        : parts["url"] is { } url && parts.Path is "" or "/submit" ? url
        : ArchiveTodayPath().Match(parts.Path) is { Success: true } match ? Target(match, parts) : null;

    static string? GoogleCache(UrlParts parts) =>
        (parts.Host is "webcache.googleusercontent.com" || IsGoogle(parts.Host)) && parts.Path is "/search"
        && parts["q"] is { } q && GoogleCacheQuery().Match(q) is { Success: true } match ? match.Groups["target"].Value : null;

    static string? Redirected(UrlParts parts, string rule)
    {
        var host = Bare(parts.Host);
        foreach (var redirector in Redirectors)
            if (redirector[0] == rule && (redirector[1] == host || redirector[1] == parts.Host || redirector[1] == "google"
                && IsGoogle(host)
                    || redirector[1] == "translate.google" && host.StartsWith("translate.", StringComparison.Ordinal)
                        && IsGoogle(host["translate.".Length..])
                    || redirector[1][0] == '.' && host.EndsWith(redirector[1], StringComparison.Ordinal))
                && redirector[2].TrimEnd('/') == parts.Path && parts[redirector[3]] is { Length: > 0 } target
                    && IsAddress(target)) return target;
        return null;
    }

    static string? Translation(UrlParts parts)
    {
        if (Redirected(parts, "translation") is { } target) return target;
        if (parts.Host is "translated.turbopages.org" && TranslatedTurboPath().Match(parts.Path) is { Success: true } turbo)
            return $"{turbo.Groups["scheme"].Value}://{turbo.Groups["target"].Value}{parts.QueryText}";
        if (!parts.Host.EndsWith(".translate.goog", StringComparison.Ordinal)) return null;
        // Google writes a dot as one hyphen and a hyphen as two.
        var host = parts.Host[..^".translate.goog".Length].Replace("--", "\n", StringComparison.Ordinal).Replace('-', '.')
            .Replace('\n', '-');
        return (parts with
        {
            Host = host,
            Query = [.. parts.Query.Where(pair =>
            !pair.Name.StartsWith("_x_tr_", StringComparison.Ordinal))]
        }).ToString();
    }

    static string? AmpCache(UrlParts parts)
    {
        var host = Bare(parts.Host);
        var match = host.EndsWith(".cdn.ampproject.org", StringComparison.Ordinal) || host is "cdn.ampproject.org" or "bing-amp.com"
            || host.EndsWith(".bing-amp.com", StringComparison.Ordinal) ? AmpCachePath().Match(parts.Path)
            : IsGoogle(host) ? GoogleAmpPath().Match(parts.Path)
            : host.EndsWith("turbopages.org", StringComparison.Ordinal) || host.StartsWith("yandex.", StringComparison.Ordinal)
                ? TurboPath().Match(parts.Path)
            : Match.Empty;
        return match.Success ? Target(match, parts with
        {
            Query = [.. parts.Query.Where(pair =>
            pair.Name is not "usqp" && !pair.Name.StartsWith("amp_", StringComparison.Ordinal))]
        })
            : Redirected(parts, "amp_cache");
    }

    /// <summary>Forms for phones: the host <c>amp.</c>, <c>amp</c> as the first or last part of the path, a suffix or a parameter.
    /// The rest must still name a page.</summary>
    static string? Amp(UrlParts parts)
    {
        if (parts.Host.StartsWith("amp.", StringComparison.Ordinal) && parts.Host.IndexOf('.', 4) > 0)
            return (parts with { Host = parts.Host[4..] }).ToString();
        var path = parts.Path switch
        {
            _ when parts.Path.StartsWith("/amp/", StringComparison.Ordinal) => parts.Path[4..],
            _ when parts.Path.StartsWith("/news/amp/", StringComparison.Ordinal) => $"/news{parts.Path[9..]}",
            _ when parts.Path.EndsWith("/amp", StringComparison.Ordinal) && parts.Path.Length > 4 => parts.Path[..^4],
            _ when parts.Path.EndsWith(".amp.html", StringComparison.Ordinal) => $"{parts.Path[..^9]}.html",
            _ when parts.Path.EndsWith(".amp", StringComparison.Ordinal) => parts.Path[..^4],
            _ => parts.Path,
        };
        var query = parts.Query.Where(pair => !(pair.Name is "amp" or "_amp" || pair.Name is "outputType" or "output" or "view"
            && pair.Value is "amp")).ToList();
        if (path.Length < 2 && query.Count == 0) return null;
        return path == parts.Path && query.Count == parts.Query.Count ? null : (parts with { Path = path, Query = query }).ToString();
    }

    static string? Subdomain(UrlParts parts)
    {
        if (WikiMobileHost().Match(parts.Host) is { Success: true } wiki)
            return (parts with { Host = $"{wiki.Groups["language"].Value}.{wiki.Groups["site"].Value}" }).ToString();
        return Bare(parts.Host) is var bare && bare != parts.Host ? (parts with { Host = bare }).ToString() : null;
    }

    static string? HostAlias(UrlParts parts) =>
        Aliases.TryGetValue(parts.Host, out var host) ? (parts with { Host = host }).ToString() : null;

    /// <summary>The preview of a channel, and the forms in which a post is embedded.</summary>
    static string? Telegram(UrlParts parts)
    {
        if (parts.Host is not "t.me") return null;
        var path = parts.Path.StartsWith("/s/", StringComparison.Ordinal) ? parts.Path[2..] : parts.Path;
        var query = parts.Query.Where(pair => pair.Name is not ("single" or "embed" or "mode" or "before" or "after" or "q")).ToList();
        return (parts with { Path = path, Query = query }).ToString();
    }

    static string? Video(UrlParts parts) =>
        parts.Host is "youtu.be" && VideoPath().Match(parts.Path) is { Success: true } match
            ? $"youtube.com/watch?v={match.Groups["id"].Value}"
        : parts.Host is "youtube.com" && EmbeddedVideoPath().Match(parts.Path) is { Success: true } embedded
            ? $"youtube.com/watch?v={embedded.Groups["id"].Value}"
        : null;

    static string? IndexPage(UrlParts parts) =>
        IndexPath().Match(parts.Path) is { Success: true } match ? (parts with { Path = match.Groups["folder"].Value }).ToString() : null;

    /// <summary>The host without <c>www.</c>, <c>m.</c> and the like, provided that the rest is the name of a site and not a public
    /// suffix.</summary>
    static string Bare(string host)
    {
        while (Subdomains.FirstOrDefault(prefix => host.StartsWith(prefix, StringComparison.Ordinal)) is { } prefix
            && host[prefix.Length..] is var bare && bare.Contains('.') && !PublicSuffix().IsMatch(bare)) host = bare;
        return host;
    }

    static bool IsGoogle(string host) => GoogleHost().IsMatch(Bare(host));

    static bool IsAddress(string text) => UrlParts.Of(text) is not null;

    /// <summary>The address that is part of another one's path. Its colon or all of it may be encoded; the query belongs to it.</summary>
    static string Target(Match match, UrlParts parts)
    {
        var target = match.Groups["target"].Value + match.Groups["rest"].Value;
        if (!target.Contains('/')) target = Uri.UnescapeDataString(target);
        return PortInPath().Replace(SchemeInPath().Replace(target, "$1://"), "$1:$2") + parts.QueryText;
    }

    [GeneratedRegex("^/(?:web/(?:[0-9]+|%2A)(?:[a-z]{2}_)?|save(?:/_embed)?)/(?<target>.+)$")]
    private static partial Regex WebArchivePath();

    [GeneratedRegex(@"^archive\.(?:ph|today|is|li|vn|md|fo)$")]
    private static partial Regex ArchiveTodayHost();

    [GeneratedRegex(
        "^/(?:[0-9]{4,14}|[0-9]{4}\\.[0-9]{2}\\.[0-9]{2}-[0-9]{6}|newest|oldest|o/[A-Za-z0-9]+|timegate)/(?<target>https?(?:%3A|:).+)$")]
    private static partial Regex ArchiveTodayPath();

    [GeneratedRegex("^/[A-Za-z0-9]{4,6}$")]
    private static partial Regex ArchiveTodayCode();

    [GeneratedRegex(@"^cache:(?:[\w-]{8,}:)?(?<target>\S+)")]
    private static partial Regex GoogleCacheQuery();

    [GeneratedRegex(@"^google\.(?:[a-z]{2,3}|com?\.[a-z]{2})$")]
    private static partial Regex GoogleHost();

    [GeneratedRegex("^/proxy_u/[^/]+/(?<scheme>https?)/(?<target>.+)$")]
    private static partial Regex TranslatedTurboPath();

    [GeneratedRegex("^/(?:c|v|r|a|wp)/(?:s/)?(?<target>.+)$")]
    private static partial Regex AmpCachePath();

    [GeneratedRegex("^/amp/(?:s/)?(?<target>.+)$")]
    private static partial Regex GoogleAmpPath();

    [GeneratedRegex(@"^/(?:turbo/)?(?<target>[a-z0-9-]+(?:\.[a-z0-9-]+)+)/s(?<rest>/.+)$")]
    private static partial Regex TurboPath();

    [GeneratedRegex(@"^(?<language>[a-z-]{2,12})\.m\.(?<site>(?:wikipedia|wikinews|wikiquote|wikimedia|wiktionary)\.org|wiki\.x\.io)$")]
    private static partial Regex WikiMobileHost();

    [GeneratedRegex("^/(?<id>[A-Za-z0-9_-]{6,})$")]
    private static partial Regex VideoPath();

    [GeneratedRegex("^/(?:embed|live|shorts|v)/(?<id>[A-Za-z0-9_-]{6,})$")]
    private static partial Regex EmbeddedVideoPath();

    [GeneratedRegex(@"^(?<folder>.*)/(?:index\.(?:html?|php|aspx?|jsp|shtml)|default\.aspx?)$")]
    private static partial Regex IndexPath();

    [GeneratedRegex(@"^(?:com?|org|net|gov|edu|ac)\.[a-z]{2}$")]
    private static partial Regex PublicSuffix();

    [GeneratedRegex("^(https?)(?:%3A|:)/*", RegexOptions.IgnoreCase)]
    private static partial Regex SchemeInPath();

    [GeneratedRegex("^([a-z]+://[^/%]+)%3A([0-9]+)", RegexOptions.IgnoreCase)]
    private static partial Regex PortInPath();
}
