using System.ComponentModel;
using KzFacts.Data.Querying;
using KzFacts.Data.Series;

namespace KzFacts.Api.Web;

/// <summary>The parameters of a list. Its filter is separate.</summary>
public abstract record PageRequest
{
    [Description("The number of entries on a page. Without it, csv, ndjson and geojson give all entries."), Bounds(1, Page.Largest)]
    public int? Limit { get; init; }

    [Description("The nextCursor of the previous page.")]
    public string? After { get; init; }

    [Description("true: count all entries that the filter keeps.")]
    public bool? Count { get; init; }

    [Description("The format. It takes precedence over the Accept header.")]
    public string? Format { get; init; }

    /// <summary>Whether the last entry comes first.</summary>
    public abstract bool Descending { get; }

    public virtual bool WithClaims => false;

    /// <exception cref="InvalidParametersException">The cursor is invalid.</exception>
    public Page ToPage() => new()
    {
        Limit = Limit ?? Page.Default,
        Cursor = Cursor.Given(After),
        Descending = Descending,
    };
}

public sealed record FactPageRequest : PageRequest
{
    [Description("The order: date (first day, time, id), or -date for the latest first."), Choice("date", "-date")]
    public string? Sort { get; init; }

    [Description("claims: include the pages that claim each fact."), Choice("claims")]
    public string? Expand { get; init; }

    public override bool Descending => Sort == "-date";

    public override bool WithClaims => Expand is not null;
}

public sealed record NamePageRequest : PageRequest
{
    [Description("The order: id or -id."), Choice("id", "-id")]
    public string? Sort { get; init; }

    public override bool Descending => Sort == "-id";
}

/// <summary>The parameters of one entry.</summary>
public record EntryRequest
{
    [Description("The format. It takes precedence over the Accept header.")]
    public string? Format { get; init; }
}

/// <summary>The parameters of one fact.</summary>
public sealed record FactRequest : EntryRequest
{
    [Description(FactFilter.AsOfMeaning)]
    public DateOnly? AsOf { get; init; }
}

/// <summary>The parameters of series. Their filter is separate.</summary>
public record SeriesRequest
{
    [Description(
        "The format. It takes precedence over the Accept header. csv: a row for each point; for a timeline, a column for each series.")]
    public string? Format { get; init; }
}

/// <summary>The parameters of a timeline. Its filter is separate.</summary>
public sealed record TimelineRequest : SeriesRequest
{
    [Description("The property by which facts are divided, by default kind."), OneOf<TimelineBy>]
    public string? By { get; init; }

    [Description("The length of a step, by default a day. A week begins on Monday."), OneOf<TimelineBucket>]
    public string? Bucket { get; init; }
}

/// <summary>The parameters of a citation.</summary>
public sealed record CitationRequest
{
    [Description("What was known by the end of this day. The citation links to it.")]
    public DateOnly? AsOf { get; init; }

    [Description("The format. It takes precedence over the Accept header. csl: CSL-JSON, for Zotero.")]
    public string? Format { get; init; }
}

/// <summary>The parameters of a search. Its filter is separate.</summary>
public sealed record SearchRequest
{
    [Description("The number of facts, the best match first. There are no further pages; total counts all matches."),
        Bounds(1, Page.Largest)]
    public int? Limit { get; init; }

    [Description("claims: include the pages that claim each fact."), Choice("claims")]
    public string? Expand { get; init; }

    [Description("The properties by which all matching facts are counted."), OneOf<Facet>]
    public string[]? Facets { get; init; }
}

/// <summary>The parameters of a look-up, except the addresses.</summary>
public record LookupsRequest
{
    [Description(FactFilter.AsOfMeaning)]
    public DateOnly? AsOf { get; init; }

    [Description("claims: include all pages that claim each fact."), Choice("claims")]
    public string? Expand { get; init; }

    [Description("Only what the page claims about this fact."), Known("fact")]
    public string? Claim { get; init; }

    public LookupOptions Options => new(AsOf, Expand is not null, Claim);
}

/// <summary>The parameters of a check, except the text.</summary>
public sealed record CheckRequest
{
    [Description(
        "The date of the text, which gives a date to \"yesterday\", \"on Thursday\" and a day without a year. Used if the body has " +
        "none.")]
    public DateOnly? Date { get; init; }

    [Description(FactFilter.AsOfMeaning)]
    public DateOnly? AsOf { get; init; }
}

/// <summary>The parameters of a look-up.</summary>
public sealed record LookupRequest : LookupsRequest
{
    [Description("The address of the page in any form, with at most 2000 characters. Percent-encode & and #.")]
    public string? Url { get; init; }

    [Description(
        "The format. It takes precedence over the Accept header. ld+json: the vocabulary of schema.org, each fact with all pages that " +
        "claim it.")]
    public string? Format { get; init; }
}

/// <summary>The parameters of a stream of changes. Its filter is separate.</summary>
public record ChangeStreamRequest
{
    [Description("Only changes after this revision."), Revision]
    public string? Since { get; init; }
}

/// <summary>The parameters of a page of changes. Its filter is separate.</summary>
public sealed record ChangesRequest : ChangeStreamRequest
{
    [Description("The number of changes on a page."), Bounds(1, Page.Largest)]
    public int? Limit { get; init; }

    [Description("The nextCursor of the previous page.")]
    public string? After { get; init; }

    [Description(
        "The format. It takes precedence over the Accept header. atom: without since and after, the latest changes, the newest first.")]
    public string? Format { get; init; }

    /// <exception cref="InvalidParametersException">The cursor is invalid.</exception>
    /// <exception cref="UnknownRevisionException">The journal does not hold the revision.</exception>
    public Page ToPage(Lane lane) =>
        new() { Limit = Limit ?? Page.Default, Cursor = Cursor.Given(After) ?? (Since is null ? null : ChangeFeed.Since(lane, Since)) };
}
