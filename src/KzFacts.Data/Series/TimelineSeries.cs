using System.ComponentModel;
using System.Globalization;
using KzFacts.Data.Facts;
using KzFacts.Data.Querying;

namespace KzFacts.Data.Series;

/// <summary>The property by which facts are divided into series.</summary>
public enum TimelineBy
{
    [Description("By kind of fact.")]
    Kind,

    [Description("By type of event.")]
    Type,

    [Description("By place.")]
    Place,
}

/// <summary>The length of a step of a timeline. A week begins on Monday.</summary>
public enum TimelineBucket
{
    [Description("An hour.")]
    Hour,

    [Description("A day.")]
    Day,

    [Description("A week, from Monday.")]
    Week,
}

[Description("The number of facts of one kind, type or place that began in each step of time.")]
public sealed record TimelineSeries
{
    [Description("The kind, type or place. Facts without one are in no series; a fact in several places is in the series of each.")]
    public required Label Value { get; init; }

    [Description("The number of facts in the steps.")]
    public required int Count { get; init; }

    [Description(
        "The number of further facts that are in no step, because their beginning is not known precisely enough or is before from.")]
    public required int Aside { get; init; }

    [Description(
        "Every step from the first to the last of all series, including empty ones. With from and to: every step of those days.")]
    public required IReadOnlyList<TimelinePoint> Points { get; init; }

    const int NoStep = -1;

    /// <summary>The series of the facts that a filter keeps, in the order of the kinds or types, or of the places' ids.</summary>
    /// <exception cref="InvalidParametersException">There are too many steps or series.</exception>
    public static IReadOnlyList<TimelineSeries> Of(Lane lane, AnyFactFilter filter, TimelineBy by, TimelineBucket bucket)
    {
        var tallies = Tallies.BySteps(lane, filter, by, bucket);
        var known = tallies.Select(tally => tally.Number).Where(step => step != NoStep)
            .DefaultIfEmpty(StepOf(filter.From ?? filter.To ?? default, bucket)).ToList();
        var first = filter.From is { } from ? StepOf(from, bucket) : known.Min();
        var last = filter.To is { } to ? StepOf(to, bucket, atEnd: true) : known.Max();
        if (last - first >= SeriesReading.MostBuckets)
            throw new InvalidParametersException(
                [new(ErrorCode.OutOfRange, "bucket",
                $"'{ClosedWords.Of(bucket)}' gives {last - first + 1} steps from {StartOf(first, bucket)} to {StartOf(last, bucket)}; " +
                $"the limit is {SeriesReading.MostBuckets}.", ClosedWords.Of(bucket),
                    Hint: "take a longer one, or narrow the days by from and to")]);
        var labels = new LabelReader(lane);
        return tallies.GroupBy(tally => tally.Value).Select(group => (Order: OrderOf(group.Key, by), group))
            .OrderBy(one => one.Order).ThenBy(one => one.group.Key, StringComparer.Ordinal)
            .Select(one => Of(one.Order is { } word ? Label.Of(word) : labels.Place(one.group.Key), one.group, first, last, bucket))
                .Bounded();
    }

    static Enum? OrderOf(string value, TimelineBy by) =>
        by switch { TimelineBy.Kind => ClosedWords.Read<Kind>(value), TimelineBy.Type => ClosedWords.Read<EventType>(value), _ => null };

    static TimelineSeries Of(Label value, IEnumerable<Tallies.Step> tallies, int first, int last, TimelineBucket bucket)
    {
        var steps = tallies.ToDictionary(tally => tally.Number);
        var points = Enumerable.Range(first, Math.Max(0, last - first + 1)).Select(step => steps.GetValueOrDefault(step) is { } tally
            ? new TimelinePoint
            {
                Start = StartOf(step, bucket), Count = tally.Count, Disputed = tally.Disputed,
                Retracted = tally.Retracted
            }
            : new() { Start = StartOf(step, bucket), Count = 0, Disputed = 0, Retracted = 0 }).ToList();
        var count = points.Sum(point => point.Count);
        return new() { Value = value, Count = count, Aside = steps.Values.Sum(tally => tally.Count) - count, Points = points };
    }

    /// <summary>The number of the step that contains a day, counted from the beginning of the calendar.</summary>
    /// <param name="atEnd">The step that contains the end of the day instead of its beginning.</param>
    static int StepOf(DateOnly day, TimelineBucket bucket, bool atEnd = false) => bucket switch
    {
        TimelineBucket.Hour => day.DayNumber * 24 + (atEnd ? 23 : 0),
        TimelineBucket.Day => day.DayNumber,
        _ => day.DayNumber / 7, // 0001-01-01 was a Monday
    };

    static string StartOf(int step, TimelineBucket bucket) => bucket switch
    {
        TimelineBucket.Hour =>
            string.Create(CultureInfo.InvariantCulture, $"{DateOnly.FromDayNumber(step / 24):yyyy-MM-dd} {step % 24:00}:00"),
        TimelineBucket.Day => $"{DateOnly.FromDayNumber(step):yyyy-MM-dd}",
        _ => $"{DateOnly.FromDayNumber(step * 7):yyyy-MM-dd}",
    };
}

[Description("The number of facts that began in a step of time.")]
public sealed record TimelinePoint
{
    [Description("The beginning of the step, in the local time of the facts: YYYY-MM-DD, or YYYY-MM-DD HH:00 for hours.")]
    public required string Start { get; init; }

    [Description("The number of facts.")]
    public required int Count { get; init; }

    [Description("The number of disputed facts.")]
    public required int Disputed { get; init; }

    [Description("The number of retracted facts.")]
    public required int Retracted { get; init; }
}
