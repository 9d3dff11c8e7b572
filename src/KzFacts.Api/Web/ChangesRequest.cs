using System.ComponentModel;
using KzFacts.Data.Querying;

namespace KzFacts.Api.Web;

/// <summary>The parameters of a stream of changes. Its filter is separate.</summary>
public record ChangeStreamRequest
{
    [Description("Only changes after this revision."), Revision]
    public string? Since { get; init; }
}

/// <summary>The parameters of a page of changes. Its filter is separate.</summary>
public sealed record ChangesRequest : ChangeStreamRequest, ICursorRequest
{
    [Description("The number of changes on a page."), Bounds(1, Page.Largest)]
    public int? Limit { get; init; }

    [Description("The nextCursor of the previous page.")]
    public string? After { get; init; }

    [Description(
        "The format. It takes precedence over the Accept header. atom: without since and after, the latest changes, the newest first.")]
    public string? Format { get; init; }

    public bool Descending => false;

    public Cursor? Position { get; set; }

    /// <exception cref="UnknownRevisionException">The journal does not hold the revision.</exception>
    public Page ToPage(Lane lane) =>
        new() { Limit = Limit ?? Page.Default, Cursor = Position ?? (Since is null ? null : ChangeFeed.Since(lane, Since)) };
}
