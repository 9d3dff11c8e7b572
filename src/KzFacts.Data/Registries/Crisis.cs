namespace KzFacts.Data.Registries;

/// <summary>The crisis that a snapshot is about, from <c>seeds/crisis.yaml</c>: everything that pages, charts, descriptions and the
/// check need to know about it.</summary>
public sealed record Crisis
{
    /// <summary>Its name within a sentence, such as "the flood of 1913 in Ohio".</summary>
    public required LocalNames Name { get; init; }

    /// <summary>The title of the home page.</summary>
    public required LocalNames Title { get; init; }

    /// <summary>What the service holds, in a sentence.</summary>
    public required LocalNames Description { get; init; }

    /// <summary>The name of its period, such as "March 1913".</summary>
    public required LocalNames Period { get; init; }

    /// <summary>The first day of the timeline, unless a request gives days.</summary>
    public required DateOnly First { get; init; }

    /// <summary>The last day of the timeline, unless a request gives days.</summary>
    public required DateOnly Last { get; init; }

    /// <summary>The IANA time zone of places that name no other. A day of <c>asOf</c> ends at midnight here.</summary>
    public required string Zone { get; init; }

    /// <summary>The id of the country in which everything happened. A text need not name it. Null if there is none.</summary>
    public string? Country { get; init; }

    public required MapFrame Map { get; init; }

    public CrisisExamples Examples { get; init; } = new();
}

/// <summary>The part of the world that the map shows, in degrees of WGS 84.</summary>
public sealed record MapFrame
{
    public required double West { get; init; }

    public required double South { get; init; }

    public required double East { get; init; }

    public required double North { get; init; }

    /// <summary>A GeoJSON file beside <c>crisis.yaml</c> with two features: polygons named <c>country</c> and lines named
    /// <c>borders</c>.</summary>
    public string? Outline { get; init; }
}

/// <summary>Examples for a reader who does not know yet what to ask.</summary>
public sealed record CrisisExamples
{
    /// <summary>The address of a page that makes claims.</summary>
    public string? Link { get; init; }

    /// <summary>Texts to search for.</summary>
    public List<ExampleSearch> Searches { get; init; } = [];

    /// <summary>A word that few facts contain, however many are added.</summary>
    public string? RareWord { get; init; }

    /// <summary>A sentence to check.</summary>
    public string? Sentence { get; init; }

    /// <summary>The day on which the sentence was written.</summary>
    public DateOnly? SentenceDay { get; init; }

    /// <summary>The id of an entry of each collection, by the collection's path.</summary>
    public Dictionary<string, string> Entries { get; init; } = [];
}

public sealed record ExampleSearch
{
    public required string Text { get; init; }

    /// <summary>ISO 639-1.</summary>
    public required string Language { get; init; }
}
