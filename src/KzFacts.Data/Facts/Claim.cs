using System.ComponentModel;
using System.Text.Json;
using KzFacts.Data.Names;

namespace KzFacts.Data.Facts;

[Description("One page's assertion of one fact.")]
public sealed record Claim
{
    [Description("The page.")]
    public required SourceReference Source { get; init; }

    [Description("What the page does with the fact.")]
    public required Stance Stance { get; init; }

    [Description("In whose voice the page says it.")]
    public required Modality Modality { get; init; }

    [Description("To whom the page attributes it, or null.")]
    public ActorReference? AttributedTo { get; init; }

    [Description("Where in the page it stands.")]
    public required Evidence Evidence { get; init; }

    [Description("Fields of the fact as this page has them; an absent field is as in the fact, null means that the page gives none.")]
    public required IReadOnlyDictionary<string, JsonElement> Values { get; init; }

    [Description("What else this page says, by free words; shown, never counted.")]
    public required IReadOnlyDictionary<string, JsonElement> Details { get; init; }

    [Description(
        "The day from which the claim counts with asOf. It says nothing of when the page was published, which source.published does.")]
    public required DateOnly KnownFrom { get; init; }
}

[Description("The first and last few words of a passage: enough to find it.")]
public sealed record Evidence
{
    [Description("The first words, exactly as on the page.")]
    public required string Start { get; init; }

    [Description("The last words, exactly as on the page.")]
    public required string End { get; init; }

    [Description("A link straight to the passage (URL fragment text directive).")]
    public required string Url { get; init; }
}

[Description("What one page claims of one fact.")]
public sealed record SourceClaim
{
    [Description("The claim.")]
    public required Claim Claim { get; init; }

    [Description("The fact, without its claims.")]
    public required Fact Fact { get; init; }

    [Description("Up to five other pages that make a claim of the fact, one an origin, earliest first.")]
    public required IReadOnlyList<OtherSource> Others { get; init; }

    [Description("How many other pages make a claim of it besides these.")]
    public required int MoreOthers { get; init; }
}

[Description("Another page that makes a claim of the same fact.")]
public sealed record OtherSource
{
    [Description("The page.")]
    public required SourceReference Source { get; init; }

    [Description("What it does with the fact.")]
    public required Stance Stance { get; init; }
}
