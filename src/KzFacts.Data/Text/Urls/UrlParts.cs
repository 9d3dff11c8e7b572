namespace KzFacts.Data.Text.Urls;

/// <summary>The parts of a normalized address.</summary>
/// <param name="Host">In lower case and ASCII. A port is included unless it is the default of the scheme.</param>
/// <param name="Path">Uniformly percent-encoded, with a leading and without a trailing slash. Empty for the root.</param>
/// <param name="Query">Names and values in order, uniformly percent-encoded, without tracking parameters. A value is null if it has
/// no equals sign.</param>
sealed record UrlParts(string Host, string Path, IReadOnlyList<(string Name, string? Value)> Query)
{
    public string QueryText =>
        Query.Count == 0 ? "" : $"?{string.Join('&', Query.Select(pair => pair.Value is null ? pair.Name : $"{pair.Name}={pair.Value}"))}";

    public override string ToString() => Host + Path + QueryText;

    /// <summary>The decoded value of a parameter, or null.</summary>
    public string? this[string name] =>
        Query.FirstOrDefault(pair => pair.Name == name).Value is { } value ? Uri.UnescapeDataString(value) : null;

    /// <summary>Normalizes an address as people paste it: with white space or angle brackets around it, or without a scheme. Null
    /// if the text is not the address of a web page.</summary>
    public static UrlParts? Of(string given, List<UrlChange>? changes = null)
    {
        void Note(bool changed, UrlRule rule, string detail)
        {
            if (changed) changes?.Add(new(rule, detail));
        }
        var text = Invisible.Without(given).Trim().Trim('<', '>').Trim();
        if (text.Length is 0 or > WebAddress.Longest || text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))) return null;
        Note(text != given, UrlRule.Pasted, "what stood around it, or is invisible");
        var hasScheme = text.Contains("://", StringComparison.Ordinal) && !text[..text.IndexOf("://", StringComparison.Ordinal)].AsSpan()
            .ContainsAny("/?#.");
        Note(!hasScheme || text.StartsWith("http:", StringComparison.OrdinalIgnoreCase), UrlRule.Scheme, hasScheme ? "http" : "missing");
        if (!hasScheme) text = $"https://{text.TrimStart('/')}";
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.UserInfo.Length > 0
            || uri.HostNameType != UriHostNameType.Dns || HostOf(uri) is not { } host || !host.Contains('.')) return null;

        var rest = text[(text.IndexOf("://", StringComparison.Ordinal) + 3)..].Split('#')[0];
        var authority = rest.Split('/', '?', '\\')[0];
        Note(authority.Split(':')[0] != host, UrlRule.Host, host);
        Note(authority.Contains(':') && uri.Port is 80 or 443, UrlRule.Port, $"{uri.Port}");

        var path = string.Join('/', uri.AbsolutePath.Split('/').Select(Encode)).TrimEnd('/');
        Note(rest[authority.Length..].Split('?')[0] is var rawPath && rawPath != path, UrlRule.Path, rawPath);

        var given0 = uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries);
        List<(string Name, string? Value)> query = [];
        foreach (var pair in given0.Select(pair => pair.Split('=', 2)))
        {
            var name = Encode(pair[0].Replace('+', ' '));
            if (WebAddress.IsTracking(Uri.UnescapeDataString(name))) changes?.Add(new(UrlRule.Tracking, Uri.UnescapeDataString(name)));
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

    static string Encode(string part) => Uri.EscapeDataString(Uri.UnescapeDataString(part));
}
