using System.Text.RegularExpressions;
using KzFacts.Data.Text;

namespace KzFacts.Data.Querying;

/// <summary>Full-text queries. All words must occur. Words in quotation marks stand together. An asterisk marks the beginning of a
/// word. Words are folded as in the index. There is no stemmer for Russian and Kazakh here, so a word is found by a prefix as long
/// as its stem.</summary>
public static partial class FullText
{
    static readonly string[] EnglishEndings = ["ing", "ed", "es", "s"];

    /// <summary>The FTS5 query for what a person typed. Null if it contains no word.</summary>
    /// <param name="some">Whether one of the words is enough.</param>
    public static string? Query(string? typed, bool some = false) =>
        typed is null || Terms(typed) is not { Count: > 0 } terms ? null : string.Join(some ? " OR " : " AND ", terms);

    /// <summary>The same query, ranked: it finds the same facts, but words that stand together as typed weigh more.</summary>
    public static string? Ranked(string? typed, bool some = false)
    {
        var terms = Terms(typed ?? "");
        return terms.Count < 2 ? Query(typed) : $"({Query(typed, some)}) OR \"{Folding.Text(typed!)}\"{(terms[^1].IsPrefix ? "*" : "")}";
    }

    /// <summary>The terms that a person typed, in order.</summary>
    public static IReadOnlyList<Term> Terms(string typed)
    {
        List<Term> terms = [];
        foreach (Match match in Parts().Matches(typed))
        {
            var (part, isPrefix) = (match.Value.Trim('"'), match.Value.TrimEnd('"', ' ').EndsWith('*'));
            List<FoldedWord> words = [.. Folding.Spans(part)];
            if (words.Count == 0) continue;
            if (match.Value.StartsWith('"')) terms.Add(new([[.. words.Select(word => word.Folded)]], isPrefix, match.Index, match.Length));
            else if (words.TrueForAll(word => IsNumber(word.Folded))) terms.Add(new(Forms(words), isPrefix, match.Index, match.Length));
            else terms.AddRange(words.Select(word => Single(word, part, isPrefix && word == words[^1], match.Index)));
        }
        return terms;
    }

    static Term Single(FoldedWord word, string part, bool isPrefix, int index)
    {
        // Folding makes one letter of several: "zzzz" is not the word "z".
        if (word.Folded.Length == 1 && word.Length > 2 && part.Distinct().Count() == 1)
            return new([[part]], false, index + word.Start, word.Length);
        var isWhole = isPrefix || word.Length < 4 || word.Folded.Length < 3 || word.Folded.Any(char.IsDigit);
        var stem = isWhole ? word.Folded : Stem(word.Folded, part.Any(c => c is >= 'Ѐ' and <= 'ӿ'));
        return new([[stem]], isPrefix || !isWhole, index + word.Start, word.Length);
    }

    /// <summary>Russian and Kazakh endings mostly have one to three letters.</summary>
    static string Stem(string word, bool cyrillic)
    {
        if (cyrillic) return word[..Math.Min(word.Length, Math.Max(4, word.Length - Math.Min(3, word.Length / 3)))];
        var ending = EnglishEndings.FirstOrDefault(one => word.EndsWith(one, StringComparison.Ordinal)
            && word.Length - one.Length >= (one.Length == 1 ? 4 : 5));
        return word[..^(ending?.Length ?? 0)];
    }

    /// <summary>A number in two forms: with separated thousands, as in 2,030 and 2 030, and without.</summary>
    static IReadOnlyList<IReadOnlyList<string>> Forms(List<FoldedWord> words)
    {
        var together = string.Concat(words.Select(word => word.Folded));
        if (words.Count == 1 && together.Length is < 4 or > 9) return [[together]];
        if (words.Count > 1 && (words[0].Folded.Length > 3 || words.Skip(1).Any(word => word.Folded.Length != 3)))
            return [[.. words.Select(word => word.Folded)]];
        var first = together.Length % 3 is 0 ? 3 : together.Length % 3;
        return [[together], [together[..first], .. together[first..].Chunk(3).Select(digits => new string(digits))]];
    }

    static bool IsNumber(string word) => word.All(char.IsAsciiDigit);

    [GeneratedRegex("\"[^\"]*\"|[^\\s\"]+")]
    private static partial Regex Parts();
}

/// <summary>A word or a phrase that must occur, folded. Every word of the FTS5 query is quoted, so nobody can type its query
/// language.</summary>
/// <param name="Forms">Its words, in each form in which they may be written.</param>
/// <param name="IsPrefix">Whether the last word is only the beginning of a word.</param>
/// <param name="Start">The index at which it begins in what was typed.</param>
public sealed record Term(IReadOnlyList<IReadOnlyList<string>> Forms, bool IsPrefix, int Start, int Length)
{
    /// <summary>The number of words that the term covers in a text, beginning at a word. 0 if it does not match there.</summary>
    public int At(IReadOnlyList<FoldedWord> text, int at)
    {
        foreach (var words in Forms)
        {
            var i = 0;
            while (i < words.Count && at + i < text.Count && (IsPrefix && i == words.Count - 1
                ? text[at + i].Folded.StartsWith(words[i], StringComparison.Ordinal)
                : text[at + i].Folded == words[i])) i++;
            if (i == words.Count) return i;
        }
        return 0;
    }

    public override string ToString()
    {
        var forms = Forms.Select(words => $"\"{string.Join(' ', words)}\"{(IsPrefix ? "*" : "")}");
        return Forms.Count == 1 ? forms.Single() : $"({string.Join(" OR ", forms)})";
    }
}
