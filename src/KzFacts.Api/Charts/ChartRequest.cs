using System.ComponentModel;
using KzFacts.Data.Querying;
using KzFacts.Data.Series;

namespace KzFacts.Api.Charts;

/// <summary>The colours of a chart.</summary>
public enum Theme
{
    [Description("Dark on light.")]
    Light,

    [Description("Light on dark.")]
    Dark,
}

/// <summary>The parameters of a chart. Its filter is separate.</summary>
public record ChartRequest
{
    public const int DefaultWidth = 800;

    [Description("The colours. By default, those that the reader's system prefers."), OneOf<Theme>]
    public string? Theme { get; init; }

    [Description("The width in pixels, by default 800. The height follows from the content."), Bounds(320, 2000)]
    public int? Width { get; init; }

    [Description("The language, by default English."), LanguageCode]
    public string? Lang { get; init; }
}

/// <summary>The parameters of the timeline chart. Its filter is separate.</summary>
public sealed record TimelineChartRequest : ChartRequest
{
    [Description("The property by which facts are divided, by default kind."), OneOf<TimelineBy>]
    public string? By { get; init; }

    [Description("The length of a step, by default a day. A week begins on Monday."), OneOf<TimelineBucket>]
    public string? Bucket { get; init; }
}
