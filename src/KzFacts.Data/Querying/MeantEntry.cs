using KzFacts.Data.Registries;
using KzFacts.Data.Text;

namespace KzFacts.Data.Querying;

/// <summary>Finds the entry of a registry that somebody meant, by one of its names or aliases in any spelling and script.</summary>
static class MeantEntry
{
    /// <summary>The registries whose entries have names.</summary>
    static readonly string[] Named = ["actor", "place", "word"];

    const int MostRead = 20;

    /// <summary>The names of an entry, and its aliases. Words have labels instead, and no aliases.</summary>
    const string Names = "coalesce(e.document -> '$.names', e.document -> '$.labels'), coalesce(e.document -> '$.aliases', '[]')";

    /// <summary>The id of an entry. Null if none has such a name.</summary>
    /// <param name="table">actor, place or word. Entries of other tables have no names.</param>
    public static string? Of(Lane lane, string table, string given) =>
        Named.Contains(table) ? Best(lane, $"select e.id, {Names} from {table}_search s join {table} e on e.row = s.rowid where " +
            $"{table}_search match @match order by e.document ->> '$.factCount' desc limit {MostRead}", given) : null;

    /// <summary>The key of a word of a registry. Null if none has such a label.</summary>
    public static string? OfWord(Lane lane, string registry, string given) =>
        Best(lane, $"select e.key, {Names} from word_search s join word e on e.row = s.rowid where word_search match @match and " +
            $"e.registry = @registry order by e.document ->> '$.factCount' desc limit {MostRead}", given, registry);

    /// <summary>The entry with exactly this name, otherwise the one that most facts mention.</summary>
    static string? Best(Lane lane, string sql, string given, string? registry = null)
    {
        if (given.Length > TextAttribute.Longest || FullText.Query(given) is not { } match) return null;
        var name = Folding.Text(given);
        string? best = null;
        lane.Each(sql, new { match, registry }, row =>
        {
            best ??= row.Text(0);
            var names = FactJson.Read<LocalNames>(row.Utf8(1)).All().Select(one => one.Text)
                .Concat(FactJson.Read<List<string>>(row.Utf8(2)));
            if (!names.Any(one => Folding.Text(one) == name)) return true;
            best = row.Text(0);
            return false;
        });
        return best;
    }
}
