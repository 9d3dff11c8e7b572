using System.ComponentModel;
using KzFacts.Data.Querying;
using KzFacts.Data.Series;

namespace KzFacts.Api.Charts;

/// <summary>How a chart looks.</summary>
public enum Theme
{
    [Description("Dark on light.")]
    Light,

    [Description("Light on dark.")]
    Dark,
}

/// <summary>The parameters of a chart besides its filter.</summary>
public record ChartRequest
{
    public const int DefaultWidth = 800;

    [Description("Its colours; where not given, those that the reader's system prefers."), OneOf<Theme>]
    public string? Theme { get; init; }

    [Description("Its width in pixels; 800 where not given. The height follows from what is drawn."), Bounds(320, 2000)]
    public int? Width { get; init; }

    [Description("Its language; English where not given."), LanguageCode]
    public string? Lang { get; init; }
}

/// <summary>The parameters of a timeline's chart besides its filter.</summary>
public sealed record TimelineChartRequest : ChartRequest
{
    [Description("What facts are told apart by; kind where not given."), OneOf<TimelineBy>]
    public string? By { get; init; }

    [Description("How long a step is; a day where not given, and a week begins on Monday."), OneOf<TimelineBucket>]
    public string? Bucket { get; init; }
}
