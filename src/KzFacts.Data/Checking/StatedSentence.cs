using System.Buffers;
using KzFacts.Data.Text;

namespace KzFacts.Data.Checking;

/// <summary>What a sentence states: its names, days and numbers, and the words that say what the numbers count.</summary>
public sealed class StatedSentence
{
    static readonly HashSet<string> Joins = [.. Folding.Words("and while but including where who")],
        CyrillicJoins = [.. Folding.Words("и а но және ал")];

    /// <summary>Words before a name that make it a receiver, and the endings of the Kazakh dative.</summary>
    static readonly HashSet<string> Towards = [.. Folding.Words("to into в во")];

    static readonly string[] Dative = ["ға", "ге", "қа", "ке"];

    static readonly SearchValues<char> Signs = SearchValues.Create(",;:()—");

    /// <summary>How many words after a name a "not" may stand to deny what the name does.</summary>
    const int NearNegation = 3;

    readonly int[] parts;
    readonly HashSet<string> keys;
    int? negations;
    bool? isCyrillic;

    /// <param name="published">The day of the text, or null.</param>
    /// <param name="context">What the text says before the sentence, or null.</param>
    public StatedSentence(string text, int start, int end, Vocabulary vocabulary, DateOnly? published, TextContext? context = null)
    {
        (Text, Start, End, Published, Context) = (text, start, end, published, context ?? new());
        Tokens = Token.Of(text, start, end);
        Names = vocabulary.Names.Find(Tokens);
        Dates = StatedDates.Of(text, Tokens, published ?? Context.Day);
        var named = Names.Where(name => name.Places.Count + name.Actors.Count > 0)
            .SelectMany(name => Enumerable.Range(name.First, name.End - name.First)).ToHashSet();
        var figures = StatedFigures.Of(text, Tokens, Dates).Where(figure => !named.Contains(figure.First)).ToList();
        parts = Parts(text, Tokens, figures);
        Cues = [.. Enumerable.Range(0, parts.Length == 0 ? 0 : parts[^1] + 1)
            .SelectMany(part => vocabulary.Cues.Find(Tokens, Array.IndexOf(parts, part), Array.LastIndexOf(parts, part) + 1)).Distinct()];
        keys = [.. Cues.Select(cue => cue.Key)];
        Figures = Bounds.Of(text, Tokens, figures, Cues.ToLookup(cue => cue.At, cue => cue.Key));
        bool IsUnknownName(int i) =>
            i > 0 && Tokens[i] is { IsCapital: true, Text.Length: > 2 } && !named.Contains(i) && !vocabulary.Names.Knows(Tokens[i].Folded)
            && !Dates.Any(date => i >= date.First && i < date.End);
        UnknownNames = [.. Enumerable.Range(0, Tokens.Count).Where(IsUnknownName).Select(i => Terms.Word(Tokens[i])).OfType<string>()];
    }

    public string Text { get; }

    public int Start { get; }

    public int End { get; }

    /// <summary>The date of the text, or null.</summary>
    public DateOnly? Published { get; }

    /// <summary>What the text says before the sentence.</summary>
    public TextContext Context { get; }

    public IReadOnlyList<Token> Tokens { get; }

    public IReadOnlyList<StatedName> Names { get; }

    public IReadOnlyList<StatedDate> Dates { get; }

    public IReadOnlyList<StatedFigure> Figures { get; }

    public IReadOnlyList<Cue> Cues { get; }

    /// <summary>Terms of words that look like names and are in no registry.</summary>
    public IReadOnlyList<string> UnknownNames { get; }

    /// <summary>How many words say "not". A word of a bound, as in "no fewer than", does not count.</summary>
    public int Negations => negations ??= Cues.Where(cue => cue.Key is "negation" && !Figures.Any(figure => IsBound(figure)
        && cue.At >= figure.First - Bounds.Reach - 1 && cue.At < figure.First)).Select(cue => cue.At).Distinct().Count();

    /// <summary>Whether most of it is in Cyrillic.</summary>
    public bool IsCyrillic => isCyrillic ??= Tokens.Count(token => token.IsCyrillic) * 2 > Tokens.Count;

    /// <summary>Whether a "not" is among the first words after a name, or after the beginning if no name is given.</summary>
    public bool BeginsNegative(StatedName? after = null) =>
        Cues.Any(cue => cue.Key == "negation" && cue.At >= (after?.End ?? 0) && cue.At < (after?.End ?? 0) + NearNegation);

    /// <summary>Whether a name says to whom or whereto: "to" or "в" stands before it, or it is a Kazakh dative.</summary>
    public bool IsReceiver(StatedName name) => name.First > 0 && Towards.Contains(Tokens[name.First - 1].Folded)
        || Tokens[name.End - 1] is { IsCyrillic: true } last && Array.Exists(Dative, last.Text.EndsWith);

    public bool Has(string key) => keys.Contains(key);

    /// <summary>The keys of the cues of a registry, such as <c>killed</c> for the registry <c>toll_measure</c>.</summary>
    public IEnumerable<string> Keys(string registry) =>
        Cues.Where(cue => cue.Key.StartsWith(registry, StringComparison.Ordinal)).Select(cue => cue.Key[registry.Length..]).Distinct();

    /// <summary>The direction that sentences state: 1 up, -1 down, null for neither or both.</summary>
    public static int? DirectionOf(params IReadOnlyList<StatedSentence> sentences) =>
        (sentences.Any(one => one.Has("rise")), sentences.Any(one => one.Has("fall"))) switch
        {
            (true, false) => 1,
            (false, true) => -1,
            _ => null,
        };

    /// <summary>Whether the sentence is a question.</summary>
    public bool IsQuestion => Text.AsSpan(Start, End - Start).TrimEnd(" \t\r\n\"”»").EndsWith("?");

    /// <summary>Whether a "not" stands in the number's part of the sentence and does not belong to its bound, as it does in "no
    /// fewer than".</summary>
    public bool IsNegated(StatedFigure figure) =>
        Cues.Any(cue => cue.Key == "negation" && IsSamePart(cue.At, figure.First)
        && !(IsBound(figure) && cue.At >= figure.First - Bounds.Reach - 1 && cue.At < figure.First));

    static bool IsBound(StatedFigure figure) => figure.Range.Min is null || figure.Range.Max is null;

    /// <summary>Whether a day is the day of an utterance: "said on 8 January".</summary>
    public bool IsOfSaying(StatedDate date) => Cues.Any(cue => cue.Key == "says" && cue.At < date.First && date.First - cue.At <= 2);

    /// <summary>The words from one index to another, as they stand in the text.</summary>
    public string Words(int first, int end) => Text[Tokens[first].Start..Tokens[end - 1].End];

    public bool IsSamePart(int a, int b) => parts[a] == parts[b];

    /// <summary>The words of a registry in the number's part of the sentence. If there are none: those in the nearest other part.</summary>
    /// <param name="within">How many parts away a word may stand.</param>
    public IReadOnlyList<string> Near(StatedFigure figure, string registry, int within = int.MaxValue)
    {
        var cues = Cues.Where(cue => cue.Key.StartsWith(registry, StringComparison.Ordinal)
            && Math.Abs(parts[cue.At] - parts[figure.First]) <= within).ToList();
        if (cues.Count == 0) return [];
        int Distance(Cue cue) => Math.Abs(parts[cue.At] - parts[figure.First]) * 2 + (parts[cue.At] > parts[figure.First] ? 1 : 0);
        var nearest = cues.Min(Distance);
        return [.. cues.Where(cue => Distance(cue) == nearest).Select(cue => cue.Key[registry.Length..]).Distinct()];
    }

    /// <summary>Numbers the parts of a sentence. Commas, dashes and conjunctions separate them.</summary>
    static int[] Parts(string text, IReadOnlyList<Token> tokens, IReadOnlyList<StatedFigure> figures)
    {
        var inside = figures.SelectMany(figure => Enumerable.Range(figure.First + 1, figure.End - figure.First - 1)).ToHashSet();
        var parts = new int[tokens.Count];
        for (var i = 1; i < parts.Length; i++)
        {
            var between = text.AsSpan(tokens[i - 1].End, tokens[i].Start - tokens[i - 1].End);
            var splits = !inside.Contains(i) && (between.ContainsAny(Signs) || between.Contains(" – ", StringComparison.Ordinal)
                || between.Contains(" - ", StringComparison.Ordinal) || (tokens[i].IsCyrillic ? CyrillicJoins : Joins)
                .Contains(tokens[i].Folded));
            parts[i] = parts[i - 1] + (splits ? 1 : 0);
        }
        return parts;
    }
}
