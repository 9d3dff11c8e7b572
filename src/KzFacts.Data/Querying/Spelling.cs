using KzFacts.Data.Text;

namespace KzFacts.Data.Querying;

/// <summary>Suggests a correction for words that occur in no fact.</summary>
static class Spelling
{
    const int ShortestWord = 4;

    /// <summary>The typed text with corrected words, if the correction finds a fact; otherwise null.</summary>
    public static string? Suggest(Lane lane, AnyFactFilter filter)
    {
        var meant = filter.Q!;
        foreach (var term in FullText.Terms(filter.Q!).Reverse()) // from the end, so that earlier positions stay valid
        {
            if (term.Forms is not [[var stem]] || WordIndex.HasBeginning(lane, stem)) continue;
            if (Nearest(lane, stem, Folding.Text(filter.Q!.Substring(term.Start, term.Length))) is not { } word) return null;
            meant = $"{meant[..term.Start]}{Shown(lane, word)}{meant[(term.Start + term.Length)..]}";
        }
        return meant != filter.Q && FactSearch.Each(lane, filter with { Q = meant, Page = new() { Limit = 1 } }, false, _ => { }) > 0
            ? meant : null;
    }

    /// <summary>The closest word of the facts: first by its beginning, then as a whole, then by frequency.</summary>
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

    /// <summary>A word of the index as facts write it.</summary>
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
