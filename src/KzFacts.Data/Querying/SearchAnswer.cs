using System.ComponentModel;
using KzFacts.Data.Facts;

namespace KzFacts.Data.Querying;

/// <summary>Which of its texts a snippet is.</summary>
public enum SnippetField
{
    [Description("The fact's title.")]
    Title,

    [Description("The fact's summary.")]
    Summary,

    [Description("The speaker's own words.")]
    Quote,

    [Description("The equipment of a deployment.")]
    Equipment,

    [Description("The legal basis of a deployment.")]
    LegalBasis,

    [Description("The name of a place.")]
    Place,

    [Description("The name of an actor.")]
    Actor,

    [Description("The first and last words of a page's passage.")]
    Evidence,

    [Description("The headline of a page.")]
    Headline,
}

/// <summary>How many of the words a found fact has.</summary>
public enum WordMatch
{
    [Description("Each fact has all the words.")]
    All,

    [Description("No fact has all the words, and these have some.")]
    Some,

    [Description("No fact has any of the words.")]
    None,
}

/// <summary>By what found facts are counted.</summary>
public enum Facet
{
    [Description("By kind of fact.")]
    Kind,

    [Description("By status.")]
    Status,

    [Description("By place.")]
    Place,

    [Description("By first day.")]
    Day,
}

[Description("Facts found by their words.")]
public sealed record SearchAnswer
{
    [Description("The revision that is served: equal facts, equal revision.")]
    public required string Revision { get; init; }

    [Description("The facts that fit best, best first.")]
    public required IReadOnlyList<FoundFact> Items { get; init; }

    [Description("all: each fact has all the words; some: none has all of them, and these have some; none: nothing was found.")]
    public required WordMatch Match { get; init; }

    [Description("How many facts match in all.")]
    public required int Total { get; init; }

    [Description("How many of all that match there are of each kind, status, place and day, where asked for.")]
    public required Facets Facets { get; init; }

    [Description("Where no fact has all the words: the same as they were probably meant, which finds facts that have them all; else null.")]
    public string? DidYouMean { get; init; }
}

[Description("A fact, and where the words stand in it.")]
public sealed record FoundFact
{
    [Description("The fact.")]
    public required Fact Fact { get; init; }

    [Description(
        "Its texts in which words of the query stand: title, summary and quote, and others that show a word these do not; none where " +
        "the words are only in other spellings of its names and labels.")]
    public required IReadOnlyList<Snippet> Snippets { get; init; }
}

[Description("A text with the words that were found.")]
public sealed record Snippet
{
    [Description(
        "Which text: title, summary, quote, equipment or legal_basis of the fact; the name of a place or an actor; evidence (the first " +
        "and last words of a page's passage) or headline of a page.")]
    public required SnippetField Field { get; init; }

    [Description("The text, whole and plain.")]
    public required string Text { get; init; }

    [Description("Where the words stand in the text, in order and apart from one another, whatever script and form they were typed in.")]
    public required IReadOnlyList<Highlight> Highlights { get; init; }

    [Description("The id of the page of an evidence or a headline, else null.")]
    public string? Source { get; init; }
}

[Description("A part of a text, in UTF-16 code units, as JavaScript, C# and Java count.")]
public sealed record Highlight
{
    [Description("Where it begins, from 0.")]
    public required int Start { get; init; }

    [Description("How long it is.")]
    public required int Length { get; init; }
}

[Description("Counts of all facts that match; null where not asked for.")]
public sealed record Facets
{
    [Description("By kind, the most frequent first.")]
    public IReadOnlyList<FacetValue>? Kind { get; init; }

    [Description("By status, the most frequent first.")]
    public IReadOnlyList<FacetValue>? Status { get; init; }

    [Description("By place where they happened (not what it lies in), the most frequent first: 20 at the most.")]
    public IReadOnlyList<FacetValue>? Place { get; init; }

    [Description("By first day, in order: the 100 most frequent at the most.")]
    public IReadOnlyList<FacetValue>? Day { get; init; }
}

[Description("A value, and how many facts have it.")]
public sealed record FacetValue
{
    [Description("The value, as the filter of its name takes it; a day as from and to do.")]
    public required string Value { get; init; }

    [Description("A place's English name, else null.")]
    public string? Name { get; init; }

    [Description("How many of the facts that match.")]
    public required int Count { get; init; }
}
