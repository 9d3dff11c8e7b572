using System.Buffers;
using System.ComponentModel;
using KzFacts.Data.Facts;
using KzFacts.Data.Names;
using KzFacts.Data.Text;

namespace KzFacts.Data.Querying;

/// <summary>How an address was found: as stored, as the same address by URL syntax and tracking parameters, or not at all.</summary>
public enum MatchLevel { Exact, Normalized, None }

[Description("What is held of one address.")]
public sealed record LookupAnswer
{
    [Description("The address as asked for.")]
    public required string Url { get; init; }

    [Description("How it was found.")]
    public required UrlMatch Match { get; init; }

    [Description("The page, or null where none matches: nothing is held of it, which says nothing of its truth.")]
    public Source? Source { get; init; }

    [Description("What the page claims, in the order of the facts.")]
    public required IReadOnlyList<SourceClaim> Claims { get; init; }
}

[Description("How an address was found.")]
public sealed record UrlMatch
{
    [Description("exact: the stored address; normalized: the same page by URL syntax and tracking parameters alone; none.")]
    public required MatchLevel Level { get; init; }

    [Description("The key under which equal addresses meet.")]
    public required string Key { get; init; }

    [Description("Version of the rules that make keys.")]
    public required int NormalizerVersion { get; init; }
}

/// <summary>Finds pages by their address.</summary>
public static class Lookup
{
    const string ByUrl = "select source.document, source.id from source_url join source on source.id = source_url.source where url = @url";
    const string ByKey = "select source.document, source.id from source_url join source on source.id = source_url.source where key = @key order by url limit 1";
    const string Now = "select c.document, j.json from claim c join fact f on f.row = c.row join {0} j on j.row = c.row where c.source = @source and f.current = 1 order by c.row";
    const string Then = "select c.document, j.json from claim c join fact f on f.row = c.row join {0} j on j.row = c.row where c.source = @source and f.known_from <= @asOf and @asOf < f.known_until order by c.row";

    static readonly string NowCard = Now.Replace("{0}", "fact_card"), NowDocument = Now.Replace("{0}", "fact_document");
    static readonly string ThenCard = Then.Replace("{0}", "fact_card"), ThenDocument = Then.Replace("{0}", "fact_document");

    /// <summary>Writes the finished JSON of a <see cref="LookupAnswer"/>.</summary>
    /// <param name="withClaims">Whether each fact comes with all the pages that claim it.</param>
    /// <exception cref="InvalidParametersException">The text is no address of a web page; nothing is written then.</exception>
    public static void Write(Lane lane, string url, DateOnly? asOf, bool withClaims, IBufferWriter<byte> output)
    {
        byte[]? source = null;
        var (match, id) = Find(lane, url, row => source = row.Utf8(0).ToArray());
        output.Write("{\"url\":"u8);
        output.Write(FactJson.Utf8(url));
        output.Write(",\"match\":"u8);
        output.Write(FactJson.Utf8(match));
        output.Write(",\"source\":"u8);
        output.Write(source ?? "null"u8);
        output.Write(",\"claims\":["u8);
        var first = true;
        if (id is not null)
            Claims(lane, id, asOf, withClaims, row =>
            {
                output.Write(first ? "{\"claim\":"u8 : ",{\"claim\":"u8);
                first = false;
                output.Write(row.Utf8(0));
                output.Write(",\"fact\":"u8);
                output.Write(row.Utf8(1));
                output.Write("}"u8);
            });
        output.Write("]}"u8);
    }

    /// <summary>Looks an address up and hands out the finished JSON of its source, where there is one.</summary>
    /// <returns>How it matched, and the source's id or null.</returns>
    /// <exception cref="InvalidParametersException">The text is no address of a web page.</exception>
    public static (UrlMatch Match, string? Source) Find(Lane lane, string url, Action<Row> found)
    {
        var key = UrlKey.Of(url) ?? throw new InvalidParametersException([new("url", $"'{url}' is no address of a web page.", "give http:// or https://, a host name and a path, 2000 characters at the most; encode it where it holds & or #")]);
        string? source = null;
        bool Take(Row row)
        {
            found(row);
            source = row.Text(1);
            return false;
        }
        var level = lane.Each(ByUrl, new { url }, Take) > 0 ? MatchLevel.Exact
            : lane.Each(ByKey, new { key }, Take) > 0 ? MatchLevel.Normalized
            : MatchLevel.None;
        return (new() { Level = level, Key = key, NormalizerVersion = UrlKey.Version }, source);
    }

    /// <summary>Hands out what a source claims: in each row the finished JSON of the claim and of its fact.</summary>
    public static void Claims(Lane lane, string source, DateOnly? asOf, bool withClaims, Action<Row> each) => lane.Each(
        (asOf, withClaims) switch { (null, false) => NowCard, (null, true) => NowDocument, (_, false) => ThenCard, _ => ThenDocument },
        new { source, asOf },
        row =>
        {
            each(row);
            return true;
        });
}
