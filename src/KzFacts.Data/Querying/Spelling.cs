using KzFacts.Data.Text;

namespace KzFacts.Data.Querying;

/// <summary>What was probably meant by words that no fact has.</summary>
static class Spelling
{
    const int ShortestWord = 4;

    /// <summary>The typed words with those that no fact has made right, where that finds something; else null.</summary>
    public static string? Suggest(Lane lane, AnyFactFilter filter)
    {
        var meant = filter.Q!;
        foreach (var term in FullText.Terms(filter.Q!).Reverse()) // from the end, so that places stay
        {
            if (term.Forms is not [[var stem]] || WordIndex.HasBeginning(lane, stem)) continue;
            if (Nearest(lane, stem, Folding.Text(filter.Q!.Substring(term.Start, term.Length))) is not { } word) return null;
            meant = $"{meant[..term.Start]}{Shown(lane, word)}{meant[(term.Start + term.Length)..]}";
        }
        return meant != filter.Q && FactSearch.Each(lane, filter with { Q = meant, Page = new() { Limit = 1 } }, false, _ => { }) > 0
            ? meant : null;
    }

    /// <summary>The word of the facts whose beginning is most like the stem, then itself most like the word, then the most
    /// frequent.</summary>
    static string? Nearest(Lane lane, string stem, string word)
    {
        if (stem.Length < ShortestWord) return null;
        List<(int, int, long, string Term)> near = [];
        WordIndex.EachBeginning(lane, stem[..1], row =>
        {
            var term = row.Text(0);
            var distance = Suggestion.Distance(term[..Math.Min(term.Length, stem.Length)], stem);
            if (distance <= stem.Length / ShortestWord) near.Add((distance, Suggestion.Distance(term, word), -row.Number(1), term));
        });
        return near.Count == 0 ? null : near.Min().Term;
    }

    /// <summary>A word of the index as a fact shows it.</summary>
    static string Shown(Lane lane, string word)
    {
        var shown = word;
        FactSearch.Each(lane, new() { Q = $"\"{word}\"", Page = new() { Limit = 1 } }, false, row =>
        {
            if (Snippets.Of(row, FullText.Terms($"\"{word}\"")) is [var snippet, ..])
                shown = snippet.Text.Substring(snippet.Highlights[0].Start, snippet.Highlights[0].Length);
        });
        return shown;
    }
}
