using System.ComponentModel;
using KzFacts.Data.Facts;
using KzFacts.Data.Querying;
using KzFacts.Data.Registries;

namespace KzFacts.Data.Series;

[Description("The course of a toll: the counts of one measure and group in one place.")]
public sealed record TollSeries
{
    [Description("What is counted.")]
    public required Label Measure { get; init; }

    [Description("The group that is counted.")]
    public required Label Group { get; init; }

    [Description("The place. Null if there is none.")]
    public Label? Place { get; init; }

    [Description("Whether it has only one point, and therefore shows no trend.")]
    public required bool SinglePoint { get; init; }

    [Description("The counts as they were reported, the earliest first. They are never added up.")]
    public required IReadOnlyList<TollPoint> Points { get; init; }

    /// <summary>The series of the tolls that a filter keeps, ordered by the ids of measure, group and place. Tolls without a number
    /// are left out.</summary>
    /// <exception cref="InvalidParametersException">There are too many.</exception>
    public static IReadOnlyList<TollSeries> Of(Lane lane, TollFilter filter)
    {
        var labels = new LabelReader(lane);
        return Toll.Collection.Facts(lane, filter)
            .SelectMany(toll => toll.Places.Select(place => place.Id).DefaultIfEmpty<string?>(null), (toll, place) =>
                (toll, place, point: TollPoint.Of(toll)))
            .Where(one => one.point is not null)
            .GroupBy(one => (one.toll.Measure, one.toll.Group, one.place), one => one.point!)
            .OrderBy(group => group.Key.ToString(), StringComparer.Ordinal)
            .Select(group => new TollSeries
            {
                Measure = labels.Word("toll_measure", group.Key.Measure),
                Group = labels.Word("group", group.Key.Group),
                Place = group.Key.place is { } place ? labels.Place(place) : null,
                SinglePoint = group.Count() == 1,
                Points = [.. group],
            }).Bounded();
    }
}

[Description("A count of a day.")]
public sealed record TollPoint
{
    [Description("The day to which the count refers. Null if only the month or year is known.")]
    public DateOnly? Day { get; init; }

    [Description("The same day: ISO 8601 with the known precision.")]
    public required string CountedOn { get; init; }

    [Description("The count.")]
    public required Band Count { get; init; }

    [Description("Who reported the count, or null.")]
    public ActorReference? ReportedBy { get; init; }

    [Description("What the claims say together.")]
    public required Status Status { get; init; }

    [Description("Whether the count was retracted.")]
    public required bool Retracted { get; init; }

    [Description("The earliest proven day on which a page reported the retraction, or null.")]
    public DateOnly? RetractedSince { get; init; }

    [Description("The number of independent origins that support it.")]
    public required int Origins { get; init; }

    [Description("The fact.")]
    public required FactReference Fact { get; init; }

    /// <summary>The point of a toll. Null if it has no number.</summary>
    public static TollPoint? Of(Toll toll) => Band.Of(toll, "count", toll.Count) is not { } count ? null : new()
    {
        Day = toll.Day(),
        CountedOn = toll.CountedOn,
        Count = count,
        ReportedBy = toll.ReportedBy,
        Status = toll.Status,
        Retracted = toll.Status == Status.Retracted,
        RetractedSince = toll.Retraction?.Since,
        Origins = toll.Origins,
        Fact = toll.Reference(),
    };
}
