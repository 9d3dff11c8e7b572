using System.ComponentModel;
using KzFacts.Data.Querying;

namespace KzFacts.Data.Registries;

/// <summary>The kind of an actor.</summary>
public enum ActorKind
{
    [Description("A person.")]
    Person,

    [Description("A state.")]
    State,

    [Description("An organization, a company or an alliance.")]
    Organization,

    [Description("A body of a state.")]
    GovernmentBody,

    [Description("A unit of an armed force.")]
    MilitaryUnit,

    [Description("A group of people without an organization, such as protesters.")]
    Group,
}

[Description("A person, body, military unit or group that took part in facts.")]
public sealed record Actor
{
    [Description("A stable, readable id.")]
    public required string Id { get; init; }

    [Description("The kind of actor.")]
    public required ActorKind Kind { get; init; }

    [Description("Its name in each language.")]
    public required LocalNames Names { get; init; }

    [Description("Other spellings found in sources.")]
    public required IReadOnlyList<string> Aliases { get; init; }

    [Description("Who or what it is, with the role at the time, or null.")]
    public string? Description { get; init; }

    [Description("The actors to which it belonged.")]
    public required IReadOnlyList<ActorReference> Affiliations { get; init; }

    [Description("The Wikidata item. Null if it is not certain.")]
    public string? Wikidata { get; init; }

    [Description("The number of facts that name it.")]
    public required int FactCount { get; init; }

    public static readonly Collection<Actor, ActorFilter> Collection =
        new() { Name = "Actor", Path = "actors", Label = "Actors", Table = "actor" };
}

[Description("An actor that another document names.")]
public sealed record ActorReference
{
    [Description("The id of the actor.")]
    public required string Id { get; init; }

    [Description("The name in English.")]
    public required string Name { get; init; }
}

public sealed record ActorFilter : Filter
{
    [Description("Only actors of these kinds."), OneOf<ActorKind>, Column("kind")]
    public string[]? Kind { get; init; }

    [Description("Only actors that belonged to these actors."), Known("actor"), Linked("actor_affiliation", "affiliation")]
    public string[]? Affiliation { get; init; }

    [Description("Words of the name, in any language or spelling."), Text, FullText("actor_search")]
    public string? Q { get; init; }

    /// <summary>The full-text query for <see cref="Q"/>.</summary>
    public string? Match => FullText.Query(Q);
}
