using System.ComponentModel;
using System.Text.Json.Serialization;
using KzFacts.Data.Facts;
using KzFacts.Data.Registries;

namespace KzFacts.Data.Checking;

/// <summary>How a fact bears on a sentence. An answer lists facts in this order.</summary>
public enum Judgement
{
    [Description("The sentence gives a retracted figure or statement as if it stood.")]
    RepeatsRetracted,

    [Description("Every element of the sentence fits the fact, and the fact is not retracted.")]
    Supports,

    [Description("It is the same happening, day and place, and an element cannot be true together with what is held.")]
    Conflicts,

    [Description("It is the same happening and nothing conflicts, but something that the sentence states was not compared or is not held.")]
    Partly,

    [Description("The fact is worth reading. Nothing more is said.")]
    Related,
}

/// <summary>A part of a sentence that is compared with a fact.</summary>
public enum Element
{
    [Description("A number.")]
    Figure,

    [Description("A day.")]
    Date,

    [Description("A place.")]
    Place,

    [Description("Who said it.")]
    Speaker,

    [Description("The unit of a number.")]
    Unit,

    [Description("Whether something rose or fell.")]
    Direction,

    [Description("Whether the sentence says that something did not happen.")]
    Negation,

    [Description("Who did it, and to whom.")]
    Role,

    [Description("Whether something was planned, began, went on or ended.")]
    Phase,

    [Description("Words of the sentence that neither the fact nor its pages have in any form.")]
    Words,

    [Description("What the claims of the fact say together.")]
    Status,
}

[Description("What the facts say about the sentences of a text.")]
public sealed record CheckAnswer
{
    [Description("The served revision. Equal facts have an equal revision.")]
    public required string Revision { get; init; }

    [Description("The number of sentences in the text.")]
    public required int Checked { get; init; }

    [Description("The number of sentences for which there are no facts. They are left out; that says nothing about their truth.")]
    public required int Silent { get; init; }

    [Description("The links in the text whose pages are held, at most 20. Look a link up to see what its page claims.")]
    public required IReadOnlyList<CheckedLink> Links { get; init; }

    [Description("The sentences for which there are facts, in the order of the text.")]
    public required IReadOnlyList<CheckedSentence> Sentences { get; init; }
}

[Description("A link in a text, with its page.")]
public sealed record CheckedLink
{
    [Description("The link as it stands in the text.")]
    public required string Url { get; init; }

    [Description("The page.")]
    public required Source Source { get; init; }
}

[Description("A sentence, with the facts that bear on it.")]
public sealed record CheckedSentence
{
    [Description("The sentence as it stands in the text.")]
    public required string Text { get; init; }

    [Description("The index of its first UTF-16 character in the text.")]
    public required int Start { get; init; }

    [Description("The index after its last UTF-16 character.")]
    public required int End { get; init; }

    [Description(
        "The facts that bear on it: first those whose retracted figure or statement it repeats, then those that support it, those that " +
        "conflict with it, and those that are related.")]
    public required IReadOnlyList<CheckedFact> Facts { get; init; }
}

[Description("A fact that bears on a sentence.")]
public sealed record CheckedFact
{
    [Description("The fact, without its claims. Its status matters."), JsonConverter(typeof(FactJson.ByKind))]
    public required Fact Fact { get; init; }

    [Description(
        "repeats_retracted: the sentence gives a retracted figure or statement as if it stood; supports: it says what the fact says; " +
        "conflicts: it is about the same thing and differs in an element; related: it is about the same thing, and nothing more can be " +
        "said.")]
    public required Judgement Judgement { get; init; }

    [Description("What was compared.")]
    public required IReadOnlyList<CheckedElement> Elements { get; init; }
}

[Description("An element of a sentence beside the same element of a fact.")]
public sealed record CheckedElement
{
    [Description(
        "The element. status: the fact was retracted (since when, by whom, and its replacement), is disputed, or is only speculated.")]
    public required Element Element { get; init; }

    [Description("The words of the sentence. Null if it does not state the element.")]
    public string? Stated { get; init; }

    [Description("The value of the fact.")]
    public required string Held { get; init; }

    [Description("true: they agree; false: they differ; null: that cannot be decided.")]
    public bool? Agrees { get; init; }
}
