using System.Reflection;

namespace KzFacts.Data.Text;

/// <summary>The key under which addresses of one page meet: without scheme, <c>www.</c>, default port, trailing slash, fragment and
/// tracking parameters, with the query in order and one percent-encoding (RFC 3986, 6.2). Parameters that name the page stay.
/// Nothing is fetched.</summary>
public static class UrlKey
{
    /// <summary>Changes with the rules, so that stored keys can be told from those of other rules.</summary>
    public const int Version = 1;

    public const int Longest = 2000;

    static readonly IReadOnlyList<string> Tracking = ReadTracking();

    /// <summary>The key of an address, or null where the text is no http or https address.</summary>
    public static string? Of(string url)
    {
        if (Parse(url) is not { } uri) return null;
        var host = uri.IdnHost.ToLowerInvariant().TrimEnd('.');
        while (host.StartsWith("www.", StringComparison.Ordinal) && host.IndexOf('.', 4) > 0) host = host[4..];
        var path = string.Join('/', uri.AbsolutePath.Split('/').Select(Encode)).TrimEnd('/');
        var query = uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .Where(pair => !IsTracking(pair[0]))
            .Select(pair => string.Join('=', pair.Select(part => Encode(part.Replace('+', ' ')))))
            .Order(StringComparer.Ordinal).ToList();
        return host + (uri.Port is 80 or 443 ? "" : $":{uri.Port}") + path + (query.Count == 0 ? "" : $"?{string.Join('&', query)}");
    }

    /// <summary>Reads an address as people paste it: white space and angle brackets around it and a missing scheme are forgiven.</summary>
    public static Uri? Parse(string url)
    {
        var text = url.Trim().Trim('<', '>').Trim();
        if (text.Length is 0 or > Longest || text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))) return null;
        if (!text.Contains("://", StringComparison.Ordinal)) text = $"https://{text.TrimStart('/')}";
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.UserInfo.Length == 0
            && uri.HostNameType == UriHostNameType.Dns && uri.IdnHost.TrimEnd('.').Contains('.') ? uri : null;
    }

    static bool IsTracking(string name)
    {
        var plain = Uri.UnescapeDataString(name).ToLowerInvariant();
        return Tracking.Any(rule => rule[^1] == '*' ? plain.StartsWith(rule[..^1], StringComparison.Ordinal) : plain == rule);
    }

    static string Encode(string part) => Uri.EscapeDataString(Uri.UnescapeDataString(part));

    static List<string> ReadTracking()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("tracking-parameters.txt")!);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(line => line[0] != '#')];
    }
}
