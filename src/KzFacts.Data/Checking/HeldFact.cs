using KzFacts.Data.Facts;

namespace KzFacts.Data.Checking;

/// <summary>A fact as sentences are compared with it.</summary>
sealed class HeldFact
{
    public HeldFact(Fact fact, Vocabulary vocabulary)
    {
        var text = string.Join(". ", new[] { fact.Title, fact.Summary, (fact as Statement)?.Quote?.Text }.OfType<string>());
        var own = new StatedSentence(text, 0, text.Length, vocabulary, null);
        (Fact, OwnTerms) = (fact with { Claims = null }, Terms.Of(own));
        Actors = [.. fact.Actors.Select(part => part.Actor.Id), .. own.Names.SelectMany(name => name.Actors)];
        Places = [.. fact.Places.Select(place => place.Id)];
        NamedPlaces = [.. own.Names.SelectMany(name => name.Places)];
        Dates = own.Dates;
        Figures = own.Figures;
        (IsNegative, IsQuoteNegative) = (own.Has("negation"), (fact as Statement)?.Quote is { } quote && new StatedSentence(quote.Text, 0, quote.Text.Length, vocabulary, null).Has("negation"));
        OwnTerms.UnionWith(Actors.Union(Places).Select(id => $"@{id}"));
        TitleTerms = Read(fact.Title);
        QuoteTerms = Read((fact as Statement)?.Quote?.Text ?? "");
        HashSet<string> Read(string part) => Terms.Of(new(part, 0, part.Length, vocabulary, null));
        AllTerms = [.. OwnTerms, .. fact.Claims!.SelectMany(claim => Terms.Words($"{claim.Evidence.Start} {claim.Evidence.End} {claim.Source.Title}"))];
    }

    /// <summary>The fact, without its claims.</summary>
    public Fact Fact { get; }

    /// <summary>The terms of its title, summary and quote.</summary>
    public HashSet<string> OwnTerms { get; }

    public HashSet<string> TitleTerms { get; }

    public HashSet<string> QuoteTerms { get; }

    /// <summary>The own terms and the words of the pages that claim it.</summary>
    public HashSet<string> AllTerms { get; }

    public HashSet<string> Actors { get; }

    public HashSet<string> Places { get; }

    /// <summary>Places that its text names besides.</summary>
    public HashSet<string> NamedPlaces { get; }

    /// <summary>Days that its text names.</summary>
    public IReadOnlyList<StatedDate> Dates { get; }

    /// <summary>Numbers that its text names.</summary>
    public IReadOnlyList<StatedFigure> Figures { get; }

    public bool IsNegative { get; }

    public bool IsQuoteNegative { get; }
}
