using System.ComponentModel;
using KzFacts.Data.Querying;

namespace KzFacts.Data.Names;

/// <summary>What sort of actor it is.</summary>
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

    [Description("A group of people without a body, such as protesters.")]
    Group,
}

[Description("A person, body, unit or group that took part in facts.")]
public sealed record Actor
{
    [Description("Stable, readable id.")]
    public required string Id { get; init; }

    [Description("What sort of actor.")]
    public required ActorKind Kind { get; init; }

    [Description("Its name by language.")]
    public required LocalNames Names { get; init; }

    [Description("Other spellings met in sources.")]
    public required IReadOnlyList<string> Aliases { get; init; }

    [Description("Who or what it is, with the role held at the time, or null.")]
    public string? Description { get; init; }

    [Description("Actors it belonged to.")]
    public required IReadOnlyList<ActorReference> Affiliations { get; init; }

    [Description("Wikidata item, or null where not certain.")]
    public string? Wikidata { get; init; }

    [Description("Number of facts that name it.")]
    public required int FactCount { get; init; }

    public static readonly Collection<Actor, ActorFilter> Collection =
        new() { Name = "Actor", Path = "actors", Label = "Actors", Table = "actor" };
}

[Description("An actor named in another document.")]
public sealed record ActorReference
{
    [Description("The actor's id.")]
    public required string Id { get; init; }

    [Description("Its English name.")]
    public required string Name { get; init; }
}

public sealed record ActorFilter : Filter
{
    [Description("Only actors of these sorts."), OneOf<ActorKind>, Column("kind")]
    public string[]? Kind { get; init; }

    [Description("Only actors that belonged to these."), Known("actor"), Linked("actor_affiliation", "affiliation")]
    public string[]? Affiliation { get; init; }

    [Description("Words of the name, in any language or spelling."), Text, FullText("actor_search")]
    public string? Q { get; init; }

    /// <summary>The full-text query of <see cref="Q"/>.</summary>
    public string? Match => FullText.Query(Q);
}
