using KzFacts.Data.Querying;
using KzFacts.Data.Text;

namespace KzFacts.Data.Checking;

/// <summary>Finds the facts that share a sentence's rarest words, for one text.</summary>
sealed class Retrieval(Lane lane, Vocabulary vocabulary, DateOnly? asOf)
{
    /// <summary>What a word weighs that a quarter of the facts have.</summary>
    const double LeastWeight = 1.3;

    const int FewestTerms = 3, MostTerms = 8, MostCandidates = 40, MostComparable = 200;

    static readonly Dictionary<string, string> Kinds = new() { ["measure"] = "toll", ["commodity"] = "price_change", ["contributor"] = "deployment" };

    readonly string version = asOf is null ? "f.current = 1" : "f.known_from <= @asOf and @asOf < f.known_until";

    /// <summary>The facts whose text has most of the terms, by BM25.</summary>
    public IReadOnlyList<HeldFact> Find(StatedSentence sentence, IReadOnlySet<string> terms)
    {
        // BM25 reads all that any of the words has: the rarest words do, and a word for each cue, as pages may use another.
        var names = sentence.Names.SelectMany(name => sentence.Tokens.Skip(name.First).Take(name.End - name.First)).Select(token => token.Folded);
        var cues = sentence.Cues.Where(cue => cue.Key.StartsWith("toll_measure.", StringComparison.Ordinal) || cue.Key.StartsWith("commodity.", StringComparison.Ordinal)).SelectMany(cue => cue.Key.Split('.')[1].Split('_'));
        var words = names.Concat(cues).Concat(terms.Where(term => term[0] != '@')).Distinct()
            .OrderByDescending(Weight).ThenBy(term => term, StringComparer.Ordinal).TakeWhile((term, i) => i < FewestTerms || i < MostTerms && Weight(term) > LeastWeight).Select(Quoted).ToList();
        if (words.Count == 0) return [];
        return [.. Held($"select f.row from fact_search s cross join fact f on f.row = s.rowid where fact_search match @match and {version} order by s.rank, f.row limit {MostCandidates}",
            new { match = string.Join(" OR ", words), asOf }).Union(Comparable(sentence))];
    }

    /// <summary>The facts of the measures, the commodities and the senders that the sentence gives numbers of: those that compete.</summary>
    IEnumerable<HeldFact> Comparable(StatedSentence sentence)
    {
        if (sentence.Figures.Count == 0) return [];
        IEnumerable<HeldFact> Of(string column, IEnumerable<string> keys) => keys.Distinct().SelectMany(key => Held($"select f.row from fact f where f.kind = @kind and f.{column} = @key and {version} limit {MostComparable}", new { kind = Kinds[column], key, asOf }));
        IEnumerable<string> Keys(string registry) => sentence.Cues.Where(cue => cue.Key.StartsWith(registry, StringComparison.Ordinal)).Select(cue => cue.Key[registry.Length..]);
        return [.. Of("measure", Keys("toll_measure.")), .. Of("commodity", Keys("commodity.")), .. sentence.Has("troops") ? Of("contributor", sentence.Names.SelectMany(name => name.Actors)) : []];
    }

    /// <summary>How much a term tells: the fewer facts have it, the more.</summary>
    public double Weight(string term) => vocabulary.Weight(lane, term);

    static string Quoted(string term) => term[0] == '#' ? $"\"{Folding.Text(term)}\"" : $"\"{term}\"*";

    List<HeldFact> Held(string sql, object parameters)
    {
        List<long> rows = [];
        lane.Each(sql, parameters, row =>
        {
            rows.Add(row.Number(0));
            return true;
        });
        return rows.ConvertAll(row => vocabulary.Held(lane, row));
    }
}
