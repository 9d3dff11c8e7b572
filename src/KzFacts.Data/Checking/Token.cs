using System.Globalization;
using KzFacts.Data.Text;

namespace KzFacts.Data.Checking;

/// <summary>A word or a run of digits: where it stands in the text, and the form in which it is compared.</summary>
public readonly record struct Token(string Text, int Start, int End, string Folded, bool IsCyrillic)
{
    public bool IsCapital => char.IsUpper(Text[0]);

    public bool IsDigits => Text.All(char.IsAsciiDigit);

    /// <summary>The words of a part of a text. Only a sign separates digits from letters. Letters after an apostrophe are an
    /// ending.</summary>
    public static List<Token> Of(string text, int start, int end)
    {
        List<Token> tokens = [];
        for (var i = start; i < end;)
        {
            var first = i;
            while (i < end && IsPart(text[i])) i++;
            if (i > first && Word(text, first, i) is { Folded.Length: > 0 } token) tokens.Add(token);
            if (i + 1 < end && i > first && text[i] is '\'' or '’' or 'ʼ' && char.IsAsciiDigit(text[i - 1])
                && char.IsAsciiDigit(text[i + 1])) i++;
            else if (i < end && text[i] is '\'' or '’' or 'ʼ' && i > first)
                while (i < end && (text[i] is '\'' or '’' or 'ʼ' || IsPart(text[i]))) i++;
            else if (i == first) i++;
        }
        return tokens;
    }

    static Token Word(string text, int start, int end)
    {
        var word = text[start..end];
        return new(word, start, end, Folding.Word(word), IsCyrillicText(word));
    }

    /// <summary>The text between a word and the next one.</summary>
    public static string Between(string text, IReadOnlyList<Token> tokens, int i) => text[tokens[i].End..tokens[i + 1].Start];

    public static bool IsCyrillicText(string text) => text.Any(c => c is >= 'Ѐ' and <= 'ӿ');

    static bool IsPart(char c) => char.IsLetterOrDigit(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;
}
