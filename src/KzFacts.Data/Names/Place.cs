using System.ComponentModel;
using KzFacts.Data.Querying;

namespace KzFacts.Data.Names;

/// <summary>What sort of place it is.</summary>
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
    [Description("Stable, readable id.")]
    public required string Id { get; init; }

    [Description("What sort of place.")]
    public required PlaceKind Kind { get; init; }

    [Description("Its name by language.")]
    public required LocalNames Names { get; init; }

    [Description("Other spellings and former names.")]
    public required IReadOnlyList<string> Aliases { get; init; }

    [Description("ISO 3166-1 alpha-2 code of its country, or null.")]
    public string? Country { get; init; }

    [Description("The place it lies in, or null.")]
    public PlaceReference? Parent { get; init; }

    [Description("WGS 84 latitude in degrees, or null.")]
    public double? Latitude { get; init; }

    [Description("WGS 84 longitude in degrees, or null.")]
    public double? Longitude { get; init; }

    [Description("Wikidata item, or null where not certain.")]
    public string? Wikidata { get; init; }

    [Description("Number of facts that happened in it, those of the places in it included.")]
    public required int FactCount { get; init; }

    public static readonly Collection<Place, PlaceFilter> Collection =
        new() { Name = "Place", Path = "places", Label = "Places", Table = "place" };
}

[Description("A place named in another document.")]
public sealed record PlaceReference
{
    [Description("The place's id.")]
    public required string Id { get; init; }

    [Description("Its English name.")]
    public required string Name { get; init; }

    [Description("WGS 84 latitude in degrees, or null.")]
    public double? Latitude { get; init; }

    [Description("WGS 84 longitude in degrees, or null.")]
    public double? Longitude { get; init; }
}

public sealed record PlaceFilter : Filter
{
    [Description("Only places of these sorts."), OneOf<PlaceKind>, Column("kind")]
    public string[]? Kind { get; init; }

    [Description("Only places that lie in these, at any depth, and these themselves."), Known("place"), Linked("place_within", "within")]
    public string[]? Within { get; init; }

    [Description("Words of the name, in any language or spelling."), Text, FullText("place_search")]
    public string? Q { get; init; }

    /// <summary>The full-text query of <see cref="Q"/>.</summary>
    public string? Match => FullText.Query(Q);
}
