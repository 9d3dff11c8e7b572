using System.Buffers;
using System.Text.Json;
using KzFacts.Data.Facts;
using KzFacts.Data.Text;

namespace KzFacts.Data.Querying;

/// <summary>Options of a look-up.</summary>
/// <param name="AsOf">Look up what was known by the end of this day.</param>
/// <param name="WithClaims">Whether each fact comes with all the pages that claim it.</param>
/// <param name="Claim">The id of the only fact that is wanted, or null for all.</param>
public sealed record LookupOptions(DateOnly? AsOf = null, bool WithClaims = false, string? Claim = null);

/// <summary>Writes what a looked-up page claims.</summary>
public static class LookupWriter
{
    const string Claims = """
        select c.document, j.json, c.others, c.more, f.status, f.reviewed from claim c join fact f on f.row = c.row
        join {json} j on j.row = c.row
        where c.source = @source and (@claim is null or f.id = @claim) and {version}
        order by case f.status when 'retracted' then 0 when 'disputed' then 1 when 'unconfirmed' then 3 else 4 - 2 * f.reviewed end, c.row
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
        json.WriteValue("summary", page.Source is null ? null : Summary(lane, page.Source, options, meant));
        json.WriteStartArray("claims");
        var read = 0;
        if (page.Source is not null)
            EachClaim(lane, page.Source, options, row =>
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

    static LookupSummary Summary(Lane lane, string source, LookupOptions options, HashSet<int>? meant)
    {
        List<(Status Status, bool IsReviewed)> all = [];
        EachClaim(lane, source, options, row => all.Add((ClosedWords.Read<Status>(row.Text(4)), row.Number(5) == 1)));
        if (meant is { Count: > 0 }) all = [.. all.Where((_, i) => meant.Contains(i))];
        int Count(Status status) => all.Count(one => one.Status == status);
        return new()
        {
            Claims = all.Count, Retracted = Count(Status.Retracted), Disputed = Count(Status.Disputed),
            Rebutted = all.Count(one => one is { IsReviewed: true, Status: not (Status.Retracted or Status.Disputed) }),
            Unconfirmed = Count(Status.Unconfirmed), SingleSource = Count(Status.SingleSource), Corroborated = Count(Status.Corroborated),
        };
    }

    /// <summary>Calls <paramref name="each"/> for the claims of a source, what a reader should be warned of first: the finished JSON of
    /// the claim, of its fact and of the other sources of the fact, the number of further sources, the status of the fact, and whether it
    /// is reviewed.</summary>
    public static void EachClaim(Lane lane, string source, LookupOptions options, Action<Row> each) =>
        lane.Each(ClaimStatements[(options.AsOf is not null, options.WithClaims)], new { source, claim = options.Claim, options.AsOf },
            row =>
        {
            each(row);
            return true;
        });

    /// <summary>The claims that stand in the passage: those whose evidence shares words with it.</summary>
    static HashSet<int> At(Lane lane, LookupPage page, LookupOptions options)
    {
        var asked = new[] { page.Passage!.Start, page.Passage.End }.OfType<string>().Select(Folding.Text).Where(words => words.Length > 0)
            .ToList();
        HashSet<int> found = [];
        var read = 0;
        EachClaim(lane, page.Source!, options, row =>
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
