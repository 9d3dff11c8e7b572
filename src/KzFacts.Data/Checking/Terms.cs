using KzFacts.Data.Facts;
using KzFacts.Data.Text;

namespace KzFacts.Data.Checking;

/// <summary>Reduces a text to terms that can be compared: stems of words, <c>#</c> and a number, <c>@</c> and the id of a name.</summary>
static class Terms
{
    /// <summary>Words that say nothing about the subject of a sentence.</summary>
    static readonly HashSet<string> Empty = [.. Folding.Words("""
        a an the of in on at to for from by with and or but as is was were are be been has have had it its he she they them their his her
        this that these those which who whom whose what when where while than then there here into onto over after before about some any
        all also more most many much very just only other such one would could should will can may might must do does did up out if so
        because during through between among against not no said says say told tells и в во на с со к ко о об от до из за по у не ни что
        как это этот эта эти его её их он она они был была было были быть а но или же бы для при под над после перед между также том чем
        то так уже ещё где когда который которая которые которых сообщили сообщил заявил сказал данным және мен бен пен да де та те үшін
        туралы бұл сол осы ол олар болды болып еді деп бойынша кейін дейін ішінде
        """)];

    /// <summary>The terms of a sentence, or of a text of a fact.</summary>
    public static HashSet<string> Of(StatedSentence sentence)
    {
        HashSet<string> terms = [];
        var taken = new bool[sentence.Tokens.Count];
        foreach (var name in sentence.Names)
        {
            foreach (var id in name.Actors.Union(name.Places)) terms.Add($"@{id}");
            taken.AsSpan(name.First, name.End - name.First).Fill(true);
        }
        foreach (var date in sentence.Dates) taken.AsSpan(date.First, date.End - date.First).Fill(true);
        foreach (var figure in sentence.Figures)
        {
            terms.Add(Number(figure.Range));
            taken.AsSpan(figure.First, figure.End - figure.First).Fill(true);
        }
        for (var i = 0; i < taken.Length; i++)
            if (!taken[i] && Word(sentence.Tokens[i]) is { } word) terms.Add(word);
        return terms;
    }

    /// <summary>What the words of a sentence mean: its terms, each with the keys of its synonyms.</summary>
    public static ILookup<string, string> Meanings(StatedSentence sentence) => sentence.Cues.Where(cue => Cues.IsMeaning(cue.Key))
        .Select(cue => (Term: Word(sentence.Tokens[cue.At]), cue.Key)).Where(pair => pair.Term is not null).Distinct()
        .ToLookup(pair => pair.Term!, pair => pair.Key);

    public static IEnumerable<string> Words(string text) => Token.Of(text, 0, text.Length).Select(Word).OfType<string>();

    public static string? Word(Token token) =>
        token.Folded.Length < 2 || token.IsDigits || Empty.Contains(token.Folded) ? null : Stem(token.Folded, token.IsCyrillic);

    /// <summary>The beginning of a word, which all its forms share. There is no stemmer for Russian and Kazakh here.</summary>
    static string Stem(string folded, bool isCyrillic)
    {
        if (isCyrillic) return folded[..Math.Min(folded.Length, 5)];
        foreach (var ending in (ReadOnlySpan<string>)["ing", "ed", "es", "s"])
            if (folded.Length - ending.Length >= 4 && folded.EndsWith(ending, StringComparison.Ordinal))
            {
                folded = folded[..^ending.Length];
                break;
            }
        return folded[..Math.Min(folded.Length, 6)];
    }

    public static string Number(NumberRange range) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"#{range.Min ?? range.Max}");
}
