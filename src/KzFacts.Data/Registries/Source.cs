using System.ComponentModel;
using KzFacts.Data.Querying;

namespace KzFacts.Data.Registries;

/// <summary>The kind of a page.</summary>
public enum SourceKind
{
    [Description("A newsroom.")]
    News,

    [Description("A news agency.")]
    Wire,

    [Description("A state or one of its bodies.")]
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
    [Description("A stable, readable id.")]
    public required string Id { get; init; }

    [Description("The known addresses, as seen. The first is the one to show.")]
    public required IReadOnlyList<string> Urls { get; init; }

    [Description("The publisher of the page.")]
    public required string Publisher { get; init; }

    [Description("The media group of the publisher. The name of the publisher if it is independent.")]
    public required string PublisherGroup { get; init; }

    [Description("The publisher whose report the page copies or retells by name, or null.")]
    public string? SyndicatedFrom { get; init; }

    [Description(
        "The origin groups behind the text. Pages that share one are not independent. Empty: the page prints what others have " +
        "reported, and nobody has examined whose report it is; such a page has no origin.")]
    public required IReadOnlyList<string> OriginGroups { get; init; }

    [Description("The headline. Null if it was not seen.")]
    public string? Title { get; init; }

    [Description("The language, ISO 639-1.")]
    public required string Language { get; init; }

    [Description("The kind of page.")]
    public required SourceKind Kind { get; init; }

    [Description("The day of publication: ISO 8601 with the known precision, or null.")]
    public string? Published { get; init; }

    [Description("A day by which it is proven to have been published, or null.")]
    public DateOnly? PublishedBy { get; init; }

    [Description("The day on which the page was read for this collection.")]
    public required DateOnly Accessed { get; init; }

    [Description("The first day on which its claims count with asOf: the last possible day of publication, or else the day of access.")]
    public required DateOnly KnownFrom { get; init; }

    [Description("The number of facts about which it makes a claim.")]
    public required int FactCount { get; init; }

    public static readonly Collection<Source, SourceFilter> Collection =
        new() { Name = "Source", Path = "sources", Label = "Sources", Table = "source" };
}

[Description("A page that another document names.")]
public sealed record SourceReference
{
    [Description("The id of the source.")]
    public required string Id { get; init; }

    [Description("The address.")]
    public required string Url { get; init; }

    [Description("The publisher of the page.")]
    public required string Publisher { get; init; }

    [Description(
        "The origin groups behind the text. Pages that share one are not independent. Empty: the page prints what others have " +
        "reported, and nobody has examined whose report it is; such a page has no origin.")]
    public required IReadOnlyList<string> OriginGroups { get; init; }

    [Description("The headline, or null.")]
    public string? Title { get; init; }

    [Description("The language, ISO 639-1.")]
    public required string Language { get; init; }

    [Description("The day of publication: ISO 8601 with the known precision, or null.")]
    public string? Published { get; init; }
}

public sealed record SourceFilter : Filter
{
    [Description("Only pages of these publishers or media groups, by exact name."), Known("source", "publisher"),
        EitherColumn("source", "publisher", "publisher_group")]
    public string[]? Publisher { get; init; }

    [Description("Only pages in these languages, ISO 639-1."), Code(2), Column("language")]
    public string[]? Language { get; init; }

    [Description("Only pages of these kinds."), OneOf<SourceKind>, Column("kind")]
    public string[]? Kind { get; init; }

    [Description("Words of the headline or of the publisher's name."), Text, FullText("source_search")]
    public string? Q { get; init; }

    /// <summary>The full-text query for <see cref="Q"/>.</summary>
    public string? Match => FullText.Query(Q);
}
