using System.ComponentModel;
using KzFacts.Data.Facts;
using KzFacts.Data.Querying;
using KzFacts.Data.Text.Urls;

namespace KzFacts.Data.Changes;

/// <summary>What became of a fact.</summary>
public enum ChangeAction
{
    [Description("The fact is new.")]
    Added,

    [Description("The fact is another than before.")]
    Changed,

    [Description("The fact is gone.")]
    Removed,
}

[Description("What became of a fact from one revision to the next.")]
public sealed record Change
{
    [Description("The revision that brought it.")]
    public required string Revision { get; init; }

    [Description("When that was compiled, UTC, ISO 8601.")]
    public required string At { get; init; }

    [Description("What became of the fact.")]
    public required ChangeAction Action { get; init; }

    [Description("The fact's id.")]
    public required string Fact { get; init; }

    [Description("The sort of fact.")]
    public required Kind Kind { get; init; }

    [Description("The fact as it was, with its claims; null where it was added.")]
    public Fact? Before { get; init; }

    [Description("The fact as it became, with its claims; null where it was removed.")]
    public Fact? After { get; init; }

    [Description("Why it was removed, where that is known; else null.")]
    public string? Reason { get; init; }
}

/// <summary>Which changes to keep: a change of a fact that fitted before or fits after it.</summary>
public sealed record ChangeFilter : Filter
{
    [Description("Only changes of facts of these kinds."), OneOf<Kind>]
    public string[]? Kind { get; init; }

    [Description("Only changes of facts in these places or in what lies in them, before or after."), Known("place")]
    public string[]? Place { get; init; }

    [Description(
        "Only changes of facts that these pages make a claim about, before or after: addresses in any form, percent-encoded where they " +
        "hold & or #; a page of which nothing is held yet is waited for."), PageAddress]
    public string[]? SourceUrl { get; init; }

    /// <summary>The keys under which the addresses meet equivalent ones.</summary>
    public string[]? Keys => SourceUrl?.Select(url => WebAddress.Of(url)!.Key).ToArray();
}

[Description("Why a fact is no longer held.")]
public sealed record Removal
{
    [Description("The day on which it was removed.")]
    public required DateOnly Day { get; init; }

    [Description("Why.")]
    public required string Reason { get; init; }
}
