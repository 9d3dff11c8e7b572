using System.Globalization;
using System.Text.Json;
using KzFacts.Data.Changes;
using KzFacts.Data.Facts;

namespace KzFacts.Data.Querying;

/// <summary>The statements that read facts by id or row. Lists and searches have files of their own.</summary>
public static class FactReads
{
    /// <summary>A condition on a row of <c>fact</c>: the fact is known to the day (<see cref="Fact.Day"/>).</summary>
    internal const string HasDay = "precision in ('minute', 'hour', 'day')";

    /// <summary>The condition on <c>f</c> that selects the versions of a day or the present ones.</summary>
    /// <param name="isAsOf">Selects the versions of the day <c>@AsOf</c> instead of the present ones.</param>
    internal static string Version(bool isAsOf) => isAsOf ? "f.known_from <= @AsOf and @AsOf < f.known_until" : "f.current = 1";

    /// <summary>Calls <paramref name="each"/> for each version of a fact, the earliest first: its document, the days
    /// <c>known_from</c> and <c>known_until</c>, and 1 if it is the present one.</summary>
    internal static void Versions(Lane lane, string id, Action<Row> each) => Versions(lane, id, "document", "f.known_from", each);

    /// <summary>The same, with or without claims: the present version first, then the latest.</summary>
    internal static void VersionsFromNow(Lane lane, string id, bool withClaims, Action<Row> each) =>
        Versions(lane, id, withClaims ? "document" : "card", "f.current desc, f.known_from desc", each);

    static void Versions(Lane lane, string id, string form, string order, Action<Row> each) => lane.ForEach(
        $"select j.json, f.known_from, f.known_until, f.current from fact f join fact_{form} j on j.row = f.row where f.id = @id order " +
        $"by {order}",
        new { id }, each);

    /// <summary>The last day on which each fact changed, no later than <paramref name="asOf"/> if that is given.</summary>
    public static IReadOnlyDictionary<string, DateOnly> LastChanges(Lane lane, IReadOnlyList<string> ids, DateOnly? asOf)
    {
        Dictionary<string, DateOnly> changed = [];
        lane.ForEach(
            """
            select id, max(known_from) from fact
            where id in (select value from json_each(@ids)) and (@asOf is null or known_from <= @asOf) group by id
            """,
            new { ids = JsonSerializer.Serialize(ids), asOf }, row => changed[row.Text(0)] = Day(row.Text(1))!.Value);
        return changed;
    }

    /// <summary>The hashes of the present facts, by id.</summary>
    internal static Dictionary<string, string> Hashes(Lane lane)
    {
        Dictionary<string, string> hashes = [];
        lane.ForEach("select id, json ->> '$.hash' from fact join fact_document using (row) where current = 1", null,
            row => hashes[row.Text(0)] = row.Text(1));
        return hashes;
    }

    /// <summary>The first day of a present fact. Null if it is not known to the day.</summary>
    public static DateOnly? DayOf(Lane lane, string id) =>
        lane.Texts($"select first from fact where id = @id and current = 1 and {HasDay}", new { id }) is [var day] ? Day(day) : null;

    /// <summary>The kind of a present fact, or null.</summary>
    public static Kind? KindOf(Lane lane, string id) =>
        lane.Texts("select kind from fact where id = @id and current = 1", new { id }) is [var kind] ? ClosedWords.Read<Kind>(kind) : null;

    /// <summary>Calls <paramref name="each"/> with the document of a row.</summary>
    internal static void Document(Lane lane, long row, Action<Row> each) =>
        lane.ForEach("select json from fact_document where row = @row", new { row }, each);

    /// <summary>Calls <paramref name="each"/> with the id and the document of each fact that exists.</summary>
    public static void Documents(Lane lane, IReadOnlyList<string> ids, DateOnly? asOf, Action<Row> each) => lane.ForEach(
        $"""
        select f.id, j.json from fact f join fact_document j on j.row = f.row
        where {Version(asOf is not null)} and f.id in (select value from json_each(@ids))
        """,
        new { ids = JsonSerializer.Serialize(ids), AsOf = asOf }, each);

    /// <summary>The removal of a fact, or null if no fact of this id was removed.</summary>
    public static Removal? Removal(Lane lane, string id)
    {
        Removal? removal = null;
        lane.ForEach("select day, reason from removed where id = @id", new { id },
            row => removal = new() { Day = Day(row.Text(0))!.Value, Reason = row.Text(1) });
        return removal;
    }

    /// <summary>The number of rows, which is the number of versions of all facts.</summary>
    internal static long Rows(Lane lane) => lane.Number("select max(row) from fact");

    /// <summary>Reads <c>known_from</c> or <c>known_until</c>. Null for <see cref="FactHistory.Forever"/>.</summary>
    internal static DateOnly? Day(string text) =>
        text == FactHistory.Forever ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
