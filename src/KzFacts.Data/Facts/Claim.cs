using System.ComponentModel;
using System.Text.Json;
using KzFacts.Data.Registries;

namespace KzFacts.Data.Facts;

[Description("The claim of one page about one fact.")]
public sealed record Claim
{
    [Description("The page.")]
    public required SourceReference Source { get; init; }

    [Description("How the claim stands to the fact.")]
    public required Stance Stance { get; init; }

    [Description("In whose voice the page says it.")]
    public required Modality Modality { get; init; }

    [Description("The actor to whom the page attributes it, or null.")]
    public ActorReference? AttributedTo { get; init; }

    [Description("The passage of the page.")]
    public required Evidence Evidence { get; init; }

    [Description(
        "The fields in which this page differs from the fact. An absent field is as in the fact; null means that the page does not " +
        "give it.")]
    public required IReadOnlyDictionary<string, JsonElement> Values { get; init; }

    [Description("Other details of the page, by free names. They are shown but never counted.")]
    public required IReadOnlyDictionary<string, JsonElement> Details { get; init; }

    [Description("The first day on which the claim counts with asOf. It is not the day of publication: that is source.published.")]
    public required DateOnly KnownFrom { get; init; }
}

[Description("The first and last few words of a passage, enough to find it.")]
public sealed record Evidence
{
    [Description("The first words, exactly as on the page.")]
    public required string Start { get; init; }

    [Description("The last words, exactly as on the page.")]
    public required string End { get; init; }

    [Description("A link to the passage (URL fragment text directive).")]
    public required string Url { get; init; }
}

[Description("What one page claims about one fact.")]
public sealed record SourceClaim
{
    [Description("The claim.")]
    public required Claim Claim { get; init; }

    [Description("The fact, without its claims.")]
    public required Fact Fact { get; init; }

    [Description("Up to five other pages with a claim about the fact, one for each origin, the earliest first.")]
    public required IReadOnlyList<OtherSource> Others { get; init; }

    [Description("The number of further pages with a claim about the fact.")]
    public required int MoreOthers { get; init; }
}

[Description("Another page with a claim about the same fact.")]
public sealed record OtherSource
{
    [Description("The page.")]
    public required SourceReference Source { get; init; }

    [Description("How its claim stands to the fact.")]
    public required Stance Stance { get; init; }
}
