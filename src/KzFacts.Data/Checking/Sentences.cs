using System.Collections.Frozen;

namespace KzFacts.Data.Checking;

/// <summary>Splits a text into sentences.</summary>
public static class Sentences
{
    /// <summary>The most characters of a sentence. A longer run is cut at a space.</summary>
    public const int Longest = 600;

    /// <summary>A line of fewer characters is not wrapped.</summary>
    const int ShortLine = 60;

    /// <summary>Words whose full stop does not end a sentence.</summary>
    static readonly FrozenSet<string> Abbreviations = FrozenSet.ToFrozenSet(
    [
        "mr", "mrs", "ms", "dr", "prof", "gen", "col", "lt", "sen", "rep", "st", "no", "vs", "jan", "feb", "mar", "apr", "jun", "jul",
            "aug", "sep", "sept", "oct", "nov", "dec",
        "г", "гг", "тыс", "млн", "млрд", "руб", "тг", "ул", "им", "т", "е", "д", "п", "см", "стр", "чел", "обл", "р", "ж", "жж", "ст",
    ], StringComparer.OrdinalIgnoreCase);

    /// <summary>The sentences in order, as the index of the first character and the index after the last. White space at both ends
    /// is left out.</summary>
    public static IEnumerable<(int Start, int End)> Of(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsEnd(text, start, i, out var end)) continue;
            if (Trim(text, start, end) is { } sentence) yield return sentence;
            start = end;
            i = end - 1;
        }
        if (Trim(text, start, text.Length) is { } last) yield return last;
    }

    static bool IsEnd(string text, int start, int i, out int end)
    {
        end = i + 1;
        if (text[i] == '\n') return BlankLineFollows(text, i) || IsLineOfItsOwn(text, start, i);
        if (i - start >= Longest && char.IsWhiteSpace(text[i]) || i - start >= 2 * Longest) return true;
        if (text[i] is not ('.' or '!' or '?' or '…')) return false;
        while (end < text.Length && text[end] is '.' or '!' or '?' or '…' or '"' or '”' or '»' or '’' or ')' or ']') end++;
        if (end < text.Length && !char.IsWhiteSpace(text[end]) || IsQuoting(text, start, end)) return false;
        return text[i] != '.' || end > i + 1 || !IsAbbreviation(text, start, i) && !GoesOn(text, end);
    }

    /// <summary>Whether an open quotation closes soon. It then stays in one sentence with the words that say who is quoted.</summary>
    static bool IsQuoting(string text, int start, int end)
    {
        var (opened, straight) = (0, 0);
        foreach (var c in text.AsSpan(start, end - start))
            if (c == '"') straight++;
            else if (c is '“' or '«') opened++;
            else if (c is '”' or '»') opened--;
        return (straight % 2 == 1 || opened > 0) && text.AsSpan(end, Math.Min(Longest, text.Length - end)).IndexOfAny('"', '”', '»') >= 0;
    }

    static bool BlankLineFollows(string text, int i)
    {
        for (i++; i < text.Length && char.IsWhiteSpace(text[i]); i++)
            if (text[i] == '\n') return true;
        return false;
    }

    /// <summary>Whether a line break ends a sentence, as in a list or after a headline: the next line begins with a sign or a number of
    /// a list, or this line is short or ends as a sentence does. A line that is only wrapped goes on with a small letter or is
    /// long.</summary>
    static bool IsLineOfItsOwn(string text, int start, int stop)
    {
        var next = stop + 1;
        while (next < text.Length && text[next] is ' ' or '\t' or '\r') next++;
        if (next >= text.Length) return true;
        var line = text.AsSpan(start, stop - start).TrimEnd();
        if (line.Length == 0 || !char.IsLetterOrDigit(text[next]) && text[next] is not ('"' or '«' or '“' or '(' or '\'')) return true;
        if (line[^1] is '.' or '!' or '?' or '…' or ':' or ';') return true;
        var lineStart = text.LastIndexOf('\n', stop - 1) + 1;
        return !char.IsLower(text[next]) && stop - lineStart < ShortLine;
    }

    static bool IsAbbreviation(string text, int start, int stop)
    {
        var first = stop;
        while (first > start && char.IsLetter(text[first - 1])) first--;
        var word = text[first..stop];
        return word.Length == 1 && char.IsUpper(word[0]) || Abbreviations.Contains(word);
    }

    /// <summary>Whether a small letter follows a full stop: no sentence begins with one.</summary>
    static bool GoesOn(string text, int i)
    {
        while (i < text.Length && char.IsWhiteSpace(text[i])) i++;
        return i < text.Length && char.IsLower(text[i]);
    }

    static (int Start, int End)? Trim(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return start == end ? null : (start, end);
    }
}
