using System.Text.Json;
using KzFacts.Data.Text.Urls;

namespace KzFacts.Data.Querying;

/// <summary>The result of looking up an address.</summary>
/// <param name="Url">The address as it was given.</param>
/// <param name="Source">The id of the page, or null.</param>
/// <param name="Document">The finished JSON of the page, or null.</param>
/// <param name="Host">If no page was found: what is held of the same host. Otherwise null.</param>
public sealed record LookupPage(string Url, UrlMatch Match, string? Source, byte[]? Document, UrlPassage? Passage, HeldOfHost? Host);

/// <summary>Finds pages by their address.</summary>
public static class Lookup
{
    /// <summary>The most addresses that one request may look up.</summary>
    public const int MostUrls = 100;

    const int MostOfHost = 5;

    const string ByKey =
        "select u.key, u.url, s.id, s.document from json_each(@keys) k cross join source_url u on u.key = k.value join source s on s.id " +
        "= u.source";

    const string OfHost = "from source_url where key = h.value or (key > h.value || '/' and key < h.value || '0')";

    static readonly string ByHost =
        $"select h.value, (select count(*) {OfHost}), (select json_group_array(source) from (select source {OfHost} order by key limit " +
        $"{MostOfHost})) from json_each(@hosts) h";

    /// <summary>Looks up one address.</summary>
    /// <exception cref="InvalidParametersException">The text is not the address of a web page.</exception>
    public static LookupPage Find(Lane lane, string url, string parameter = "url") => Find(lane, [url], _ => parameter)[0];

    /// <summary>Looks up at most <see cref="MostUrls"/> addresses, with two statements in all.</summary>
    /// <exception cref="InvalidParametersException">There are no addresses or too many, or some are not addresses of web pages. All
    /// of those are listed.</exception>
    public static IReadOnlyList<LookupPage> FindAll(Lane lane, IReadOnlyList<string>? urls) => urls is null or { Count: 0 or > MostUrls }
        ? throw new InvalidParametersException([new(urls is { Count: > 0 } ? ErrorCode.TooMany : ErrorCode.Empty, "urls",
            $"{urls?.Count ?? 0} addresses are given.", Hint: $"give 1 to {MostUrls}")])
        : Find(lane, urls, i => $"urls[{i}]");

    static List<LookupPage> Find(Lane lane, IReadOnlyList<string?> urls, Func<int, string> nameOf)
    {
        List<ParameterError> errors = [.. urls.Index().Select(one =>
                (one.Index, one.Item, Objection: PageAddressAttribute.ObjectionTo(one.Item)))
            .Where(one => one.Objection is not null)
            .Select(one => one.Objection!.In(nameOf(one.Index), one.Item))];
        if (errors.Count > 0) throw new InvalidParametersException(errors);
        List<WebAddress> asked = [.. urls.Select(url => WebAddress.Of(url!)!)];
        var stored = Stored(lane, asked.Select(one => one.Key));
        var hosts = HeldOf(lane, asked.Where(one => !stored.Contains(one.Key)).Select(one => one.Host));
        return [.. asked.Select((one, i) => stored.Contains(one.Key) ? Found(urls[i]!, one, stored[one.Key])
            : Missed(urls[i]!, one, hosts[one.Host]))];
    }

    sealed record StoredPage(string Key, string Url, string Source, byte[] Document);

    static ILookup<string, StoredPage> Stored(Lane lane, IEnumerable<string> keys)
    {
        List<StoredPage> pages = [];
        lane.Each(ByKey, new { keys = JsonSerializer.Serialize(keys.Distinct()) }, row =>
        {
            pages.Add(new(row.Text(0), row.Text(1), row.Text(2), row.Utf8(3).ToArray()));
            return true;
        });
        return pages.OrderBy(page => page.Url, StringComparer.Ordinal).ToLookup(page => page.Key);
    }

    static Dictionary<string, HeldOfHost> HeldOf(Lane lane, IEnumerable<string> hosts)
    {
        Dictionary<string, HeldOfHost> held = [];
        if (hosts.Distinct().ToList() is { Count: > 0 } names)
            lane.Each(ByHost, new { hosts = JsonSerializer.Serialize(names) }, row =>
            {
                held[row.Text(0)] = new()
                {
                    Name = row.Text(0), Pages = (int)row.Number(1),
                    Sources = JsonSerializer.Deserialize<List<string>>(row.Utf8(2))!
                };
                return true;
            });
        return held;
    }

    static LookupPage Found(string url, WebAddress asked, IEnumerable<StoredPage> stored)
    {
        var page = stored.MinBy(one => one.Url == url ? 0 : WebAddress.Of(one.Url)!.Normalized == asked.Normalized ? 1 : 2)!;
        var met = WebAddress.Of(page.Url)!;
        var steps = Steps(AddressSide.Asked, asked.Changes);
        var match = page.Url == url ? Match(MatchLevel.Exact, asked, page.Url, [])
            : met.Normalized == asked.Normalized
                ? Match(MatchLevel.Normalized, asked, page.Url, steps.Where(step => step.Rule <= UrlRule.Fragment))
            : Match(MatchLevel.Equivalent, asked, page.Url,
                steps.Concat(Steps(AddressSide.Stored, met.Changes.Where(change => change.Rule > UrlRule.Fragment))));
        return new(url, match, page.Source, page.Document, asked.Passage, null);
    }

    static LookupPage Missed(string url, WebAddress asked, HeldOfHost host) =>
        new(url, Match(MatchLevel.None, asked, null, Steps(AddressSide.Asked, asked.Changes)), null, null, asked.Passage, host);

    static UrlMatch Match(MatchLevel level, WebAddress asked, string? stored, IEnumerable<UrlStep> steps) => new()
    {
        Level = level, Stored = stored, Steps = [.. steps], Key = asked.Key, NormalizerVersion = WebAddress.NormalizerVersion,
        Reason = level != MatchLevel.None ? null : asked.IsOpaque ? MissReason.OpaqueLink : MissReason.NotHeld,
        Next = level != MatchLevel.None ? null
            : asked.IsOpaque ? "open the link in a browser, and look up the address that it leads to"
            : "search for the headline of the page (/v1/search?q=), or check its text (/v1/check)",
    };

    static IEnumerable<UrlStep> Steps(AddressSide side, IEnumerable<UrlChange> changes) =>
        changes.Select(change => new UrlStep { Side = side, Rule = change.Rule, Detail = change.Detail });
}
