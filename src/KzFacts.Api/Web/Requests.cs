using System.ComponentModel;
using KzFacts.Data.Querying;
using KzFacts.Data.Series;

namespace KzFacts.Api.Web;

/// <summary>The parameters of a list besides its filter.</summary>
public abstract record PageRequest
{
    [Description("How many entries a page holds; csv, ndjson and geojson give all where it is not given."), Bounds(1, Page.Largest)]
    public int? Limit { get; init; }

    [Description("The nextCursor of the page before.")]
    public string? After { get; init; }

    [Description("true: also count all entries that the filter keeps.")]
    public bool? Count { get; init; }

    [Description("The format; wins over the Accept header.")]
    public string? Format { get; init; }

    /// <summary>Whether the last entry comes first.</summary>
    public abstract bool Descending { get; }

    public virtual bool WithClaims => false;

    /// <exception cref="InvalidParametersException">The cursor is none.</exception>
    public Page ToPage() => new()
    {
        Limit = Limit ?? Page.Default,
        Cursor = Cursor.Given(After),
        Descending = Descending,
    };
}

public sealed record FactPageRequest : PageRequest
{
    [Description("The order: date (first day, time, id) or -date, the latest first."), Choice("date", "-date")]
    public string? Sort { get; init; }

    [Description("claims: give each fact with the pages that claim it."), Choice("claims")]
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
    [Description("The format; wins over the Accept header.")]
    public string? Format { get; init; }
}

/// <summary>The parameters of one fact.</summary>
public sealed record FactRequest : EntryRequest
{
    [Description(FactFilter.AsOfMeaning)]
    public DateOnly? AsOf { get; init; }
}

/// <summary>The parameters of series besides their filter.</summary>
public record SeriesRequest
{
    [Description("The format; wins over the Accept header. csv: a row a point, of a timeline a column a series.")]
    public string? Format { get; init; }
}

/// <summary>The parameters of a timeline besides its filter.</summary>
public sealed record TimelineRequest : SeriesRequest
{
    [Description("What facts are told apart by; kind where not given."), OneOf<TimelineBy>]
    public string? By { get; init; }

    [Description("How long a step is; a day where not given, and a week begins on Monday."), OneOf<TimelineBucket>]
    public string? Bucket { get; init; }
}

/// <summary>The parameters of a citation.</summary>
public sealed record CitationRequest
{
    [Description("What was known by the end of this day; the citation leads to that.")]
    public DateOnly? AsOf { get; init; }

    [Description("The format; wins over the Accept header. csl: CSL-JSON, which Zotero takes.")]
    public string? Format { get; init; }
}

/// <summary>The parameters of a search besides its filter.</summary>
public sealed record SearchRequest
{
    [Description("How many facts to give, the best first; there are no further pages, total counts all."), Bounds(1, Page.Largest)]
    public int? Limit { get; init; }

    [Description("claims: give each fact with the pages that claim it."), Choice("claims")]
    public string? Expand { get; init; }

    [Description("By what to count all facts that match."), OneOf<Facet>]
    public string[]? Facets { get; init; }
}

/// <summary>The parameters of a look-up besides the addresses.</summary>
public record LookupsRequest
{
    [Description(FactFilter.AsOfMeaning)]
    public DateOnly? AsOf { get; init; }

    [Description("claims: give each fact with all the pages that claim it."), Choice("claims")]
    public string? Expand { get; init; }

    [Description("Only what the page claims of this fact."), Known("fact")]
    public string? Claim { get; init; }

    public LookupOptions Options => new(AsOf, Expand is not null, Claim);
}

/// <summary>The parameters of a check besides the text.</summary>
public sealed record CheckRequest
{
    [Description("The text's own day, by which \"yesterday\", \"on Thursday\" and a day without a year are told; where the body has none.")]
    public DateOnly? Date { get; init; }

    [Description(FactFilter.AsOfMeaning)]
    public DateOnly? AsOf { get; init; }
}

/// <summary>The parameters of a look-up.</summary>
public sealed record LookupRequest : LookupsRequest
{
    [Description("The page's address in any form, at most 2000 characters, percent-encoded where it holds & or #.")]
    public string? Url { get; init; }

    [Description(
        "The format; wins over the Accept header. ld+json: in the words of schema.org, each fact with all the pages that claim it.")]
    public string? Format { get; init; }
}

/// <summary>The parameters of a stream of changes besides its filter.</summary>
public record ChangeStreamRequest
{
    [Description("Only what changed after this revision."), Revision]
    public string? Since { get; init; }
}

/// <summary>The parameters of a page of changes besides its filter.</summary>
public sealed record ChangesRequest : ChangeStreamRequest
{
    [Description("How many changes a page holds."), Bounds(1, Page.Largest)]
    public int? Limit { get; init; }

    [Description("The nextCursor of the page before.")]
    public string? After { get; init; }

    [Description("The format; wins over the Accept header. atom: without since and after the latest changes, the newest first.")]
    public string? Format { get; init; }

    /// <exception cref="InvalidParametersException">The cursor is none.</exception>
    /// <exception cref="UnknownRevisionException">The journal does not hold the revision.</exception>
    public Page ToPage(Lane lane) =>
        new() { Limit = Limit ?? Page.Default, Cursor = Cursor.Given(After) ?? (Since is null ? null : ChangeFeed.Since(lane, Since)) };
}
