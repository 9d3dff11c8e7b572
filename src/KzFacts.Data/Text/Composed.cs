using System.Text;

namespace KzFacts.Data.Text;

/// <summary>Letters and their combining marks as one character (Unicode's form NFC), for the letters of Cyrillic alphabets and Latin-1.
/// Without ICU, .NET does not normalize text.</summary>
static class Composed
{
    static readonly Dictionary<(char Letter, char Mark), char> Letters = Pairs(
        ('\u0300', "aàeèiìoòuù"), ('\u0301', "aáeéiíoóuúyý"), ('\u0302', "aâeêiîoôuû"), ('\u0303', "aãnñoõ"),
        ('\u0308', "aäeëiïoöuüyÿеёії"), ('\u030a', "aå"), ('\u0327', "cç"), ('\u0306', "ийуўaăgğ"), ('\u030c', "cčsšzžrřeě"));

    public static string Of(string text)
    {
        StringBuilder? composed = null;
        for (var i = 0; i < text.Length; i++)
            if (i > 0 && text[i] is >= '\u0300' and <= '\u036f' && Letters.TryGetValue((text[i - 1], text[i]), out var letter))
                (composed ??= new(text, 0, i, text.Length))[^1] = letter;
            else composed?.Append(text[i]);
        return composed?.ToString() ?? text;
    }

    static Dictionary<(char, char), char> Pairs(params (char Mark, string Letters)[] marks)
    {
        Dictionary<(char, char), char> pairs = [];
        foreach (var (mark, letters) in marks)
            foreach (var pair in letters.Chunk(2))
            {
                pairs[(pair[0], mark)] = pair[1];
                pairs[(char.ToUpperInvariant(pair[0]), mark)] = char.ToUpperInvariant(pair[1]);
            }
        return pairs;
    }
}
