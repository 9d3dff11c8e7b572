using KzFacts.Data.Facts;

namespace KzFacts.Data.Checking;

/// <summary>A set of terms with their total weight.</summary>
sealed class WeightedTerms(HashSet<string> terms, Func<string, double> weight)
{
    readonly double total = terms.Sum(weight);

    public IReadOnlySet<string> Terms => terms;

    /// <summary>The share of these terms, by weight, that another set contains: 0 to 1.</summary>
    public double Share(IReadOnlySet<string> others, Func<string, double> weightOf) =>
        total == 0 ? 0 : others.Where(terms.Contains).Sum(weightOf) / total;
}

/// <summary>A fact in the form in which it is compared with sentences.</summary>
sealed class HeldFact
{
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
        (IsNegative, IsQuoteNegative) = (own.Any(part => part.Has("negation") || part.Has("retraction")), quotation.Has("negation"));
        (Direction, Begins, Ends) = (StatedSentence.DirectionOf(own), own.Any(part => part.Has("begin")), own.Any(part => part.Has("end")));
        (Title, Quotation) = (new(Terms.Of(title), weight), new(Terms.Of(quotation), weight));
        Own = new([.. Title.Terms, .. Terms.Of(summary), .. Quotation.Terms, .. Actors.Union(Places).Select(id => $"@{id}")], weight);
        All = [.. Own.Terms, .. fact.Claims!.SelectMany(claim => Terms.Words(
            $"{claim.Evidence.Start} {claim.Evidence.End} {claim.Source.Title}"))];
    }

    /// <summary>The fact, without its claims.</summary>
    public Fact Fact { get; }

    /// <summary>The terms of its title, summary and quote.</summary>
    public WeightedTerms Own { get; }

    public WeightedTerms Title { get; }

    public WeightedTerms Quotation { get; }

    /// <summary>The terms of <see cref="Own"/> and those of the pages that claim the fact.</summary>
    public HashSet<string> All { get; }

    public HashSet<string> Actors { get; }

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

    public bool IsNegative { get; }

    public bool IsQuoteNegative { get; }
}
