using System.ComponentModel;
using KzFacts.Data.Registries;

namespace KzFacts.Data.Facts;

[Description("An actor and its role in a fact.")]
public sealed record Participant
{
    [Description("The actor.")]
    public required ActorReference Actor { get; init; }

    [Description("The role.")]
    public required Role Role { get; init; }
}

[Description("How a fact is related to another fact.")]
public sealed record Relation
{
    [Description("The relation, read from this fact to the other: this fact is caused_by, part_of … the other fact.")]
    public required RelationType Type { get; init; }

    [Description("The other fact.")]
    public required FactReference Fact { get; init; }
}

[Description("A fact that another document names.")]
public sealed record FactReference
{
    [Description("The id of the fact.")]
    public required string Id { get; init; }

    [Description("The kind of the fact.")]
    public required Kind Kind { get; init; }

    [Description("The title of the fact, in English.")]
    public required string Title { get; init; }

    [Description("The title of the fact in each language that has one.")]
    public required LocalNames Titles { get; init; }
}
