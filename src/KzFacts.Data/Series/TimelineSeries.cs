using System.ComponentModel;
using System.Globalization;
using KzFacts.Data.Facts;
using KzFacts.Data.Names;
using KzFacts.Data.Querying;

namespace KzFacts.Data.Series;

/// <summary>What facts are told apart by: their kind, the type of an event, or the places where they happened.</summary>
public enum TimelineBy { Kind, Type, Place }

/// <summary>How long a step of a timeline is; a week begins on Monday.</summary>
public enum TimelineBucket { Hour, Day, Week }

[Description("How many facts began in each step of time, of one kind, type or place.")]
public sealed record TimelineSeries
{
    [Description("The kind, type or place. Facts without one are in no series; a fact in several places is in that of each.")]
    public required Label Value { get; init; }

    [Description("How many facts stand in the steps.")]
    public required int Count { get; init; }

    [Description("How many more the filter keeps that stand in no step: it is not known exactly enough when they began, or they began before from.")]
    public required int Aside { get; init; }

    [Description("Every step from the first to the last of all series, also the empty ones; with from and to, every step of those days.")]
    public required IReadOnlyList<TimelinePoint> Points { get; init; }

    /// <summary>What a timeline needs of a card.</summary>
    sealed record Dated(Kind Kind, DateOnly First, string? Time, Precision Precision, EventType? Type, IReadOnlyList<PlaceReference> Places, Status Status)
    {
        public IEnumerable<(int Order, Label Value)> Values(TimelineBy by, Labels labels) => by switch
        {
            TimelineBy.Kind => [((int)Kind, Label.Of(Kind))],
            TimelineBy.Type => Type is { } type ? [((int)type, Label.Of(type))] : [],
            _ => Places.Select(place => (0, labels.Place(place.Id))),
        };

        /// <summary>The step it began in, counted from the beginning of the calendar; null where that is not known.</summary>
        public int? Step(TimelineBucket bucket) => (bucket, Precision) switch
        {
            (TimelineBucket.Hour, Precision.Minute or Precision.Hour) when Time is not null => First.DayNumber * 24 + int.Parse(Time.AsSpan(0, 2), CultureInfo.InvariantCulture),
            (TimelineBucket.Hour, _) or (_, Precision.Month or Precision.Year or Precision.Unknown) => null,
            _ => StepOf(First, bucket),
        };
    }

    /// <summary>The series of the facts that a filter keeps, in the order of kinds and types, or of the places' ids.</summary>
    /// <exception cref="InvalidParametersException">Steps or series are too many.</exception>
    public static IReadOnlyList<TimelineSeries> Of(Lane lane, AnyFactFilter filter, TimelineBy by, TimelineBucket bucket)
    {
        List<Dated> facts = [];
        Collections.Facts.List(lane, filter with { Page = Page.All }, withClaims: false, row => facts.Add(FactJson.Read<Dated>(row.Utf8(0))));
        var known = facts.Select(fact => fact.Step(bucket)).OfType<int>().DefaultIfEmpty(StepOf(filter.From ?? filter.To ?? default, bucket)).ToList();
        var first = filter.From is { } from ? StepOf(from, bucket) : known.Min();
        var last = filter.To is { } to ? StepOf(to, bucket, atEnd: true) : known.Max();
        if (last - first >= SeriesReading.MostBuckets)
            throw new InvalidParametersException([new("bucket", $"'{Words.Of(bucket)}' gives {last - first + 1} steps from {StartOf(first, bucket)} to {StartOf(last, bucket)}; {SeriesReading.MostBuckets} are the most.", "take a longer one, or narrow the days by from and to")]);
        var labels = new Labels(lane);
        return facts.SelectMany(fact => fact.Values(by, labels), (fact, value) => (value, Step: fact.Step(bucket), fact.Status))
            .GroupBy(one => (one.value.Order, one.value.Value.Id), one => (one.value.Value, one.Step, one.Status))
            .OrderBy(group => group.Key.Order).ThenBy(group => group.Key.Id, StringComparer.Ordinal)
            .Select(group => Of(group.First().Value, [.. group.Select(one => (one.Step, one.Status))], first, last, bucket)).Bounded();
    }

    static TimelineSeries Of(Label value, IReadOnlyList<(int? Step, Status Status)> facts, int first, int last, TimelineBucket bucket)
    {
        var points = Enumerable.Range(first, Math.Max(0, last - first + 1)).Select(step => new TimelinePoint { Start = StartOf(step, bucket) }).ToArray();
        foreach (var (step, status) in facts)
        {
            if (!(step >= first && step <= last)) continue;
            var point = points[step.Value - first];
            points[step.Value - first] = point with { Count = point.Count + 1, Disputed = point.Disputed + (status == Status.Disputed ? 1 : 0), Retracted = point.Retracted + (status == Status.Retracted ? 1 : 0) };
        }
        var count = points.Sum(point => point.Count);
        return new() { Value = value, Count = count, Aside = facts.Count - count, Points = points };
    }

    /// <param name="atEnd">The step in which the day ends, not that in which it begins.</param>
    static int StepOf(DateOnly day, TimelineBucket bucket, bool atEnd = false) => bucket switch
    {
        TimelineBucket.Hour => day.DayNumber * 24 + (atEnd ? 23 : 0),
        TimelineBucket.Day => day.DayNumber,
        _ => day.DayNumber / 7, // 0001-01-01 was a Monday
    };

    static string StartOf(int step, TimelineBucket bucket) => bucket switch
    {
        TimelineBucket.Hour => string.Create(CultureInfo.InvariantCulture, $"{DateOnly.FromDayNumber(step / 24):yyyy-MM-dd} {step % 24:00}:00"),
        TimelineBucket.Day => $"{DateOnly.FromDayNumber(step):yyyy-MM-dd}",
        _ => $"{DateOnly.FromDayNumber(step * 7):yyyy-MM-dd}",
    };
}

[Description("How many facts began in a step of time.")]
public sealed record TimelinePoint
{
    [Description("When it begins, local time of Kazakhstan: YYYY-MM-DD, with hours YYYY-MM-DD HH:00.")]
    public required string Start { get; init; }

    [Description("How many facts.")]
    public int Count { get; init; }

    [Description("How many of them are disputed.")]
    public int Disputed { get; init; }

    [Description("How many of them are retracted.")]
    public int Retracted { get; init; }
}
