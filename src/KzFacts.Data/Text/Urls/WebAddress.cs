using System.ComponentModel;
using System.Text.RegularExpressions;

namespace KzFacts.Data.Text.Urls;

/// <summary>A change of an address on the way to its key. The first eight only remove URL syntax and tracking; the others are the
/// named rules of equivalence.</summary>
public enum UrlRule
{
    [Description("Characters that were pasted around the address.")]
    Pasted,

    [Description("The scheme: http, https or none.")]
    Scheme,

    [Description("The spelling of the host.")]
    Host,

    [Description("The default port.")]
    Port,

    [Description("The spelling of the path.")]
    Path,

    [Description("The order and the encoding of the query.")]
    Query,

    [Description("Parameters that follow readers.")]
    Tracking,

    [Description("The part after #.")]
    Fragment,

    [Description("A copy in the Wayback Machine.")]
    WebArchive,

    [Description("A copy in archive.today.")]
    ArchiveToday,

    [Description("A copy in another archive.")]
    Archive,

    [Description("A copy in the cache of a search engine or a reader.")]
    Cache,

    [Description("An address that contains its target.")]
    Redirector,

    [Description("A link that a mail filter has wrapped.")]
    Mail,

    [Description("A translation by Google, Yandex or another service.")]
    Translation,

    [Description("A copy in a cache of AMP pages.")]
    AmpCache,

    [Description("The AMP form of the page.")]
    Amp,

    [Description("A subdomain such as www or m.")]
    Subdomain,

    [Description("Another host of the same publisher.")]
    HostAlias,

    [Description("Another form of a Telegram address.")]
    Telegram,

    [Description("Another form of the address of a video.")]
    Video,

    [Description("Another form of the address of a post.")]
    Social,

    [Description("Another form of the address of an article of a wiki.")]
    Wiki,

    [Description("Parameters that change how the page looks.")]
    Display,

    [Description("index.html and similar names.")]
    IndexPage,
}

/// <summary>One change of an address on the way to its key.</summary>
/// <param name="Detail">What was removed or changed, such as <c>utm_source</c> or <c>web.archive.org</c>.</param>
public sealed record UrlChange(UrlRule Rule, string Detail);

/// <summary>The passage that a link points to: its URL fragment text directive (WICG), decoded.</summary>
public sealed record UrlPassage(string Start, string? End);

/// <summary>The address of a web page in two canonical forms. Nothing is fetched.</summary>
public sealed record WebAddress
{
    /// <summary>Changes with the rules, so that keys of other rules can be recognised.</summary>
    public const int NormalizerVersion = 3;

    public const int Longest = 2000;

    static readonly ILookup<string, Regex?> ShortLinks = UrlData.Read("short-links.txt")
        .ToLookup(words => words[0], words => words.Length > 1 ? new Regex(words[1]) : null);

    /// <summary>Host, path and query without scheme, default port, trailing slash, fragment and tracking parameters, with sorted
    /// parameters and uniform percent-encoding (RFC 3986, 6.2). Addresses that differ only in syntax and tracking have the same
    /// normalized form.</summary>
    public required string Normalized { get; init; }

    /// <summary>The normalized form of the page's plain address, after wrappers and special forms are undone. Equivalent addresses
    /// have the same key. A key is an address, and its own key.</summary>
    public required string Key { get; init; }

    /// <summary>The changes of the given address, in order.</summary>
    public required IReadOnlyList<UrlChange> Changes { get; init; }

    /// <summary>The passage that its fragment points to, or null.</summary>
    public UrlPassage? Passage { get; init; }

    /// <summary>The host of the key.</summary>
    public string Host => Key.Split('/', '?')[0];

    /// <summary>Whether it is a short link. Only fetching it would reveal the target.</summary>
    public bool IsOpaque => ShortLinks[Host].Any(path => path?.IsMatch(Key[Host.Length..]) ?? true);

    /// <summary>Whether it is the public address of a page: no copy, no form for phones, no parameter that does not name the
    /// page.</summary>
    public bool IsPublic => Changes.All(change => change.Rule is UrlRule.Subdomain ? change.Detail.StartsWith("www.",
        StringComparison.Ordinal)
        : change.Rule is UrlRule.IndexPage or <= UrlRule.Fragment and not UrlRule.Tracking);

    /// <summary>Reads an address. Null if the text is not an http or https address.</summary>
    public static WebAddress? Of(string text)
    {
        List<UrlChange> changes = [];
        if (UrlParts.Of(text, changes) is not { } normalized) return null;
        var parts = normalized;
        while (UrlRules.Apply(parts) is var (change, next))
        {
            changes.Add(change);
            parts = next;
        }
        // After percent-encoding it may be too long, or its host may be invalid. A key must be an address itself.
        if (UrlParts.Of(parts.ToString()) is null) return null;
        return new() { Normalized = normalized.ToString(), Key = parts.ToString(), Changes = changes, Passage = PassageOf(text) };
    }

    /// <summary>Whether a parameter of this name only says where a reader came from, on every host.</summary>
    public static bool IsTracking(string name) => UrlParameters.RuleFor("", name, null) is UrlRule.Tracking;

    /// <summary>text=[prefix-,]start[,end][,-suffix]</summary>
    static UrlPassage? PassageOf(string text)
    {
        const string Directive = ":~:text=";
        var at = text.IndexOf(Directive, StringComparison.Ordinal);
        if (at < 0 || text.IndexOf('#', StringComparison.Ordinal) is var hash && (hash < 0 || hash > at)) return null;
        var words = text[(at + Directive.Length)..].Trim().TrimEnd('>').Split('&')[0].Split(',')
            .Where(part => !part.EndsWith('-') && !part.StartsWith('-')).Select(Uri.UnescapeDataString).ToList();
        return words is [{ Length: > 0 } start, ..] ? new(start, words.ElementAtOrDefault(1)) : null;
    }
}
