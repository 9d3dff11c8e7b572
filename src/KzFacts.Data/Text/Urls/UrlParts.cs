using System.Text.RegularExpressions;

namespace KzFacts.Data.Text.Urls;

/// <summary>The parts of a normalized address.</summary>
/// <param name="Host">In lower case and ASCII. A port is included unless it is the default of the scheme.</param>
/// <param name="Path">Uniformly percent-encoded, with a leading and without a trailing slash. Empty for the root.</param>
/// <param name="Query">Names and values in order, uniformly percent-encoded, without tracking parameters. A value is null if it has
/// no equals sign.</param>
sealed partial record UrlParts(string Host, string Path, IReadOnlyList<(string Name, string? Value)> Query)
{
    public string QueryText =>
        Query.Count == 0 ? "" : $"?{string.Join('&', Query.Select(pair => pair.Value is null ? pair.Name : $"{pair.Name}={pair.Value}"))}";

    /// <summary>A full stop at the end is encoded, as one that is not is taken for punctuation after the address.</summary>
    public override string ToString() => Path + QueryText is [.. var rest, '.'] ? $"{Host}{rest}%2E" : Host + Path + QueryText;

    /// <summary>The decoded value of a parameter, or null.</summary>
    public string? this[string name] =>
        Query.FirstOrDefault(pair => pair.Name == name).Value is { } value ? Uri.UnescapeDataString(value) : null;

    /// <summary>Normalizes an address as people paste it, also without a scheme. Null
    /// if the text is not the address of a web page.</summary>
    public static UrlParts? Of(string given, List<UrlChange>? changes = null)
    {
        void Note(bool changed, UrlRule rule, string detail)
        {
            if (changed) changes?.Add(new(rule, detail));
        }
        var text = PastedAddress.Clean(given);
        if (text.Length is 0 or > WebAddress.Longest || text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))) return null;
        Note(text != given, UrlRule.Pasted, "what stood around it, or is invisible");
        var hasScheme = text.Contains("://", StringComparison.Ordinal) && !text[..text.IndexOf("://", StringComparison.Ordinal)].AsSpan()
            .ContainsAny("/?#.");
        Note(!hasScheme || text.StartsWith("http:", StringComparison.OrdinalIgnoreCase), UrlRule.Scheme, hasScheme ? "http" : "missing");
        if (!hasScheme) text = $"https://{text.TrimStart('/', '\\')}";
        text = WithPlainAuthority(text);
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.UserInfo.Length > 0
            || uri.HostNameType != UriHostNameType.Dns || HostOf(uri) is not { } host || !host.Contains('.')) return null;

        var rest = text[(text.IndexOf("://", StringComparison.Ordinal) + 3)..].Split('#')[0];
        var authority = rest.Split('/', '?', '\\')[0];
        Note(authority.Split(':')[0] != host, UrlRule.Host, host);
        Note(authority.Contains(':') && uri.Port is 80 or 443, UrlRule.Port, $"{uri.Port}");

        var path = Slashes().Replace(string.Join('/', uri.AbsolutePath.Split('/').Select(EncodePath)), "/").TrimEnd('/');
        Note(rest[authority.Length..].Split('?')[0] is var rawPath && rawPath != path, UrlRule.Path, rawPath);

        var given0 = uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries);
        List<(string Name, string? Value)> query = [];
        foreach (var pair in given0.Select(pair => pair.Split('=', 2)))
        {
            var name = Encode(pair[0].Replace('+', ' '));
            if (UrlParameters.RuleFor(host, Uri.UnescapeDataString(name), null) is UrlRule.Tracking)
                changes?.Add(new(UrlRule.Tracking, Uri.UnescapeDataString(name)));
            else query.Add((name, pair.Length == 1 ? null : Encode(pair[1].Replace('+', ' '))));
        }
        var parts = new UrlParts(
            uri.Port is 80 or 443 ? host : $"{host}:{uri.Port}", path,
            [.. query.OrderBy(pair => pair.Value is null ? pair.Name : $"{pair.Name}={pair.Value}", StringComparer.Ordinal)]);
        Note(parts.QueryText != new UrlParts("", "", query).QueryText || query.Count == given0.Length
            && uri.Query != parts.QueryText, UrlRule.Query, "order and encoding");
        Note(text.Contains('#', StringComparison.Ordinal), UrlRule.Fragment, uri.Fragment);
        return parts;
    }

    /// <summary>The host in lower case and ASCII. Null if it is not a valid name (RFC 5890), for example with broken punycode or
    /// mixed writing directions.</summary>
    static string? HostOf(Uri uri)
    {
        try
        {
            return uri.IdnHost.ToLowerInvariant().TrimEnd('.');
        }
        catch (Exception e) when (e is UriFormatException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The host may be percent-encoded, and a backslash counts as a slash (WHATWG URL, 4.4).</summary>
    static string WithPlainAuthority(string text)
    {
        var plain = text.Split('?', '#')[0].Replace('\\', '/');
        var start = plain.IndexOf("://", StringComparison.Ordinal) + 3;
        var end = plain.IndexOf('/', start) is var slash && slash < 0 ? plain.Length : slash;
        return plain[..start] + Uri.UnescapeDataString(plain[start..end]) + plain[end..] + text[plain.Length..];
    }

    /// <summary>Uniformly percent-encoded, in Unicode's composed form.</summary>
    static string Encode(string part) => Uri.EscapeDataString(Composed.Of(Uri.UnescapeDataString(part)));

    /// <summary>The same for a part of the path, whose letters beyond ASCII may have been encoded twice.</summary>
    static string EncodePath(string part)
    {
        var text = Uri.UnescapeDataString(part);
        while (EncodedLetters().Replace(text, letter => Uri.UnescapeDataString(letter.Value)) is var decoded
            && decoded != text) text = decoded;
        return Encode(Uri.EscapeDataString(text));
    }

    [GeneratedRegex("/{2,}")]
    private static partial Regex Slashes();

    /// <summary>A letter of two bytes or more in UTF-8, percent-encoded.</summary>
    [GeneratedRegex("%[C-F][0-9A-F](?:%[89AB][0-9A-F])+", RegexOptions.IgnoreCase)]
    private static partial Regex EncodedLetters();
}
