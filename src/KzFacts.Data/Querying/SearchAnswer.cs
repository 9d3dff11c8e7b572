using System.ComponentModel;
using KzFacts.Data.Facts;

namespace KzFacts.Data.Querying;

/// <summary>The text from which a snippet is taken.</summary>
public enum SnippetField
{
    [Description("The title of the fact.")]
    Title,

    [Description("The summary of the fact.")]
    Summary,

    [Description("The quotation of the speaker.")]
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

/// <summary>How many of the searched words a fact contains.</summary>
public enum WordMatch
{
    [Description("Each fact has all the words.")]
    All,

    [Description("No fact has all the words, and these have some.")]
    Some,

    [Description("No fact has any of the words.")]
    None,
}

/// <summary>A property by which found facts are counted.</summary>
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
    [Description("The served revision. Equal facts have an equal revision.")]
    public required string Revision { get; init; }

    [Description("The matching facts, the best match first.")]
    public required IReadOnlyList<FoundFact> Items { get; init; }

    [Description("all: each fact has all the words; some: no fact has all of them, and these have some; none: nothing was found.")]
    public required WordMatch Match { get; init; }

    [Description("The number of all matching facts.")]
    public required int Total { get; init; }

    [Description("The number of all matching facts by kind, status, place and day, if facets asks for it.")]
    public required Facets Facets { get; init; }

    [Description("If no fact has all the words: the corrected words, for which facts exist. Otherwise null.")]
    public string? DidYouMean { get; init; }
}

[Description("A fact, and where it contains the words.")]
public sealed record FoundFact
{
    [Description("The fact.")]
    public required Fact Fact { get; init; }

    [Description(
        "The texts of the fact that contain words of the query: title, summary and quote, and other texts if they contain further " +
        "words. Empty if the words occur only in other spellings of its names and labels.")]
    public required IReadOnlyList<Snippet> Snippets { get; init; }
}

[Description("A text with the words that were found.")]
public sealed record Snippet
{
    [Description(
        "The text: title, summary, quote, equipment or legal_basis of the fact; the name of a place or an actor; evidence (the first " +
        "and last words of a page's passage) or headline of a page.")]
    public required SnippetField Field { get; init; }

    [Description("The complete text, without markup.")]
    public required string Text { get; init; }

    [Description("The positions of the words in the text, in order and without overlap, whatever their script and form.")]
    public required IReadOnlyList<Highlight> Highlights { get; init; }

    [Description("The id of the source of an evidence or a headline. Otherwise null.")]
    public string? Source { get; init; }
}

[Description("A part of a text, in UTF-16 code units, as JavaScript, C# and Java count them.")]
public sealed record Highlight
{
    [Description("The index of its beginning, from 0.")]
    public required int Start { get; init; }

    [Description("Its length.")]
    public required int Length { get; init; }
}

[Description("The numbers of all matching facts. Null where facets did not ask for them.")]
public sealed record Facets
{
    [Description("By kind, the most frequent first.")]
    public IReadOnlyList<FacetValue>? Kind { get; init; }

    [Description("By status, the most frequent first.")]
    public IReadOnlyList<FacetValue>? Status { get; init; }

    [Description("By the place where they happened (not the places around it), the most frequent first, at most 20.")]
    public IReadOnlyList<FacetValue>? Place { get; init; }

    [Description("By first day, in order: at most the 100 most frequent days.")]
    public IReadOnlyList<FacetValue>? Day { get; init; }
}

[Description("A value, and the number of facts that have it.")]
public sealed record FacetValue
{
    [Description("The value, as the filter of the same name takes it. A day is a value for from and to.")]
    public required string Value { get; init; }

    [Description("The name of a place in English. Otherwise null.")]
    public string? Name { get; init; }

    [Description("The number of matching facts.")]
    public required int Count { get; init; }
}
