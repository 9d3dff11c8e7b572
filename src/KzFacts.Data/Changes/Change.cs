using System.ComponentModel;
using KzFacts.Data.Facts;
using KzFacts.Data.Querying;
using KzFacts.Data.Text.Urls;

namespace KzFacts.Data.Changes;

/// <summary>What happened to a fact.</summary>
public enum ChangeAction
{
    [Description("The fact is new.")]
    Added,

    [Description("The fact differs from before.")]
    Changed,

    [Description("The fact was removed.")]
    Removed,
}

[Description("What happened to a fact from one revision to the next.")]
public sealed record Change
{
    [Description("The revision that contains the change.")]
    public required string Revision { get; init; }

    [Description("When that revision was compiled: UTC, ISO 8601.")]
    public required string At { get; init; }

    [Description("What happened to the fact.")]
    public required ChangeAction Action { get; init; }

    [Description("The id of the fact.")]
    public required string Fact { get; init; }

    [Description("The kind of the fact.")]
    public required Kind Kind { get; init; }

    [Description("The fact before the change, with its claims. Null if it was added.")]
    public Fact? Before { get; init; }

    [Description("The fact after the change, with its claims. Null if it was removed.")]
    public Fact? After { get; init; }

    [Description("Why the fact was removed, if that is known. Otherwise null.")]
    public string? Reason { get; init; }
}

/// <summary>Which changes to keep. A change matches if the fact matches before or after it.</summary>
public sealed record ChangeFilter : Filter
{
    [Description("Only changes of facts of these kinds."), OneOf<Kind>]
    public string[]? Kind { get; init; }

    [Description("Only changes of facts that happened in these places or in places within them, before or after the change."),
        Known("place")]
    public string[]? Place { get; init; }

    [Description(
        "Only changes of facts about which these pages make a claim, before or after the change. Addresses may have any form; " +
        "percent-encode & and #. A page of which nothing is held yet is allowed: its first claims will match."), PageAddress]
    public string[]? SourceUrl { get; init; }

    /// <summary>The keys of the addresses. Equivalent addresses have equal keys.</summary>
    public string[]? Keys => SourceUrl?.Select(url => WebAddress.Of(url)!.Key).ToArray();
}

[Description("Why a fact is no longer served.")]
public sealed record Removal
{
    [Description("The day on which it was removed.")]
    public required DateOnly Day { get; init; }

    [Description("The reason.")]
    public required string Reason { get; init; }
}
