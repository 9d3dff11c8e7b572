using System.Text.Json;
using KzFacts.Data.Facts;

namespace KzFacts.Compiler.Seeds;

/// <summary>The values that one page gives for fields of the fact. Null means that the page gives none.</summary>
public sealed class PageValues : Dictionary<string, JsonElement>;

/// <summary>Other details of a page: numbers, booleans or texts by free names.</summary>
public sealed class Details : Dictionary<string, JsonElement>;

/// <summary>The claim of one page about a fact.</summary>
public sealed record SeedClaim
{
    [RefersTo("source")]
    public required string Source { get; init; }

    public Stance Stance { get; init; } = Stance.Supports;

    public Modality Modality { get; init; } = Modality.Asserted;

    [RefersTo("actor")]
    public string? AttributedTo { get; init; }

    public required SeedEvidence Evidence { get; init; }

    /// <summary>The fields in which this page differs from the fact.</summary>
    public PageValues Values { get; init; } = [];

    /// <summary>What else this page says.</summary>
    public Details Details { get; init; } = [];
}

/// <summary>The first and last few words of the passage, exactly as on the page.</summary>
public sealed record SeedEvidence
{
    public required string Start { get; init; }

    public required string End { get; init; }
}
