using KzFacts.Data.Registries;
using KzFacts.Data.Text;

namespace KzFacts.Data.Checking;

/// <summary>A name that a sentence gives.</summary>
/// <param name="First">The index of its first word.</param>
/// <param name="End">The index after its last word.</param>
/// <param name="Actors">The actors that it may mean.</param>
/// <param name="Places">The places that it may mean.</param>
/// <param name="IsPerson">Whether it is the name of a person.</param>
public sealed record StatedName(int First, int End, IReadOnlySet<string> Actors, IReadOnlySet<string> Places, bool IsPerson);

/// <summary>Finds the names of the registries in a text, in any of their spellings, scripts and cases.</summary>
public sealed class NameIndex
{
    /// <summary>The most letters that an ending may have: -ского, -ның, -дағы.</summary>
    const int LongestEnding = 5;

    /// <summary>Family names that are also ordinary words. They count only with the first name.</summary>
    static readonly HashSet<string> AlsoWords = ["price", "german"];

    /// <summary>Endings of the dictionary form, which other cases replace.</summary>
    static readonly string[] Endings = ["aia", "oe", "ee", "ii", "oi", "ei", "a", "e", "i", "o", "u"];

    sealed record Form(string[] Words, bool[] Inflected, bool AnyCase, bool IsPerson, HashSet<string> Actors, HashSet<string> Places);

    readonly Dictionary<string, List<Form>> byBeginning = [];
    readonly Dictionary<string, Form> forms = [];
    readonly HashSet<string> parts = [];
    int longest;

    public NameIndex(IReadOnlyList<(Actor Actor, IReadOnlyList<string> Demonyms)> actors, IReadOnlyList<Place> places)
    {
        foreach (var place in places)
            Add(place.Names, place.Aliases, place.Id, isActor: false, anyCase: place.Kind == PlaceKind.Country, isPerson: false);
        foreach (var (actor, _) in actors)
            Add(actor.Names, actor.Aliases, actor.Id, isActor: true, anyCase: actor.Kind is ActorKind.State or ActorKind.Group
                or ActorKind.GovernmentBody, isPerson: actor.Kind == ActorKind.Person);
        foreach (var (actor, demonyms) in actors)
            foreach (var form in demonyms) Add(form, actor.Id, isActor: true, anyCase: true, isPerson: false);
    }

    /// <summary>Whether a word is part of a name of the registries.</summary>
    public bool Knows(string folded) => parts.Contains(folded);

    void Add(LocalNames names, IReadOnlyList<string> aliases, string id, bool isActor, bool anyCase, bool isPerson)
    {
        foreach (var name in names.All().Select(name => name.Text).Concat(aliases))
        {
            Add(name, id, isActor, anyCase, isPerson);
            if (isPerson && name.Split(' ') is { Length: > 1 } words && Folding.Word(words[^1]) is { Length: > 2 } family
                && !AlsoWords.Contains(family)) Add(words[^1], id, isActor, anyCase, isPerson);
        }
    }

    void Add(string name, string id, bool isActor, bool anyCase, bool isPerson)
    {
        var words = name.Split([' ', '-', ',', '«', '»', '(', ')', '.', '’', '\''], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word != "s")
            .Select(word => (Folded: Folding.Word(word.TrimEnd('*')), Inflected: word.EndsWith('*') || Token.IsCyrillicText(word)))
                .Where(word => word.Folded.Length > 0).ToList();
        if (words.Count == 0) return;
        string[] folded = [.. words.Select(word => word.Folded)];
        // A Latin and a Cyrillic spelling may fold to the same letters, but only the Cyrillic one is inflected.
        var key = $"{string.Join(' ', folded)} {words[0].Inflected}";
        if (!forms.TryGetValue(key, out var form))
        {
            forms[key] = form = new(folded, [.. words.Select(word => word.Inflected)], anyCase, isPerson, [], []);
            var beginning = Beginning(folded[0], words[0].Inflected);
            if (!byBeginning.TryGetValue(beginning, out var list)) byBeginning[beginning] = list = [];
            list.Add(form);
            longest = Math.Max(longest, beginning.Length);
            parts.UnionWith(folded);
        }
        (isActor ? form.Actors : form.Places).Add(id);
    }

    static string Beginning(string folded, bool inflected) =>
        inflected && folded.Length > 3 && Array.Find(Endings, ending =>
            folded.EndsWith(ending, StringComparison.Ordinal) && folded.Length - ending.Length > 2) is { } found
            ? folded[..^found.Length] : folded;

    public List<StatedName> Find(IReadOnlyList<Token> tokens)
    {
        List<StatedName> names = [];
        for (var i = 0; i < tokens.Count;)
            if (Longest(tokens, i) is { } name)
            {
                names.Add(name);
                i = name.End;
            }
            else i++;
        return names;
    }

    /// <summary>The longest name that begins at a word. A spelling of the registry wins over one with an ending. Several actors may
    /// share the name.</summary>
    StatedName? Longest(IReadOnlyList<Token> tokens, int i)
    {
        var first = tokens[i];
        var lookup = byBeginning.GetAlternateLookup<ReadOnlySpan<char>>();
        List<(Form Form, int Words, bool IsExact)> fitting = [];
        for (var length = Math.Min(first.Folded.Length, longest); length > 1; length--)
            if (lookup.TryGetValue(first.Folded.AsSpan(0, length), out var candidates))
                foreach (var form in candidates)
                    if ((form.AnyCase || first.IsCapital || char.IsAsciiDigit(first.Text[0])) && Fits(form, tokens, i))
                        fitting.Add((form, form.Words.Length, form.Words.Select((word, k) => tokens[i + k].Folded == word)
                            .All(same => same)));
        if (fitting.Count == 0) return null;
        var (_, words, isExact) = fitting.MaxBy(one => (one.Words, one.IsExact));
        var best = fitting.Where(one => one.Words == words && one.IsExact == isExact).Select(one => one.Form).ToList();
        return new(i, i + words, best.SelectMany(form => form.Actors).ToHashSet(), best.SelectMany(form => form.Places).ToHashSet(),
            best.Exists(form => form.IsPerson));
    }

    static bool Fits(Form form, IReadOnlyList<Token> tokens, int i)
    {
        if (i + form.Words.Length > tokens.Count) return false;
        for (var k = 0; k < form.Words.Length; k++)
            if (!Fits(form.Words[k], form.Inflected[k], tokens[i + k])) return false;
        return true;
    }

    static bool Fits(string word, bool inflected, Token token)
    {
        if (token.Folded == word) return true;
        if (!inflected || !token.IsCyrillic)
            return token.Folded.StartsWith(word, StringComparison.Ordinal) && word.Length > 3
                && token.Folded[word.Length..] is "s" or "n" or "an" or "ian";
        var beginning = Beginning(word, inflected);
        return token.Folded.StartsWith(beginning, StringComparison.Ordinal)
            && token.Folded.Length - beginning.Length <= (beginning.Length < 4 ? 2 : LongestEnding);
    }
}
