using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace KzFacts.Data.Text;

/// <summary>Reduces spellings to one: lower case, no diacritics, ё as е, Kazakh letters as the closest Russian ones, Cyrillic as
/// Latin letters, and common rival transliterations made equal (Жуков, Zhukov, Jukov).</summary>
public static class Folding
{
    static readonly Dictionary<char, string> Latin = new()
    {
        ['а'] = "a", ['б'] = "b", ['в'] = "v", ['г'] = "g", ['д'] = "d", ['е'] = "e", ['ж'] = "zh", ['з'] = "z", ['и'] = "i", ['й'] = "i",
        ['к'] = "k", ['л'] = "l", ['м'] = "m", ['н'] = "n", ['о'] = "o", ['п'] = "p", ['р'] = "r", ['с'] = "s", ['т'] = "t", ['у'] = "u",
        ['ф'] = "f", ['х'] = "kh", ['ц'] = "ts", ['ч'] = "ch", ['ш'] = "sh", ['щ'] = "shch", ['ъ'] = "", ['ы'] = "y", ['ь'] = "",
        ['э'] = "e",
        ['ю'] = "yu", ['я'] = "ya",
        // Kazakh (and a few Ukrainian and Kyrgyz) letters as the closest Russian ones.
        ['ә'] = "a", ['ғ'] = "g", ['қ'] = "k", ['ң'] = "n", ['ө'] = "o", ['ұ'] = "u", ['ү'] = "u", ['һ'] = "kh", ['і'] = "i", ['ї'] = "i",
        ['є'] = "e", ['ґ'] = "g", ['ё'] = "e", ['ў'] = "u", ['ј'] = "i", ['ћ'] = "ch", ['ђ'] = "d",
        ['ß'] = "ss", ['æ'] = "ae", ['œ'] = "oe",
    };

    // Written out, because .NET decomposes no letters on a machine without ICU.
    static readonly (char Plain, string Accented)[] Accents =
    [
        ('a', "àáâãäåāăąǎ"), ('c', "çćĉċč"), ('d', "ďđ"), ('e', "èéêëēĕėęě"), ('g', "ĝğġģǵ"), ('h', "ĥħ"), ('i', "ìíîïĩīĭįıİ"), ('j', "ĵ"),
            ('k', "ķ"),
        ('l', "ĺļľŀł"), ('n', "ñńņňŋ"), ('o', "òóôõöøōŏő"), ('r', "ŕŗř"), ('s', "śŝşšș"), ('t', "ţťŧț"), ('u', "ùúûüũūŭůűų"), ('w', "ŵ"),
            ('y', "ýÿŷ"), ('z', "źżž"),
    ];

    static Folding()
    {
        foreach (var (plain, accented) in Accents)
            foreach (var letter in accented) Latin[letter] = plain.ToString();
    }

    // Each rule makes rival spellings of one sound equal. The order matters.
    static readonly (string From, string To)[] Rivals =
        [("shch", "sh"), ("zh", "j"), ("dj", "j"), ("kh", "h"), ("q", "k"), ("ye", "e"), ("iy", "i"), ("yi", "i"), ("y", "i"), ("w", "v"),
            ("x", "ks")];

    /// <summary>The folded words of a text.</summary>
    public static IEnumerable<string> Words(string text) => Spans(text).Select(word => word.Folded);

    /// <summary>The folded words of a text, each with its position.</summary>
    public static IEnumerable<FoldedWord> Spans(string text)
    {
        for (int start = 0, end; start < text.Length; start = end)
        {
            end = start;
            // Tokayev's and Tokayevs fold to the same word.
            while (end < text.Length && (IsOfWord(text[end]) || end > start && (IsApostrophe(text[end]) || Invisible.Is(text[end])))) end++;
            var length = text.AsSpan(start, end - start).TrimEnd(Apostrophes).Length;
            if (length > 0 && Known(text.AsSpan(start, length)) is { Length: > 0 } folded) yield return new(start, length, folded);
            if (end == start) end++;
        }
    }

    const int MostKnown = 20_000, LongestKnown = 32;

    const string Apostrophes = "'’ʼ`";

    // A cache, as texts repeat their words.
    static readonly ConcurrentDictionary<string, string> KnownWords = new(StringComparer.Ordinal);

    static string Known(ReadOnlySpan<char> word)
    {
        if (KnownWords.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var known)) return known;
        var folded = Word(string.Concat(word.ToString().Where(c => !IsApostrophe(c) && !Invisible.Is(c))));
        if (word.Length > LongestKnown) return folded;
        if (KnownWords.Count >= MostKnown) KnownWords.Clear();
        KnownWords[word.ToString()] = folded;
        return folded;
    }

    static bool IsApostrophe(char c) => Apostrophes.Contains(c);

    static bool IsOfWord(char c) => !IsApostrophe(c) && (char.IsLetterOrDigit(c) || IsMark(c));

    public static string Text(string text) => string.Join(' ', Words(text));

    /// <summary>One word, folded. Folding it again changes nothing.</summary>
    public static string Word(string word)
    {
        var latin = new StringBuilder(word.Length + 4);
        foreach (var c in word.ToLowerInvariant())
            if (Latin.TryGetValue(c, out var known)) latin.Append(known);
            else if (!IsMark(c)) latin.Append(c);
        // One rule may make another one apply. Each makes the word shorter or its alphabet smaller, so this ends.
        for (string? before = null; latin.ToString() is var now && now != before; before = now)
        {
            for (var i = latin.Length - 1; i > 0; i--)
                if (latin[i] == latin[i - 1] && char.IsLetter(latin[i])) latin.Remove(i, 1); // Kassym is Kasym; 22 is not 2
            foreach (var (from, to) in Rivals) latin.Replace(from, to);
        }
        return latin.ToString();
    }

    static bool IsMark(char c) => CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;
}

/// <summary>A word of a text: its position, and its folded form.</summary>
public readonly record struct FoldedWord(int Start, int Length, string Folded);
