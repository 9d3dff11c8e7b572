using System.ComponentModel;
using KzFacts.Data.Querying;

namespace KzFacts.Data.Registries;

/// <summary>The kind of a place.</summary>
public enum PlaceKind
{
    [Description("A country.")]
    Country,

    [Description("A region, or a larger part of the world.")]
    Region,

    [Description("A city.")]
    City,

    [Description("A town or a village.")]
    Town,

    [Description("A building or a site.")]
    Facility,

    [Description("A military base or airfield.")]
    Base,
}

[Description("A place where facts happened.")]
public sealed record Place
{
    [Description("A stable, readable id.")]
    public required string Id { get; init; }

    [Description("The kind of place.")]
    public required PlaceKind Kind { get; init; }

    [Description("Its name in each language.")]
    public required LocalNames Names { get; init; }

    [Description("Other spellings and former names.")]
    public required IReadOnlyList<string> Aliases { get; init; }

    [Description("The ISO 3166-1 alpha-2 code of its country, or null.")]
    public string? Country { get; init; }

    [Description("The place in which it lies, or null.")]
    public PlaceReference? Parent { get; init; }

    [Description("The latitude in degrees of WGS 84, or null.")]
    public double? Latitude { get; init; }

    [Description("The longitude in degrees of WGS 84, or null.")]
    public double? Longitude { get; init; }

    [Description("The Wikidata item. Null if it is not certain.")]
    public string? Wikidata { get; init; }

    [Description("The number of facts that happened in it or in the places within it.")]
    public required int FactCount { get; init; }

    public static readonly Collection<Place, PlaceFilter> Collection =
        new() { Name = "Place", Path = "places", Label = "Places", Table = "place" };
}

[Description("A place that another document names.")]
public sealed record PlaceReference
{
    [Description("The id of the place.")]
    public required string Id { get; init; }

    [Description("The name in English.")]
    public required string Name { get; init; }

    [Description("The latitude in degrees of WGS 84, or null.")]
    public double? Latitude { get; init; }

    [Description("The longitude in degrees of WGS 84, or null.")]
    public double? Longitude { get; init; }
}

public sealed record PlaceFilter : Filter
{
    [Description("Only places of these kinds."), OneOf<PlaceKind>, Column("kind")]
    public string[]? Kind { get; init; }

    [Description("Only these places and the places within them, at any depth."), Known("place"), Linked("place_within", "within")]
    public string[]? Within { get; init; }

    [Description("Words of the name, in any language or spelling."), Text, FullText("place_search")]
    public string? Q { get; init; }

    /// <summary>The full-text query for <see cref="Q"/>.</summary>
    public string? Match => FullText.Query(Q);
}
