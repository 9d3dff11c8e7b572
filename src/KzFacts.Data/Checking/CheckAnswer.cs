using System.ComponentModel;
using System.Text.Json.Serialization;
using KzFacts.Data.Facts;

namespace KzFacts.Data.Checking;

/// <summary>How a fact bears on a sentence. An answer lists facts in this order.</summary>
public enum Bearing
{
    [Description("The sentence gives a retracted figure or statement as if it stood.")]
    RepeatsRetracted,

    [Description("The fact says what the sentence says.")]
    Supports,

    [Description("The fact is about the same thing, and differs in an element.")]
    Conflicts,

    [Description("The fact is about the same thing, and nothing more can be said.")]
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

    [Description("The sentences for which there are facts, in the order of the text.")]
    public required IReadOnlyList<CheckedSentence> Sentences { get; init; }
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
    public required Bearing Agreement { get; init; }

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
