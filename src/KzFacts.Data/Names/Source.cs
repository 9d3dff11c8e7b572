using System.ComponentModel;
using KzFacts.Data.Querying;

namespace KzFacts.Data.Names;

/// <summary>What sort of page a source is.</summary>
public enum SourceKind
{
    [Description("A newsroom.")]
    News,

    [Description("A news agency.")]
    Wire,

    [Description("A state or its body.")]
    Official,

    [Description("An encyclopedia.")]
    Encyclopedia,

    [Description("An analysis or a commentary.")]
    Analysis,

    [Description("A non-governmental organization.")]
    Ngo,

    [Description("A dataset.")]
    Dataset,
}

[Description("A page that makes claims.")]
public sealed record Source
{
    [Description("Stable, readable id.")]
    public required string Id { get; init; }

    [Description("Its known addresses, as seen; the first is the one to show.")]
    public required IReadOnlyList<string> Urls { get; init; }

    [Description("Who runs the page.")]
    public required string Publisher { get; init; }

    [Description("The house the publisher belongs to; its own name where it stands alone.")]
    public required string PublisherGroup { get; init; }

    [Description("Whose report the page copies or retells by name, or null.")]
    public string? SyndicatedFrom { get; init; }

    [Description(
        "The groups behind the text: pages that share one are not independent. Empty: the page prints what others reported, and nobody " +
        "examined whom it has it from; such a page is no origin.")]
    public required IReadOnlyList<string> OriginGroups { get; init; }

    [Description("The headline, or null where it was not seen.")]
    public string? Title { get; init; }

    [Description("ISO 639-1 language.")]
    public required string Language { get; init; }

    [Description("What sort of page.")]
    public required SourceKind Kind { get; init; }

    [Description("Day of publication, ISO 8601, cut to what is known, or null.")]
    public string? Published { get; init; }

    [Description("A day by which it is proven to have been published, or null.")]
    public DateOnly? PublishedBy { get; init; }

    [Description("The day on which the page was read for this collection.")]
    public required DateOnly Accessed { get; init; }

    [Description(
        "The day from which its claims count with asOf: the last day on which it can have been published, or else that of access.")]
    public required DateOnly KnownFrom { get; init; }

    [Description("Number of facts it makes a claim about.")]
    public required int FactCount { get; init; }

    public static readonly Collection<Source, SourceFilter> Collection =
        new() { Name = "Source", Path = "sources", Label = "Sources", Table = "source" };
}

[Description("A page named in another document.")]
public sealed record SourceReference
{
    [Description("The source's id.")]
    public required string Id { get; init; }

    [Description("Its address.")]
    public required string Url { get; init; }

    [Description("Who runs the page.")]
    public required string Publisher { get; init; }

    [Description(
        "The groups behind the text: pages that share one are not independent. Empty: the page prints what others reported, and nobody " +
        "examined whom it has it from; such a page is no origin.")]
    public required IReadOnlyList<string> OriginGroups { get; init; }

    [Description("The headline, or null.")]
    public string? Title { get; init; }

    [Description("ISO 639-1 language.")]
    public required string Language { get; init; }

    [Description("Day of publication, ISO 8601, cut to what is known, or null.")]
    public string? Published { get; init; }
}

public sealed record SourceFilter : Filter
{
    [Description("Only pages of these publishers or publisher groups, by exact name."), Known("source", "publisher"),
        EitherColumn("source", "publisher", "publisher_group")]
    public string[]? Publisher { get; init; }

    [Description("Only pages in these languages, ISO 639-1."), Code(2), Column("language")]
    public string[]? Language { get; init; }

    [Description("Only pages of these sorts."), OneOf<SourceKind>, Column("kind")]
    public string[]? Kind { get; init; }

    [Description("Words of the headline or the publisher's name."), Text, FullText("source_search")]
    public string? Q { get; init; }

    /// <summary>The full-text query of <see cref="Q"/>.</summary>
    public string? Match => FullText.Query(Q);
}
