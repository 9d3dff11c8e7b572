using System.Text.Json;
using KzFacts.Data.Facts;

namespace KzFacts.Compiler.Seeds;

/// <summary>Fields of the fact as one page has them; null: the page gives none.</summary>
public sealed class PageValues : Dictionary<string, JsonElement>;

/// <summary>What else one page says: free word to number, truth or text.</summary>
public sealed class Details : Dictionary<string, JsonElement>;

/// <summary>One page's assertion of a fact.</summary>
public sealed record SeedClaim
{
    [RefersTo("source")]
    public required string Source { get; init; }

    public Stance Stance { get; init; } = Stance.Supports;

    public Modality Modality { get; init; } = Modality.Asserted;

    [RefersTo("actor")]
    public string? AttributedTo { get; init; }

    public required SeedEvidence Evidence { get; init; }

    /// <summary>Fields of the fact as this page has them, where they differ.</summary>
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
