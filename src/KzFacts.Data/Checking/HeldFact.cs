using KzFacts.Data.Facts;

namespace KzFacts.Data.Checking;

/// <summary>A set of terms with their total weight.</summary>
/// <param name="meanings">The keys of the synonyms of each term.</param>
sealed class WeightedTerms(HashSet<string> terms, ILookup<string, string> meanings, Func<string, double> weight)
{
    readonly double total = terms.Sum(weight);

    public IReadOnlySet<string> Terms => terms;

    /// <summary>The share of these terms, by weight, that another set contains, or for which it has a synonym: 0 to 1.</summary>
    public double Share(IReadOnlySet<string> others, IReadOnlySet<string> keys, Func<string, double> weightOf) =>
        total == 0 ? 0 : terms.Where(term => others.Contains(term) || meanings[term].Any(keys.Contains)).Sum(weightOf) / total;
}

/// <summary>A fact in the form in which it is compared with sentences.</summary>
sealed class HeldFact
{
    readonly int latinNegations, cyrillicNegations;

    public HeldFact(Fact fact, Vocabulary vocabulary, Func<string, double> weight)
    {
        StatedSentence Read(string? part) => new(part ?? "", 0, part?.Length ?? 0, vocabulary, null);
        var (title, summary, quotation) = (Read(fact.Title), Read(fact.Summary), Read((fact as Statement)?.Quote?.Text));
        StatedSentence[] own = [title, summary, quotation];
        Fact = fact with { Claims = null };
        Actors = [.. fact.Actors.Select(part => part.Actor.Id), .. own.SelectMany(part => part.Names).SelectMany(name => name.Actors)];
        Places = [.. fact.Places.Select(place => place.Id)];
        NamedPlaces = [.. own.SelectMany(part => part.Names).SelectMany(name => name.Places)];
        (Dates, Figures) = ([.. own.SelectMany(part => part.Dates)], [
            .. own.SelectMany(part => part.Figures, (part, figure) => (figure, part.Near(figure, "toll_measure.", within: 0)))]);
        int Most(bool isCyrillic) => own.Where(part => part.IsCyrillic == isCyrillic && part.Tokens.Count > 0)
            .Select(part => part.Negations).DefaultIfEmpty(own.Max(part => part.Negations)).Max();
        (latinNegations, cyrillicNegations, BeginsNegative) = (Most(false), Most(true), summary.BeginsNegative());
        (IsNegative, IsQuoteNegative) = (own.Any(part => part.Has("negation") || part.Has("retraction")), quotation.Has("negation"));
        Doers = [.. own.SelectMany(part => part.Names.Where(name => !part.IsReceiver(name))).SelectMany(name => name.Actors)];
        Doers.ExceptWith(own.SelectMany(part => part.Names.Where(part.IsReceiver)).SelectMany(name => name.Actors));
        (Direction, Begins, Ends) = (StatedSentence.DirectionOf(own), own.Any(part => part.Has("begin")), own.Any(part => part.Has("end")));
        WeightedTerms Weighted(StatedSentence part) => new(Terms.Of(part), Terms.Meanings(part), weight);
        (Title, Quotation) = (Weighted(title), Weighted(quotation));
        Own = new([.. Title.Terms, .. Terms.Of(summary), .. Quotation.Terms, .. Actors.Union(Places).Select(id => $"@{id}")],
            own.SelectMany(part => Terms.Meanings(part).SelectMany(term => term, (term, key) => (term.Key, key))).Distinct()
                .ToLookup(pair => pair.Key, pair => pair.key), weight);
        static List<Token> TokensOf(string text) => Token.Of(text, 0, text.Length);
        var evidence = fact.Claims!.SelectMany(claim => new[] { claim.Evidence.Start, claim.Evidence.End }).Select(TokensOf).ToList();
        List<List<Token>> pages = [.. evidence, .. fact.Claims!.Select(claim => TokensOf(claim.Source.Title ?? ""))];
        Said = [.. Own.Terms, .. evidence.SelectMany(tokens => tokens).Select(Terms.Word).OfType<string>()];
        All = [.. Said, .. pages.SelectMany(tokens => tokens).Select(Terms.Word).OfType<string>()];
        Reporters = [.. fact.Claims!.Select(claim => claim.AttributedTo?.Id).OfType<string>(),
            .. pages.SelectMany(vocabulary.Names.Find).SelectMany(name => name.Actors)];
        Keys = [.. own.SelectMany(part => part.Cues).Concat(pages.SelectMany(tokens => vocabulary.Cues.Find(tokens, 0, tokens.Count)))
            .Select(cue => cue.Key)];
    }

    /// <summary>About how many bytes it takes: the fact without its claims, and the terms of its pages.</summary>
    public int Bytes => BytesOfFact + BytesOfTerm * (All.Count + Said.Count + Keys.Count + Reporters.Count);

    const int BytesOfFact = 6000, BytesOfTerm = 80;

    /// <summary>The fact, without its claims.</summary>
    public Fact Fact { get; }

    /// <summary>The terms of its title, summary and quote.</summary>
    public WeightedTerms Own { get; }

    public WeightedTerms Title { get; }

    public WeightedTerms Quotation { get; }

    /// <summary>The terms of <see cref="Own"/> and those of the pages that claim the fact.</summary>
    public HashSet<string> All { get; }

    /// <summary>The terms of <see cref="Own"/> and those of the passages that claim the fact.</summary>
    public HashSet<string> Said { get; }

    /// <summary>Actors that its pages name, such as those to whom they attribute it.</summary>
    public HashSet<string> Reporters { get; }

    /// <summary>The keys of the cues in the same texts: what its words stand for.</summary>
    public HashSet<string> Keys { get; }

    public HashSet<string> Actors { get; }

    /// <summary>Actors that its text names, and never as those to whom or whereto something goes.</summary>
    public HashSet<string> Doers { get; }

    public HashSet<string> Places { get; }

    /// <summary>Places that the text of the fact names, other than its own.</summary>
    public HashSet<string> NamedPlaces { get; }

    /// <summary>Days that the text of the fact names.</summary>
    public IReadOnlyList<StatedDate> Dates { get; }

    /// <summary>Numbers that the text of the fact names, each with the toll measures named in the same part of its sentence.</summary>
    public IReadOnlyList<(StatedFigure Figure, IReadOnlyList<string> Counted)> Figures { get; }

    /// <summary>The direction that the text of the fact states: 1 up, -1 down, null for neither or both.</summary>
    public int? Direction { get; }

    /// <summary>Whether the text of the fact says that something begins.</summary>
    public bool Begins { get; }

    /// <summary>Whether the text of the fact says that something ends.</summary>
    public bool Ends { get; }

    /// <summary>Whether its summary begins with a "not": "Denied that …".</summary>
    public bool BeginsNegative { get; }

    /// <summary>How often its title, summary or quote in a script says "not" at most. If none is in the script: in any.</summary>
    public int MostNegations(bool isCyrillic) => isCyrillic ? cyrillicNegations : latinNegations;

    public bool IsNegative { get; }

    public bool IsQuoteNegative { get; }
}
