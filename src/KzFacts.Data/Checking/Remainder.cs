using KzFacts.Data.Facts;

namespace KzFacts.Data.Checking;

/// <summary>What a sentence states beyond what was compared with a fact. A fact supports a sentence only if nothing is left over.</summary>
static class Remainder
{
    /// <summary>Cues that say nothing which could be wrong, or that are compared as elements of their own.</summary>
    static readonly HashSet<string> Settled =
    [
        "people", "says", "more", "most", "strict", "about", "negation", "rise", "fall", "begin", "end", "retraction", "denial",
        Cues.General,
    ];

    /// <param name="elsewhere">The numbers of the sentence that other facts have. Their part of the sentence is theirs.</param>
    public static IEnumerable<CheckedElement> Of(Comparison on, Compared one, IReadOnlySet<StatedFigure> elsewhere)
    {
        var (sentence, held) = (on.Sentence, one.Held);
        var others = elsewhere.Where(figure => !one.Figures.Contains(figure)).ToList();
        bool IsOthers(int at) => others.Exists(figure => sentence.IsSamePart(at, figure.First))
            && !one.Figures.Any(figure => sentence.IsSamePart(at, figure.First));
        foreach (var figure in sentence.Figures.Where(figure => !one.Figures.Contains(figure) && !others.Contains(figure)
            && !one.Elements.Any(element => element.Stated == sentence.Words(figure.First, figure.End))))
            yield return Left(Element.Figure, sentence.Words(figure.First, figure.End));
        var isPlaced = one.Elements.Any(element => element is { Element: Element.Place, Agrees: true });
        foreach (var name in sentence.Names.Where(name => !IsOthers(name.First) && !(isPlaced && name.Actors.Count == 0)
            && !IsHeld(on, held, name)))
            yield return Left(name.Actors.Count == 0 ? Element.Place : Element.Role, sentence.Words(name.First, name.End));
        if (Words(on, held, IsOthers) is { Count: > 0 } words) yield return Left(Element.Words, string.Join(" ", words));
    }

    static CheckedElement Left(Element element, string stated) => new() { Element = element, Stated = stated, Held = "" };

    /// <summary>Whether a name is one of the fact. A place within one of its places is another place, and the country is implied.</summary>
    static bool IsHeld(Comparison on, HeldFact held, StatedName name) =>
        name.Actors.Overlaps(held.Actors) || name.Actors.Overlaps(held.Reporters)
        || name.Places.Overlaps(held.Places) || name.Places.Overlaps(held.NamedPlaces)
        // Who sets a price is no part of a price.
        || held.Fact is PriceChange && !name.IsPerson && name.Places.Count == 0
        || name.Places.Contains(on.Vocabulary.Country) || name.Actors.Contains(on.Vocabulary.Country)
        || name.Places.Any(place => held.Places.Any(other => on.Vocabulary.IsWithin(other, place)))
        || Enumerable.Range(name.First, name.End - name.First).All(i =>
            Terms.Word(on.Sentence.Tokens[i]) is not { } term || held.All.Contains(term));

    /// <summary>Content words that the fact and its pages have in no form, and for which they have no synonym.</summary>
    static List<string> Words(Comparison on, HeldFact held, Func<int, bool> isOthers)
    {
        var sentence = on.Sentence;
        var isTold = KindDefinition.All[held.Fact.Kind].IsTold;
        // Titles of pages speak of more than one thing. In other languages there may be nothing else to compare with.
        bool IsSaid(int i, string term) => (isTold && !sentence.Tokens[i].IsCyrillic ? held.Said : held.All).Contains(term);
        // Every count, price and deployment belongs to the crisis.
        bool IsSettled(string key) => Settled.Contains(key) || held.Keys.Contains(key) || IsUnit(key) || !isTold && key == Cues.Crisis
            || held.Fact is PriceChange && key == $"{Cues.Synonym}bank";
        var taken = new bool[sentence.Tokens.Count];
        foreach (var name in sentence.Names) taken.AsSpan(name.First, name.End - name.First).Fill(true);
        foreach (var date in sentence.Dates) taken.AsSpan(date.First, date.End - date.First).Fill(true);
        foreach (var figure in sentence.Figures) taken.AsSpan(figure.First, figure.End - figure.First).Fill(true);
        var cues = sentence.Cues.ToLookup(cue => cue.At, cue => cue.Key);
        return [.. Enumerable.Range(0, taken.Length).Where(i => !taken[i] && !isOthers(i)
            && Terms.Word(sentence.Tokens[i]) is { } term && !IsSaid(i, term) && !cues[i].Any(IsSettled))
            .Select(i => sentence.Tokens[i].Text)];
    }

    /// <summary>The unit and the currency are compared with the number.</summary>
    static bool IsUnit(string key) => key.StartsWith("unit.", StringComparison.Ordinal) || key.StartsWith("currency.",
        StringComparison.Ordinal);
}
