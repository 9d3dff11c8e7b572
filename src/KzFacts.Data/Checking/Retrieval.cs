using KzFacts.Data.Facts;
using KzFacts.Data.Querying;
using KzFacts.Data.Text;

namespace KzFacts.Data.Checking;

/// <summary>Finds the facts that share a sentence's rarest words, for one text.</summary>
sealed class Retrieval(Lane lane, Vocabulary vocabulary, DateOnly? asOf)
{
    const int MostTerms = 24, MostCandidates = 40, MostComparable = 200;

    static readonly Dictionary<string, string> Kinds = new() { ["measure"] = "toll", ["commodity"] = "price_change", ["contributor"] = "deployment" };

    const string DocumentOf = "select json from fact_document where row = @row";

    readonly string version = asOf is null ? "f.current = 1" : "f.known_from <= @asOf and @asOf < f.known_until";
    readonly Dictionary<string, double> weights = [];
    readonly double facts = lane.Number("select max(row) from fact");

    /// <summary>The facts whose text has most of the terms, by BM25.</summary>
    public IReadOnlyList<HeldFact> Find(StatedSentence sentence, IReadOnlySet<string> terms)
    {
        var words = sentence.Names.SelectMany(name => sentence.Tokens.Skip(name.First).Take(name.End - name.First)).Select(token => Quoted(token.Folded))
            .Concat(terms.Where(term => term[0] != '@').OrderByDescending(Weight).Select(Quoted))
            .Concat(sentence.Cues.Where(cue => cue.Key.StartsWith("toll_measure.", StringComparison.Ordinal) || cue.Key.StartsWith("commodity.", StringComparison.Ordinal)).SelectMany(cue => cue.Key.Split('.')[1].Split('_')).Select(Quoted))
            .Distinct().Take(MostTerms).ToList();
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
    public double Weight(string term)
    {
        if (weights.TryGetValue(term, out var weight)) return weight;
        var count = term[0] switch
        {
            '@' => vocabulary.FactsOf(term[1..]),
            '#' => lane.Number("select doc from fact_word where term = @term", new { term = term[1..] }),
            _ => lane.Number("select coalesce(sum(doc), 0) from fact_word where term >= @term and term < @term || char(1114111)", new { term }),
        };
        return weights[term] = Math.Log((facts + 1) / (count + 0.5));
    }

    static string Quoted(string term) => term[0] == '#' ? $"\"{Folding.Text(term)}\"" : $"\"{term}\"*";

    List<HeldFact> Held(string sql, object parameters)
    {
        List<long> rows = [];
        lane.Each(sql, parameters, row =>
        {
            rows.Add(row.Number(0));
            return true;
        });
        return rows.ConvertAll(row => vocabulary.Held(row, () =>
        {
            Fact? fact = null;
            lane.Each(DocumentOf, new { row }, document =>
            {
                fact = FactJson.Read<Fact>(document.Utf8(0));
                return false;
            });
            return fact!;
        }));
    }
}
