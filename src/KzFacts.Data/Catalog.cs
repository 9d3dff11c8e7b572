using KzFacts.Data.Facts;
using KzFacts.Data.Querying;
using KzFacts.Data.Registries;

namespace KzFacts.Data;

/// <summary>All collections, in the order in which they are presented.</summary>
public static class Catalog
{
    /// <summary>Facts of all kinds.</summary>
    public static readonly Collection<Fact, AnyFactFilter> Facts =
        new() { Name = "Fact", Path = "facts", Label = "Facts of all kinds", Table = "fact", IsFact = true };

    public static readonly IReadOnlyList<ICollection> All =
    [
        Facts, .. KindDefinition.All.Values.Select(kind => kind.Collection),
        Source.Collection, Actor.Collection, Place.Collection, Registries.Word.Collection,
    ];
}
