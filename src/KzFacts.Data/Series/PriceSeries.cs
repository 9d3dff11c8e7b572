using System.ComponentModel;
using KzFacts.Data.Facts;
using KzFacts.Data.Querying;

namespace KzFacts.Data.Series;

[Description("How a price went: the steps of one commodity and measure in one place, unit and currency.")]
public sealed record PriceSeries
{
    [Description("What is priced.")]
    public required Label Commodity { get; init; }

    [Description("What the numbers are: price, cap (set by the state), index, rate, volume.")]
    public required Label Measure { get; init; }

    [Description("Where; a change in several places is a point in the series of each; null without a place.")]
    public Label? Place { get; init; }

    [Description("The unit that the price is for, or null.")]
    public Label? Unit { get; init; }

    [Description("The currency, or null.")]
    public Label? Currency { get; init; }

    [Description("Whether it has one point only, and so shows no course.")]
    public required bool SinglePoint { get; init; }

    [Description("The steps, the earliest first.")]
    public required IReadOnlyList<PricePoint> Points { get; init; }

    /// <summary>The series of the price changes that a filter keeps, by the ids of what they are of; changes without a number after are
    /// left out.</summary>
    /// <exception cref="InvalidParametersException">They are too many.</exception>
    public static IReadOnlyList<PriceSeries> Of(Lane lane, PriceChangeFilter filter)
    {
        var labels = new Labels(lane);
        return PriceChange.Collection.Facts(lane, filter)
            .SelectMany(change => change.Places.Select(place => place.Id).DefaultIfEmpty<string?>(null), (change, place) =>
                (change, place, point: PricePoint.Of(change)))
            .Where(one => one.point is not null)
            .GroupBy(one => (one.change.Commodity, one.change.Measure, one.place, one.change.Unit, one.change.Currency), one => one.point!)
            .OrderBy(group => group.Key.ToString(), StringComparer.Ordinal)
            .Select(group => new PriceSeries
            {
                Commodity = labels.Word("commodity", group.Key.Commodity),
                Measure = labels.Word("price_measure", group.Key.Measure),
                Place = group.Key.place is { } place ? labels.Place(place) : null,
                Unit = group.Key.Unit is { } unit ? labels.Word("unit", unit) : null,
                Currency = group.Key.Currency is { } currency ? labels.Word("currency", currency) : null,
                SinglePoint = group.Count() == 1,
                Points = [.. group],
            }).Bounded();
    }
}

[Description("A step of a price.")]
public sealed record PricePoint
{
    [Description("The day from which it held; null where only its month or year is known.")]
    public DateOnly? Day { get; init; }

    [Description("The same, ISO 8601, cut to what is known.")]
    public required string Effective { get; init; }

    [Description("The number before, or null.")]
    public Band? Before { get; init; }

    [Description("The number after.")]
    public required Band After { get; init; }

    [Description("What the claims together say.")]
    public required Status Status { get; init; }

    [Description("Independent origins that support it.")]
    public required int Origins { get; init; }

    [Description("The fact.")]
    public required FactReference Fact { get; init; }

    /// <summary>The point of a change, or null where no number after is known.</summary>
    public static PricePoint? Of(PriceChange change) => Band.Of(change, "after", change.After) is not { } after ? null : new()
    {
        Day = change.Day(),
        Effective = change.Effective,
        Before = Band.Of(change, "before", change.Before),
        After = after,
        Status = change.Status,
        Origins = change.Origins,
        Fact = change.Reference(),
    };
}
