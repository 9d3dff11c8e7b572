using System.Buffers;
using System.ComponentModel;
using System.Text.Json;
using KzFacts.Data.Facts;
using KzFacts.Data.Names;
using KzFacts.Data.Text;
using KzFacts.Data.Text.Urls;

namespace KzFacts.Data.Querying;

/// <summary>How the page of an address was found.</summary>
public enum MatchLevel
{
    [Description("The address is stored as it was given.")]
    Exact,

    [Description("The address differs from a stored one only in URL syntax and tracking parameters.")]
    Normalized,

    [Description("The address leads to the same page by the rules in the steps.")]
    Equivalent,

    [Description("No facts are held of the page.")]
    None,
}

/// <summary>Why no page was found for an address.</summary>
public enum MissReason
{
    [Description("No facts are held of the page.")]
    NotHeld,

    [Description("It is a short link. Only opening it would reveal the target.")]
    OpaqueLink,
}

/// <summary>Which of the two addresses a step changes.</summary>
public enum AddressSide
{
    [Description("The address that was given.")]
    Asked,

    [Description("The address that is stored.")]
    Stored,
}

[Description("What is held of one address.")]
public sealed record LookupAnswer
{
    [Description("The address as it was given.")]
    public required string Url { get; init; }

    [Description("How the address was found.")]
    public required UrlMatch Match { get; init; }

    [Description("The page. Null if there is no match: no facts are held of it, which says nothing about its truth.")]
    public Source? Source { get; init; }

    [Description("What the page claims, in the order of the facts. If the address has a passage that is found: only what stands there.")]
    public required IReadOnlyList<SourceClaim> Claims { get; init; }

    [Description("If there is no match: what else is held of the same host. Otherwise null.")]
    public HeldOfHost? Host { get; init; }
}

[Description("How an address was found.")]
public sealed record UrlMatch
{
    [Description(
        "exact: the address is stored as given; normalized: it differs only in URL syntax and tracking parameters; equivalent: it " +
        "leads to the same page by the rules in steps; none: no facts are held of it.")]
    public required MatchLevel Level { get; init; }

    [Description("The stored address that matches, or null.")]
    public string? Stored { get; init; }

    [Description(
        "How the given address was changed until it matched. For an equivalent match, also how the stored address was changed.")]
    public required IReadOnlyList<UrlStep> Steps { get; init; }

    [Description("The key. Equivalent addresses have the same key.")]
    public required string Key { get; init; }

    [Description("The passage that the address points to with #:~:text=, or null.")]
    public AskedPassage? Passage { get; init; }

    [Description(
        "If there is no match, the reason: not_held, or opaque_link for a short link, whose target only fetching would reveal. " +
        "Otherwise null.")]
    public MissReason? Reason { get; init; }

    [Description("The version of the rules that make keys.")]
    public required int NormalizerVersion { get; init; }
}

[Description("One change on the way from an address to its key.")]
public sealed record UrlStep
{
    [Description("Which address is changed.")]
    public required AddressSide Side { get; init; }

    [Description(
        "The rule. pasted, scheme, host, port, path, query, tracking and fragment concern syntax and tracking; the others are rules of " +
        "equivalence.")]
    public required UrlRule Rule { get; init; }

    [Description("What was removed or changed.")]
    public required string Detail { get; init; }
}

[Description("The passage that an address points to.")]
public sealed record AskedPassage
{
    [Description("The first words of the passage, or all of it.")]
    public required string Start { get; init; }

    [Description("The last words of the passage, or null.")]
    public string? End { get; init; }

    [Description("Whether claims of the page stand in the passage. If not, the answer has all claims of the page.")]
    public required bool Found { get; init; }
}

[Description("What is held of a host.")]
public sealed record HeldOfHost
{
    [Description("The host.")]
    public required string Name { get; init; }

    [Description("The number of its addresses that are held.")]
    public required int Pages { get; init; }

    [Description("Up to five of its pages.")]
    public required IReadOnlyList<string> Sources { get; init; }
}

/// <summary>Options of a look-up.</summary>
/// <param name="AsOf">Look up what was known by the end of this day.</param>
/// <param name="WithClaims">Whether each fact comes with all the pages that claim it.</param>
/// <param name="Claim">The id of the only fact that is wanted, or null for all.</param>
public sealed record LookupOptions(DateOnly? AsOf = null, bool WithClaims = false, string? Claim = null);

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

    const string Claims = """
        select c.document, j.json, c.others, c.more from claim c join fact f on f.row = c.row join {json} j on j.row = c.row
        where c.source = @source and (@claim is null or f.id = @claim) and {version} order by c.row
        """;

    static readonly Dictionary<(bool Then, bool WithClaims), string> ClaimStatements =
        new[] { (false, false), (false, true), (true, false), (true, true) }.ToDictionary(
        use => use,
        use => Claims.Replace("{json}", use.Item2 ? "fact_document" : "fact_card", StringComparison.Ordinal)
            .Replace("{version}", use.Item1
                ? "f.known_from <= @AsOf and @AsOf < f.known_until" : "f.current = 1", StringComparison.Ordinal));

    /// <summary>Writes a <see cref="LookupAnswer"/> as finished JSON.</summary>
    public static void Write(Lane lane, LookupPage page, LookupOptions options, IBufferWriter<byte> output) =>
        Envelope.Write(output, json => WriteMembers(lane, page, options, json));

    /// <summary>Writes the same as an item of a list.</summary>
    public static void Write(Lane lane, LookupPage page, LookupOptions options, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        WriteMembers(lane, page, options, json);
        json.WriteEndObject();
    }

    static void WriteMembers(Lane lane, LookupPage page, LookupOptions options, Utf8JsonWriter json)
    {
        var meant = page.Passage is null || page.Source is null ? null : At(lane, page, options);
        var match = page.Passage is null ? page.Match
            : page.Match with { Passage = new() { Start = page.Passage.Start, End = page.Passage.End, Found = meant is { Count: > 0 } } };
        json.WriteString("url", page.Url);
        json.WriteValue("match", match);
        json.WriteFinished("source", page.Document);
        json.WriteStartArray("claims");
        var read = 0;
        if (page.Source is not null)
            Each(lane, page.Source, options, row =>
            {
                if (meant is { Count: > 0 } && !meant.Contains(read++)) return;
                json.WriteStartObject();
                json.WriteFinished("claim", row.Utf8(0));
                json.WriteFinished("fact", row.Utf8(1));
                json.WriteFinished("others", row.Utf8(2));
                json.WriteNumber("moreOthers", row.Number(3));
                json.WriteEndObject();
            });
        json.WriteEndArray();
        json.WriteValue("host", page.Host);
    }

    /// <summary>Looks up one address.</summary>
    /// <exception cref="InvalidParametersException">The text is not the address of a web page.</exception>
    public static LookupPage Find(Lane lane, string url, string parameter = "url") => Find(lane, [url], _ => parameter)[0];

    /// <summary>Looks up at most <see cref="MostUrls"/> addresses, with two statements in all.</summary>
    /// <exception cref="InvalidParametersException">There are no addresses or too many, or some are not addresses of web pages. All
    /// of those are listed.</exception>
    public static IReadOnlyList<LookupPage> FindAll(Lane lane, IReadOnlyList<string>? urls) => urls is null or { Count: 0 or > MostUrls }
        ? throw new InvalidParametersException([new("urls", $"{urls?.Count ?? 0} addresses are given.", $"1 to {MostUrls}")])
        : Find(lane, urls, i => $"urls[{i}]");

    static List<LookupPage> Find(Lane lane, IReadOnlyList<string?> urls, Func<int, string> nameOf)
    {
        List<ParameterError> errors = [.. urls.Index().Select(one => (one.Index, Objection: PageAddressAttribute.ObjectionTo(one.Item)))
            .Where(one => one.Objection is not null)
            .Select(one => new ParameterError(nameOf(one.Index), one.Objection!.Detail, one.Objection.Hint))];
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
    };

    /// <summary>Calls <paramref name="each"/> for the claims of a source: the finished JSON of the claim, of its fact and of the
    /// other sources of the fact, and the number of further sources.</summary>
    public static void Each(Lane lane, string source, LookupOptions options, Action<Row> each) =>
        lane.Each(ClaimStatements[(options.AsOf is not null, options.WithClaims)], new { source, claim = options.Claim, options.AsOf },
            row =>
        {
            each(row);
            return true;
        });

    static IEnumerable<UrlStep> Steps(AddressSide side, IEnumerable<UrlChange> changes) =>
        changes.Select(change => new UrlStep { Side = side, Rule = change.Rule, Detail = change.Detail });

    /// <summary>The claims that stand in the passage: those whose evidence shares words with it.</summary>
    static HashSet<int> At(Lane lane, LookupPage page, LookupOptions options)
    {
        var asked = new[] { page.Passage!.Start, page.Passage.End }.OfType<string>().Select(Folding.Text).Where(words => words.Length > 0)
            .ToList();
        HashSet<int> found = [];
        var read = 0;
        Each(lane, page.Source!, options, row =>
        {
            var evidence = FactJson.Read<Claim>(row.Utf8(0)).Evidence;
            var words = new[] { Folding.Text(evidence.Start), Folding.Text(evidence.End) };
            if (asked.Exists(one => words.Any(other => other.Length > 0
                && ($" {other} ".Contains($" {one} ", StringComparison.Ordinal)
                || $" {one} ".Contains($" {other} ", StringComparison.Ordinal))))) found.Add(read);
            read++;
        });
        return found;
    }
}
