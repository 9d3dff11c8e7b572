using System.Text.RegularExpressions;
using KzFacts.Data.Text;

namespace KzFacts.Data.Querying;

/// <summary>Full-text queries: all words must occur; words in quotation marks stand together. Words are folded as the index is and,
/// as neither Russian nor Kazakh has a stemmer here, found by a prefix of their stem's length.</summary>
public static partial class FullText
{
    /// <summary>The FTS5 query of what a person typed, or null where it holds no word. Every word reaches FTS5 quoted, so nothing of its
    /// query language can be typed.</summary>
    public static string? Query(string? typed)
    {
        if (typed is null) return null;
        List<string> terms = [];
        foreach (Match match in Terms().Matches(typed))
        {
            if (match.Groups["phrase"].Success)
            {
                var phrase = Folding.Text(match.Groups["phrase"].Value);
                if (phrase.Length > 0) terms.Add($"\"{phrase}\"");
            }
            else terms.AddRange(Folding.Words(match.Value).Select(word => Stem(word, IsCyrillic(match.Value))));
        }
        return terms.Count == 0 ? null : string.Join(" ", terms);
    }

    static string Stem(string word, bool cyrillic)
    {
        if (word.Length < 4 || word.Any(char.IsDigit)) return $"\"{word}\"";
        // Russian and Kazakh endings are mostly of one to three letters, English ones here -s, -es, -ed.
        var length = cyrillic ? Math.Max(4, word.Length - Math.Min(3, word.Length / 3)) : Math.Max(4, word.Length - (word.EndsWith('s') ? 1 : 0));
        return $"\"{word[..Math.Min(length, word.Length)]}\"*";
    }

    static bool IsCyrillic(string text) => text.Any(c => c is >= 'Ѐ' and <= 'ӿ');

    [GeneratedRegex("\"(?<phrase>[^\"]*)\"|[^\\s\"]+")]
    private static partial Regex Terms();
}
