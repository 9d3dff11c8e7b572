namespace KzFacts.Data.Names;

/// <summary>What a snapshot is about, from <c>seeds/crisis.yaml</c>: all that pages, charts, descriptions and the check would otherwise
/// have to know in code.</summary>
public sealed record Crisis
{
    /// <summary>What to call it within a sentence, such as "the flood of 1913 in Ohio".</summary>
    public required LocalNames Name { get; init; }

    /// <summary>The title of the home page.</summary>
    public required LocalNames Title { get; init; }

    /// <summary>What the service holds of it, in a sentence.</summary>
    public required LocalNames Description { get; init; }

    /// <summary>What to call its days, such as "March 1913".</summary>
    public required LocalNames Period { get; init; }

    /// <summary>The first day that the timeline shows where no days are asked for.</summary>
    public required DateOnly First { get; init; }

    /// <summary>The last one.</summary>
    public required DateOnly Last { get; init; }

    /// <summary>The IANA time zone of its places, where they name no other. The end of a day, with <c>asOf</c>, is its end here.</summary>
    public required string Zone { get; init; }

    /// <summary>The id of the place in which all happened: a text need not name it. Null where there is none.</summary>
    public string? Country { get; init; }

    public required MapFrame Map { get; init; }

    public CrisisExamples Examples { get; init; } = new();
}

/// <summary>The part of the world that the map shows, in WGS 84 degrees.</summary>
public sealed record MapFrame
{
    public required double West { get; init; }

    public required double South { get; init; }

    public required double East { get; init; }

    public required double North { get; init; }

    /// <summary>A GeoJSON file beside <c>crisis.yaml</c> with two features: <c>country</c>, of polygons, and <c>borders</c>, of
    /// lines.</summary>
    public string? Outline { get; init; }
}

/// <summary>What to show to somebody who does not know yet what to ask for.</summary>
public sealed record CrisisExamples
{
    /// <summary>The address of a page that makes claims.</summary>
    public string? Link { get; init; }

    /// <summary>Words to search for.</summary>
    public List<ExampleSearch> Searches { get; init; } = [];

    /// <summary>A word that few facts have, whatever is added to them.</summary>
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
