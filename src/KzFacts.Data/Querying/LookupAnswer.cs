using System.ComponentModel;
using KzFacts.Data.Facts;
using KzFacts.Data.Registries;
using KzFacts.Data.Text.Urls;

namespace KzFacts.Data.Querying;

/// <summary>How the page of an address was found.</summary>
public enum MatchLevel
{
    [Description("The address is stored as it was given.")]
    Exact,

    [Description("The address differs from a stored one only in URL syntax and tracking parameters.")]
    Normalized,

    [Description("The address leads to the same page by the rules in the steps.")]
    Equivalent,

    [Description("No facts are held of the page.")]
    None,
}

/// <summary>Why no page was found for an address.</summary>
public enum MissReason
{
    [Description("No facts are held of the page.")]
    NotHeld,

    [Description("It is a short link. Only opening it would reveal the target.")]
    OpaqueLink,
}

/// <summary>Which of the two addresses a step changes.</summary>
public enum AddressSide
{
    [Description("The address that was given.")]
    Asked,

    [Description("The address that is stored.")]
    Stored,
}

[Description("What is held of one address.")]
public sealed record LookupAnswer
{
    [Description("The address as it was given.")]
    public required string Url { get; init; }

    [Description("How the address was found.")]
    public required UrlMatch Match { get; init; }

    [Description("The page. Null if there is no match: no facts are held of it, which says nothing about its truth.")]
    public Source? Source { get; init; }

    [Description("How the facts that the page claims stand. Null if there is no match.")]
    public LookupSummary? Summary { get; init; }

    [Description(
        "What the page claims: first facts that are retracted, disputed, rebutted or unconfirmed, then the others in the order of the " +
        "facts. If the address has a passage that is found: only what stands there.")]
    public required IReadOnlyList<SourceClaim> Claims { get; init; }

    [Description("If there is no match: what else is held of the same host. Otherwise null.")]
    public HeldOfHost? Host { get; init; }
}

[Description("Counts of the facts that a page claims, by how they stand.")]
public sealed record LookupSummary
{
    [Description("The number of claims in the answer.")]
    public required int Claims { get; init; }

    [Description("Those of facts that are retracted.")]
    public required int Retracted { get; init; }

    [Description("Those of facts that are disputed.")]
    public required int Disputed { get; init; }

    [Description("Those of statements that were made, but whose content a page says to be untrue.")]
    public required int Rebutted { get; init; }

    [Description("Those of facts that pages only speculate about or forecast.")]
    public required int Unconfirmed { get; init; }

    [Description("Those of facts that one origin reports.")]
    public required int SingleSource { get; init; }

    [Description("Those of facts that two or more independent origins report.")]
    public required int Corroborated { get; init; }
}

[Description("How an address was found.")]
public sealed record UrlMatch
{
    [Description(
        "exact: the address is stored as given; normalized: it differs only in URL syntax and tracking parameters; equivalent: it " +
        "leads to the same page by the rules in steps; none: no facts are held of it.")]
    public required MatchLevel Level { get; init; }

    [Description("The stored address that matches, or null.")]
    public string? Stored { get; init; }

    [Description(
        "How the given address was changed until it matched. For an equivalent match, also how the stored address was changed.")]
    public required IReadOnlyList<UrlStep> Steps { get; init; }

    [Description("The key. Equivalent addresses have the same key.")]
    public required string Key { get; init; }

    [Description("The passage that the address points to with #:~:text=, or null.")]
    public AskedPassage? Passage { get; init; }

    [Description(
        "If there is no match, the reason: not_held, or opaque_link for a short link, whose target only fetching would reveal. " +
        "Otherwise null.")]
    public MissReason? Reason { get; init; }

    [Description("If there is no match: what to do next. Otherwise null.")]
    public string? Next { get; init; }

    [Description("The version of the rules that make keys.")]
    public required int NormalizerVersion { get; init; }
}

[Description("One change on the way from an address to its key.")]
public sealed record UrlStep
{
    [Description("Which address is changed.")]
    public required AddressSide Side { get; init; }

    [Description(
        "The rule. pasted, scheme, host, port, path, query, tracking and fragment concern syntax and tracking; the others are rules of " +
        "equivalence.")]
    public required UrlRule Rule { get; init; }

    [Description("What was removed or changed.")]
    public required string Detail { get; init; }
}

[Description("The passage that an address points to.")]
public sealed record AskedPassage
{
    [Description("The first words of the passage, or all of it.")]
    public required string Start { get; init; }

    [Description("The last words of the passage, or null.")]
    public string? End { get; init; }

    [Description("Whether claims of the page stand in the passage. If not, the answer has all claims of the page.")]
    public required bool Found { get; init; }
}

[Description("What is held of a host.")]
public sealed record HeldOfHost
{
    [Description("The host.")]
    public required string Name { get; init; }

    [Description("The number of its addresses that are held.")]
    public required int Pages { get; init; }

    [Description("Up to five of its pages.")]
    public required IReadOnlyList<string> Sources { get; init; }
}
