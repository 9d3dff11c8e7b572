using System.Text;
using System.Text.Json;
using KzFacts.Data.Text;

namespace KzFacts.Data.Querying;

/// <summary>Finds the entry of a registry that somebody meant, by one of its names or aliases in any spelling and script.</summary>
static class MeantEntry
{
    /// <summary>The registries whose entries have names.</summary>
    static readonly string[] Named = ["actor", "place", "word"];

    const int MostRead = 20;

    /// <summary>The id of an entry. Null if none has such a name.</summary>
    /// <param name="table">actor, place or word. Entries of other tables have no names.</param>
    public static string? Of(Lane lane, string table, string given) =>
        Named.Contains(table) ? Best(lane, $"select e.id, e.document from {table}_search s join {table} e on e.row = s.rowid where " +
            $"{table}_search match @match order by e.document ->> '$.factCount' desc limit {MostRead}", given) : null;

    /// <summary>The key of a word of a registry. Null if none has such a label.</summary>
    public static string? OfWord(Lane lane, string registry, string given) =>
        Best(lane, "select w.key, w.document from word_search s join word w on w.row = s.rowid where word_search match @match and " +
            $"w.registry = @registry order by w.document ->> '$.factCount' desc limit {MostRead}", given, registry);

    /// <summary>The entry with exactly this name, otherwise the one that most facts mention.</summary>
    static string? Best(Lane lane, string sql, string given, string? registry = null)
    {
        if (given.Length > TextAttribute.Longest || FullText.Query(given) is not { } match) return null;
        var name = Folding.Text(given);
        string? best = null;
        lane.Each(sql, new { match, registry }, row =>
        {
            best ??= row.Text(0);
            if (!NamesOf(row.Utf8(1)).Any(one => Folding.Text(one) == name)) return true;
            best = row.Text(0);
            return false;
        });
        return best;
    }

    static List<string> NamesOf(ReadOnlySpan<byte> document)
    {
        using var json = JsonDocument.Parse(Encoding.UTF8.GetString(document));
        List<string> names = [];
        foreach (var member in json.RootElement.EnumerateObject().Where(member => member.Name is "names" or "labels" or "aliases"))
            names.AddRange((member.Value.ValueKind == JsonValueKind.Object
                ? member.Value.EnumerateObject().Select(one => one.Value) : member.Value.EnumerateArray())
                .Where(one => one.ValueKind == JsonValueKind.String).Select(one => one.GetString()!));
        return names;
    }
}
