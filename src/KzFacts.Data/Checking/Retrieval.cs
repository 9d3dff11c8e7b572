using KzFacts.Data.Facts;
using KzFacts.Data.Querying;
using KzFacts.Data.Text;

namespace KzFacts.Data.Checking;

/// <summary>Finds the facts that share the rarest words of a sentence. One instance serves one text.</summary>
sealed class Retrieval(Lane lane, Vocabulary vocabulary, DateOnly? asOf)
{
    /// <summary>The weight of a word that occurs in a quarter of the facts.</summary>
    const double LeastWeight = 1.3;

    const int FewestTerms = 3, MostTerms = 8, MostCandidates = 24, MostComparable = 60;

    /// <summary>The most rows that the words of a sentence may match together.</summary>
    const double MostRows = 2000;

    /// <summary>The most days after a day for which a fact is still compared with it.</summary>
    const int MostDaysAfter = 60;

    /// <summary>The facts whose text has most of the terms (by BM25), and the facts whose numbers may be those of the sentence.</summary>
    public IReadOnlyList<HeldFact> Find(StatedSentence sentence, IReadOnlySet<string> terms)
    {
        var words = Rarest(sentence, terms);
        if (words.Count == 0) return [];
        return [.. Held(CandidateReads.Best(lane, string.Join(" OR ", words), asOf, MostCandidates)).Union(Comparable(sentence))];
    }

    /// <summary>The words to search by. BM25 reads every row that has one of them, so only the rarest are used, and one word for
    /// each cue, as a page may use a synonym.</summary>
    List<string> Rarest(StatedSentence sentence, IReadOnlySet<string> terms)
    {
        var names = sentence.Names.SelectMany(name => sentence.Tokens.Skip(name.First).Take(name.End - name.First))
            .Select(token => token.Folded);
        // The text of a fact is English: a sentence in another script is searched by the English names and words too.
        var english = !sentence.Tokens.Any(token => token.IsCyrillic) ? []
            : sentence.Names.SelectMany(name => name.Actors.Concat(name.Places)).SelectMany(id => id.Split('-').TakeLast(1))
                .Concat(sentence.Cues.Select(cue => Cues.EnglishWords.GetValueOrDefault(cue.Key)).OfType<string>()).Distinct();
        var cues = sentence.Keys("toll_measure.").Concat(sentence.Keys("commodity.")).SelectMany(key => key.Split('_'));
        List<string> words = [];
        double rows = 0;
        foreach (var word in names.Concat(english).Concat(cues).Concat(terms.Where(term =>
            term[0] != '@')).Distinct().OrderByDescending(Weight)
            .ThenBy(term => term, StringComparer.Ordinal))
        {
            rows += vocabulary.Count(lane, word);
            if (words.Count == MostTerms || words.Count >= FewestTerms && (Weight(word) < LeastWeight || rows > MostRows)) break;
            words.Add(Quoted(word));
        }
        return words;
    }

    /// <summary>The facts whose numbers may be those of the sentence, the latest before its days first.</summary>
    IEnumerable<HeldFact> Comparable(StatedSentence sentence)
    {
        if (sentence.Figures.Count == 0) return [];
        var isOfKnownYear = sentence.Dates.Count > 0 && sentence.Dates.All(date => date.Year is not null);
        var until = (isOfKnownYear ? sentence.Dates.Max(date => date.Days(0)?.Last.Plus(MostDaysAfter)) : null) ?? DateOnly.MaxValue;
        return
            from kind in Enum.GetValues<Kind>()
            from value in KindDefinition.All[kind].ComparableWith(sentence)
            from held in Held(CandidateReads.Latest(lane, ClosedWords.Of(kind), value.Column, value.Key, until, asOf, MostComparable))
            select held;
    }

    /// <summary>The weight of a term: the fewer facts have it, the higher.</summary>
    public double Weight(string term) => vocabulary.Weight(lane, term);

    static string Quoted(string term) => term[0] == '#' ? $"\"{Folding.Text(term)}\"" : $"\"{term}\"*";

    IEnumerable<HeldFact> Held(IReadOnlyList<long> rows) => rows.Select(row => vocabulary.Held(lane, row));
}
