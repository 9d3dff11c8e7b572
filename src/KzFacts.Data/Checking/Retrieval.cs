using KzFacts.Data.Querying;
using KzFacts.Data.Text;

namespace KzFacts.Data.Checking;

/// <summary>Finds the facts that share a sentence's rarest words, for one text.</summary>
sealed class Retrieval(Lane lane, Vocabulary vocabulary, DateOnly? asOf)
{
    /// <summary>What a word weighs that a quarter of the facts have.</summary>
    const double LeastWeight = 1.3;

    const int FewestTerms = 3, MostTerms = 8, MostCandidates = 24, MostComparable = 60;

    /// <summary>How many rows the words of a sentence may have together.</summary>
    const double MostRows = 2000;

    /// <summary>How long after a day a fact may still be compared with it.</summary>
    const int MostDaysAfter = 60;

    readonly string version = asOf is null ? "f.current = 1" : "f.known_from <= @asOf and @asOf < f.known_until";

    /// <summary>The facts whose text has most of the terms, by BM25, and those that compete.</summary>
    public IReadOnlyList<HeldFact> Find(StatedSentence sentence, IReadOnlySet<string> terms)
    {
        var words = Rarest(sentence, terms);
        return words.Count == 0 ? [] : [.. Held($"select f.row from fact_search s cross join fact f on f.row = s.rowid where fact_search match @match and {version} order by s.rank, f.row limit {MostCandidates}",
            new { match = string.Join(" OR ", words), asOf }).Union(Comparable(sentence))];
    }

    /// <summary>The words to search by. BM25 reads all that has any of them, so the rarest do; a word for each cue is among them, as pages may use another.</summary>
    List<string> Rarest(StatedSentence sentence, IReadOnlySet<string> terms)
    {
        var names = sentence.Names.SelectMany(name => sentence.Tokens.Skip(name.First).Take(name.End - name.First)).Select(token => token.Folded);
        var cues = Keys(sentence, "toll_measure.").Concat(Keys(sentence, "commodity.")).SelectMany(key => key.Split('_'));
        List<string> words = [];
        double rows = 0;
        foreach (var word in names.Concat(cues).Concat(terms.Where(term => term[0] != '@')).Distinct().OrderByDescending(Weight).ThenBy(term => term, StringComparer.Ordinal))
        {
            rows += vocabulary.Count(lane, word);
            if (words.Count == MostTerms || words.Count >= FewestTerms && (Weight(word) < LeastWeight || rows > MostRows)) break;
            words.Add(Quoted(word));
        }
        return words;
    }

    /// <summary>The facts of the measures, the commodities and the senders that the sentence gives numbers of, the latest before its days.</summary>
    List<HeldFact> Comparable(StatedSentence sentence)
    {
        if (sentence.Figures.Count == 0) return [];
        var to = sentence.Dates.Count > 0 && sentence.Dates.All(date => date.Year is not null) ? sentence.Dates.Max(date => date.Days(0)?.Last.Plus(MostDaysAfter)) : null;
        IEnumerable<HeldFact> Of(string kind, string column, IEnumerable<string> keys) => keys.SelectMany(key =>
            Held($"select f.row from fact f where f.kind = @kind and f.{column} = @key and f.first <= @to and {version} order by f.row desc limit {MostComparable}", new { kind, key, to = $"{to ?? DateOnly.MaxValue:yyyy-MM-dd}", asOf }));
        return
        [
            .. Of("toll", "measure", Keys(sentence, "toll_measure.")), .. Of("price_change", "commodity", Keys(sentence, "commodity.")),
            .. sentence.Has("troops") ? Of("deployment", "contributor", sentence.Names.SelectMany(name => name.Actors).Distinct()) : [],
        ];
    }

    static IEnumerable<string> Keys(StatedSentence sentence, string registry) =>
        sentence.Cues.Where(cue => cue.Key.StartsWith(registry, StringComparison.Ordinal)).Select(cue => cue.Key[registry.Length..]).Distinct();

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
