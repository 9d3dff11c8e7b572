using System.Buffers;
using System.ComponentModel;
using KzFacts.Data.Facts;
using KzFacts.Data.Names;
using KzFacts.Data.Text;
using KzFacts.Data.Text.Urls;

namespace KzFacts.Data.Querying;

/// <summary>How an address was found.</summary>
public enum MatchLevel { Exact, Normalized, Equivalent, None }

/// <summary>Why an address was not found.</summary>
public enum MissReason { NotHeld, OpaqueLink }

/// <summary>Which of the two addresses a step changes.</summary>
public enum AddressSide { Asked, Stored }

[Description("What is held of one address.")]
public sealed record LookupAnswer
{
    [Description("The address as asked for.")]
    public required string Url { get; init; }

    [Description("How it was found.")]
    public required UrlMatch Match { get; init; }

    [Description("The page, or null where none matches: nothing is held of it, which says nothing of its truth.")]
    public Source? Source { get; init; }

    [Description("What the page claims, in the order of the facts; with a passage that is found, only what stands there.")]
    public required IReadOnlyList<SourceClaim> Claims { get; init; }

    [Description("Where nothing matches: what else is held of the address's host; else null.")]
    public HeldOfHost? Host { get; init; }
}

[Description("How an address was found.")]
public sealed record UrlMatch
{
    [Description("exact: the stored address itself; normalized: the same by URL syntax and tracking parameters alone; equivalent: the same page by the named rules in steps; none: nothing is held of it.")]
    public required MatchLevel Level { get; init; }

    [Description("The stored address that was met, or null.")]
    public string? Stored { get; init; }

    [Description("What was done to the address as asked, and for an equivalent match to the stored one, until both had one key.")]
    public required IReadOnlyList<UrlStep> Steps { get; init; }

    [Description("The key under which equivalent addresses meet.")]
    public required string Key { get; init; }

    [Description("The passage that the address means by #:~:text=, or null.")]
    public AskedPassage? Passage { get; init; }

    [Description("Where nothing matches, why: not_held, or opaque_link for a short link whose target only fetching would tell; else null.")]
    public MissReason? Reason { get; init; }

    [Description("Version of the rules that make keys.")]
    public required int NormalizerVersion { get; init; }
}

[Description("A step on the way from an address to its key.")]
public sealed record UrlStep
{
    [Description("Which address it changes.")]
    public required AddressSide Side { get; init; }

    [Description("The rule: pasted, scheme, host, port, path, query, tracking and fragment are syntax and tracking, the others rules of equivalence.")]
    public required UrlRule Rule { get; init; }

    [Description("What it took away or changed.")]
    public required string Detail { get; init; }
}

[Description("A passage that an address means.")]
public sealed record AskedPassage
{
    [Description("Its first words, or all of it.")]
    public required string Start { get; init; }

    [Description("Its last words, or null.")]
    public string? End { get; init; }

    [Description("Whether claims of the page stand there; where not, all its claims are given.")]
    public required bool Found { get; init; }
}

[Description("What is held of a host.")]
public sealed record HeldOfHost
{
    [Description("The host.")]
    public required string Name { get; init; }

    [Description("How many of its addresses are held.")]
    public required int Pages { get; init; }

    [Description("Up to five of its pages.")]
    public required IReadOnlyList<string> Sources { get; init; }
}

/// <summary>What to look up, and how.</summary>
/// <param name="AsOf">What was known by the end of this day.</param>
/// <param name="WithClaims">Whether each fact comes with all the pages that claim it.</param>
/// <param name="Claim">The id of the fact that alone is wanted, or null.</param>
public sealed record LookupOptions(DateOnly? AsOf = null, bool WithClaims = false, string? Claim = null);

/// <summary>A page found by its address.</summary>
/// <param name="Source">Its id, or null.</param>
/// <param name="Document">Its finished JSON, or null.</param>
public sealed record LookupPage(UrlMatch Match, string? Source, byte[]? Document, UrlPassage? Passage, string Host);

/// <summary>Finds pages by their address.</summary>
public static class Lookup
{
    /// <summary>Addresses that one request may look up.</summary>
    public const int MostUrls = 100;

    const int MostOfHost = 5;

    const string ByKey = "select s.document, s.id, u.url from source_url u join source s on s.id = u.source where u.key = @Key order by u.url";

    const string OfHost = "from source_url where key = @host or (key > @host || '/' and key < @host || '0')";

    const string Claims = """
        select c.document, j.json, c.others, c.more from claim c join fact f on f.row = c.row join {json} j on j.row = c.row
        where c.source = @source and (@claim is null or f.id = @claim) and {version} order by c.row
        """;

    static readonly Dictionary<(bool Then, bool WithClaims), string> ClaimStatements = new[] { (false, false), (false, true), (true, false), (true, true) }.ToDictionary(
        use => use,
        use => Claims.Replace("{json}", use.Item2 ? "fact_document" : "fact_card", StringComparison.Ordinal)
            .Replace("{version}", use.Item1 ? "f.known_from <= @AsOf and @AsOf < f.known_until" : "f.current = 1", StringComparison.Ordinal));

    /// <summary>Writes the finished JSON of a <see cref="LookupAnswer"/>.</summary>
    /// <exception cref="InvalidParametersException">The text is no address of a web page; nothing is written then.</exception>
    public static void Write(Lane lane, string url, LookupOptions options, IBufferWriter<byte> output)
    {
        var page = Find(lane, url);
        var meant = page.Passage is null || page.Source is null ? null : At(lane, page, options);
        var match = page.Passage is null ? page.Match
            : page.Match with { Passage = new() { Start = page.Passage.Start, End = page.Passage.End, Found = meant is { Count: > 0 } } };
        output.Write("{\"url\":"u8);
        output.Write(FactJson.Utf8(url));
        output.Write(",\"match\":"u8);
        output.Write(FactJson.Utf8(match));
        output.Write(",\"source\":"u8);
        output.Write(page.Document ?? "null"u8);
        output.Write(",\"claims\":["u8);
        var (read, written) = (0, 0);
        if (page.Source is not null)
            Each(lane, page.Source, options, row =>
            {
                if (meant is { Count: > 0 } && !meant.Contains(read++)) return;
                output.Write(written++ == 0 ? "{\"claim\":"u8 : ",{\"claim\":"u8);
                output.Write(row.Utf8(0));
                output.Write(",\"fact\":"u8);
                output.Write(row.Utf8(1));
                output.Write(",\"others\":"u8);
                output.Write(row.Utf8(2));
                output.Write(",\"moreOthers\":"u8);
                output.Write(row.Utf8(3));
                output.Write("}"u8);
            });
        output.Write("],\"host\":"u8);
        output.Write(page.Source is null ? FactJson.Utf8(HeldOf(lane, page.Host)) : "null"u8);
        output.Write("}"u8);
    }

    /// <summary>What is wrong with an address, or null.</summary>
    public static ParameterError? Check(string? url, string parameter) => url is not null && WebAddress.Of(url) is not null ? null
        : new(parameter, $"'{url}' is no address of a web page.", $"give http:// or https://, a host name and a path, {WebAddress.Longest} characters at the most; encode it where it holds & or #");

    /// <summary>Looks an address up.</summary>
    /// <exception cref="InvalidParametersException">The text is no address of a web page.</exception>
    public static LookupPage Find(Lane lane, string url)
    {
        var asked = WebAddress.Of(url) ?? throw new InvalidParametersException([Check(url, "url")!]);
        List<(byte[] Document, string Source, string Url)> stored = [];
        lane.Each(ByKey, asked, row =>
        {
            stored.Add((row.Utf8(0).ToArray(), row.Text(1), row.Text(2)));
            return true;
        });
        UrlMatch Match(MatchLevel level, string? address, IEnumerable<UrlStep> steps) => new()
        {
            Level = level, Stored = address, Steps = [.. steps], Key = asked.Key, NormalizerVersion = WebAddress.NormalizerVersion,
            Reason = level != MatchLevel.None ? null : asked.IsOpaque ? MissReason.OpaqueLink : MissReason.NotHeld,
        };
        var steps = Steps(AddressSide.Asked, asked.Changes);
        if (stored.Count == 0) return new(Match(MatchLevel.None, null, steps), null, null, asked.Passage, asked.Host);
        var (document, source, address) = stored.MinBy(one => one.Url == url ? 0 : WebAddress.Of(one.Url)!.Normalized == asked.Normalized ? 1 : 2);
        var met = WebAddress.Of(address)!;
        var match = address == url ? Match(MatchLevel.Exact, address, [])
            : met.Normalized == asked.Normalized ? Match(MatchLevel.Normalized, address, steps.Where(step => step.Rule <= UrlRule.Fragment))
            : Match(MatchLevel.Equivalent, address, steps.Concat(Steps(AddressSide.Stored, met.Changes.Where(change => change.Rule > UrlRule.Fragment))));
        return new(match, source, document, asked.Passage, asked.Host);
    }

    /// <summary>Hands out what a source claims: in each row the finished JSON of the claim, of its fact and of its other sources, and how many more there are.</summary>
    public static void Each(Lane lane, string source, LookupOptions options, Action<Row> each) =>
        lane.Each(ClaimStatements[(options.AsOf is not null, options.WithClaims)], new { source, claim = options.Claim, options.AsOf }, row =>
        {
            each(row);
            return true;
        });

    static IEnumerable<UrlStep> Steps(AddressSide side, IEnumerable<UrlChange> changes) =>
        changes.Select(change => new UrlStep { Side = side, Rule = change.Rule, Detail = change.Detail });

    /// <summary>Which of the claims stand in the passage: those whose evidence shares words with it.</summary>
    static HashSet<int> At(Lane lane, LookupPage page, LookupOptions options)
    {
        var asked = new[] { page.Passage!.Start, page.Passage.End }.OfType<string>().Select(Folding.Text).Where(words => words.Length > 0).ToList();
        HashSet<int> found = [];
        var read = 0;
        Each(lane, page.Source!, options, row =>
        {
            var evidence = FactJson.Read<Claim>(row.Utf8(0)).Evidence;
            var words = new[] { Folding.Text(evidence.Start), Folding.Text(evidence.End) };
            if (asked.Exists(one => words.Any(other => other.Length > 0 && ($" {other} ".Contains($" {one} ", StringComparison.Ordinal) || $" {one} ".Contains($" {other} ", StringComparison.Ordinal))))) found.Add(read);
            read++;
        });
        return found;
    }

    static HeldOfHost HeldOf(Lane lane, string host) => new()
    {
        Name = host,
        Pages = (int)lane.Number($"select count(*) {OfHost}", new { host }),
        Sources = lane.Texts($"select source {OfHost} order by key limit {MostOfHost}", new { host }),
    };
}
