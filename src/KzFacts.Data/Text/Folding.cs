using System.Globalization;
using System.Text;

namespace KzFacts.Data.Text;

/// <summary>One spelling for all: lower case, no diacritics, ё as е, Kazakh letters as their Russian neighbours, Cyrillic in Latin
/// letters, and the usual rival transliterations made equal (Жаңаөзен, Жанаозен, Zhanaozen, Janaozen).</summary>
public static class Folding
{
    static readonly Dictionary<char, string> Latin = new()
    {
        ['а'] = "a", ['б'] = "b", ['в'] = "v", ['г'] = "g", ['д'] = "d", ['е'] = "e", ['ж'] = "zh", ['з'] = "z", ['и'] = "i", ['й'] = "i",
        ['к'] = "k", ['л'] = "l", ['м'] = "m", ['н'] = "n", ['о'] = "o", ['п'] = "p", ['р'] = "r", ['с'] = "s", ['т'] = "t", ['у'] = "u",
        ['ф'] = "f", ['х'] = "kh", ['ц'] = "ts", ['ч'] = "ch", ['ш'] = "sh", ['щ'] = "shch", ['ъ'] = "", ['ы'] = "y", ['ь'] = "", ['э'] = "e",
        ['ю'] = "yu", ['я'] = "ya",
        // Kazakh (and a few Ukrainian and Kyrgyz) letters by their Russian neighbours
        ['ә'] = "a", ['ғ'] = "g", ['қ'] = "k", ['ң'] = "n", ['ө'] = "o", ['ұ'] = "u", ['ү'] = "u", ['һ'] = "kh", ['і'] = "i", ['ї'] = "i",
        ['є'] = "e", ['ґ'] = "g",
        // Latin letters that do not decompose
        ['ı'] = "i", ['ł'] = "l", ['ø'] = "o", ['đ'] = "d", ['ß'] = "ss", ['æ'] = "ae", ['œ'] = "oe",
    };

    // In this order: each rule makes the rival spellings of a sound equal.
    static readonly (string From, string To)[] Rivals =
        [("shch", "sh"), ("zh", "j"), ("dj", "j"), ("kh", "h"), ("q", "k"), ("ye", "e"), ("iy", "i"), ("yi", "i"), ("y", "i"), ("w", "v"), ("x", "ks")];

    /// <summary>The folded words of a text.</summary>
    public static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        foreach (var c in text.Normalize(NormalizationForm.FormC))
        {
            if (char.IsLetterOrDigit(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) word.Append(c);
            else if (c is '\'' or '’' or 'ʼ' or '`' && word.Length > 0) continue; // Tokayev's and Tokayevs are one word
            else if (word.Length > 0)
            {
                if (Word(word.ToString()) is { Length: > 0 } folded) yield return folded;
                word.Clear();
            }
        }
        if (word.Length > 0 && Word(word.ToString()) is { Length: > 0 } last) yield return last;
    }

    public static string Text(string text) => string.Join(' ', Words(text));

    /// <summary>One word, folded.</summary>
    public static string Word(string word)
    {
        var latin = new StringBuilder(word.Length + 4);
        foreach (var c in word.ToLowerInvariant())
            if (Latin.TryGetValue(c, out var known)) latin.Append(known);
            else
                foreach (var part in c.ToString().Normalize(NormalizationForm.FormKD))
                    if (CharUnicodeInfo.GetUnicodeCategory(part) != UnicodeCategory.NonSpacingMark)
                        latin.Append(Latin.TryGetValue(part, out var letter) ? letter : part.ToString());
        foreach (var (from, to) in Rivals) latin.Replace(from, to);
        // A doubled letter is a matter of transliteration (Kassym, Kasym); a doubled digit is not.
        var folded = new StringBuilder(latin.Length);
        for (var i = 0; i < latin.Length; i++)
            if (i == 0 || latin[i] != latin[i - 1] || !char.IsLetter(latin[i])) folded.Append(latin[i]);
        return folded.ToString();
    }
}
