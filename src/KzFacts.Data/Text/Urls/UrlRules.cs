using System.Text.RegularExpressions;

namespace KzFacts.Data.Text.Urls;

/// <summary>Named rules that turn another form of an address into the plain address of the page. The lists say which forms there are;
/// what a list cannot say is here.</summary>
static partial class UrlRules
{
    static readonly IReadOnlyList<Func<UrlParts, (UrlRule Rule, string Address)?>> All =
        [Subdomain, HostAlias, Wrapper, GoogleTranslation, AmpHost, OtherForm, PlainQuery];

    static readonly IReadOnlyList<UrlForm> Wrappers = [.. UrlData.Read("wrappers.txt").Select(words => UrlForm.OfWrapper(words))];

    static readonly IReadOnlyList<UrlForm> Forms = [.. UrlData.Read("page-forms.txt").Select(words => UrlForm.OfPage(words))];

    static readonly Dictionary<string, string> Aliases = UrlData.Read("host-aliases.txt")
        .ToDictionary(words => words[0], words => words[1]);

    static readonly string[] Subdomains = ["www.", "m.", "mobile.", "touch.", "wap.", "mob."];

    /// <summary>Applies the first rule that changes something. Null if none does.</summary>
    public static (UrlChange Change, UrlParts Parts)? Apply(UrlParts parts)
    {
        foreach (var apply in All)
            if (apply(parts) is var (rule, plainer) && UrlParts.Of(plainer) is { } next && next.ToString() != parts.ToString())
                return (new(rule, next.Host == parts.Host ? parts.Path + parts.QueryText : parts.Host), next);
        return null;
    }

    /// <summary>The host without <c>www.</c>, <c>m.</c> and the like, provided that the rest is the name of a site and not a public
    /// suffix.</summary>
    static (UrlRule, string)? Subdomain(UrlParts parts) =>
        Subdomains.FirstOrDefault(prefix => parts.Host.StartsWith(prefix, StringComparison.Ordinal)) is { } prefix
        && parts.Host[prefix.Length..] is var bare && bare.Contains('.') && !PublicSuffix().IsMatch(bare)
            ? (UrlRule.Subdomain, (parts with { Host = bare }).ToString()) : null;

    static (UrlRule, string)? HostAlias(UrlParts parts) =>
        Aliases.TryGetValue(parts.Host, out var host) ? (UrlRule.HostAlias, (parts with { Host = host }).ToString()) : null;

    static (UrlRule, string)? Wrapper(UrlParts parts)
    {
        foreach (var form in Wrappers)
            if (form.Target(parts) is { } target && UrlParts.Of(target) is not null) return (form.Rule, target);
        return null;
    }

    /// <summary>Google writes a dot of the host as one hyphen and a hyphen as two.</summary>
    static (UrlRule, string)? GoogleTranslation(UrlParts parts) => !parts.Host.EndsWith(".translate.goog", StringComparison.Ordinal) ? null
        : (UrlRule.Translation, (parts with
        {
            Host = parts.Host[..^".translate.goog".Length].Replace("--", "\n", StringComparison.Ordinal).Replace('-',
                '.').Replace('\n', '-'),
            Query = [.. parts.Query.Where(pair => !pair.Name.StartsWith("_x_tr_", StringComparison.Ordinal))],
        }).ToString());

    static (UrlRule, string)? AmpHost(UrlParts parts) =>
        parts.Host.StartsWith("amp.", StringComparison.Ordinal) && parts.Host.IndexOf('.', 4) > 0
            ? (UrlRule.Amp, (parts with { Host = parts.Host[4..] }).ToString()) : null;

    static (UrlRule, string)? OtherForm(UrlParts parts)
    {
        foreach (var form in Forms)
            if (form.Target(parts) is { } address && address != parts.ToString()) return (form.Rule, address);
        return null;
    }

    /// <summary>Without the parameters that change how a page looks. The rest must still name a page.</summary>
    static (UrlRule, string)? PlainQuery(UrlParts parts)
    {
        foreach (var pair in parts.Query)
            if (UrlParameters.RuleFor(parts.Host, pair.Name, pair.Value) is { } rule && (parts.Path.Length > 1 || parts.Query.Count > 1))
                return (rule, (parts with { Query = [.. parts.Query.Where(one => one != pair)] }).ToString());
        return null;
    }

    [GeneratedRegex(@"^(?:com?|org|net|gov|edu|ac)\.[a-z]{2}$")]
    private static partial Regex PublicSuffix();
}
