using KzFacts.Data.Series;

namespace KzFacts.Languages.English;

/// <summary>The texts of the charts in English.</summary>
static class EnglishChartTexts
{
    public static readonly ChartTexts All = new()
    {
        Prices = "Prices",
        Tolls = "Victims and damage",
        Deployments = "Who sent how many",
        Map = "Where it happened",
        Revision = "revision",
        Timeline = new Dictionary<TimelineBucket, string>
        {
            [TimelineBucket.Hour] = "Facts by hour",
            [TimelineBucket.Day] = "Facts by day",
            [TimelineBucket.Week] = "Facts by week",
        },
        DrawnFrom = (facts, pages) => $"{facts} of {pages}",
        AsKnownOn = day => $"as known on {day}",
        Empty = "No fact matches these filters.",
        SinglePoint = "A single figure shows no trend.",
        SinglePoints = "Single figures show no trend.",
        More = count => $"And {count} more: narrow the filters to see them.",
        Band = "range of the figures",
        Number = "number",
        People = "people",
        Best = "figure of most origins",
        MapUnit = "number of facts, as the area",
        NoNumber = "no number given",
        Differ = "figures differ",
        Other = "other",
        Everywhere = "no place given",
        Aside = count => $"Not drawn, because their beginning is earlier or not known precisely: {count}.",
        OffMap = "Outside the map, or without a point: ",
        Unplaced = count => $"In the country as a whole: {count}.",
        Doubtful = "of these retracted or disputed",
        CannotDraw = "This chart cannot be drawn",
    };
}
