using System.ComponentModel;
using KzFacts.Data.Querying;
using KzFacts.Data.Series;

namespace KzFacts.Api.Web;

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
