using System.ComponentModel;
using System.Text.Json.Serialization;
using KzFacts.Data.Facts;

namespace KzFacts.Data.Checking;

/// <summary>How a fact bears on a sentence; in the order in which facts are given.</summary>
public enum Bearing
{
    [Description("The sentence gives a retracted figure or statement as if it stood.")]
    RepeatsRetracted,

    [Description("The fact says what the sentence says.")]
    Supports,

    [Description("The fact is of the same, and differs in an element.")]
    Conflicts,

    [Description("The fact is of the same, and more cannot be told.")]
    Related,
}

/// <summary>What of a sentence is compared with a fact.</summary>
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

    [Description("What a number is in.")]
    Unit,

    [Description("What the claims of the fact together say.")]
    Status,
}

[Description("What is held on the sentences of a text.")]
public sealed record CheckAnswer
{
    [Description("The revision that is served: equal facts, equal revision.")]
    public required string Revision { get; init; }

    [Description("How many sentences the text has.")]
    public required int Checked { get; init; }

    [Description("How many of them nothing is held on, which says nothing of their truth; they are left out.")]
    public required int Silent { get; init; }

    [Description("The sentences on which something is held, in their order.")]
    public required IReadOnlyList<CheckedSentence> Sentences { get; init; }
}

[Description("A sentence, with the facts that bear on it.")]
public sealed record CheckedSentence
{
    [Description("The sentence, as it stands in the text.")]
    public required string Text { get; init; }

    [Description("Where it begins: UTF-16 characters before it in the text.")]
    public required int Start { get; init; }

    [Description("Where it ends: the character behind its last.")]
    public required int End { get; init; }

    [Description(
        "The facts that bear on it, those first whose retracted figure or statement it repeats, then those that support it, that " +
        "conflict with it, that are related.")]
    public required IReadOnlyList<CheckedFact> Facts { get; init; }
}

[Description("A fact that bears on a sentence.")]
public sealed record CheckedFact
{
    [Description("The fact, without its claims; look at its status."), JsonConverter(typeof(FactJson.ByKind))]
    public required Fact Fact { get; init; }

    [Description(
        "repeats_retracted: the sentence gives a retracted figure or statement as if it stood; supports: it says what the fact says; " +
        "conflicts: it speaks of the same and differs in an element; related: it speaks of the same, but one cannot tell.")]
    public required Bearing Agreement { get; init; }

    [Description("What was compared.")]
    public required IReadOnlyList<CheckedElement> Elements { get; init; }
}

[Description("An element of a sentence beside that of a fact.")]
public sealed record CheckedElement
{
    [Description(
        "What it is; status: the fact was retracted (since when, by whom, and what took its place), is disputed, or is only speculated.")]
    public required Element Element { get; init; }

    [Description("The sentence's words, or null where it gives none.")]
    public string? Stated { get; init; }

    [Description("What the fact has.")]
    public required string Held { get; init; }

    [Description("true: they agree; false: they differ; null: one cannot tell.")]
    public bool? Agrees { get; init; }
}
