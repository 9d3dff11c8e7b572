using System.ComponentModel;
using KzFacts.Data.Facts;
using KzFacts.Data.Querying;

namespace KzFacts.Data.Series;

[Description("The course of a price: the changes of one commodity and measure in one place, unit and currency.")]
public sealed record PriceSeries
{
    [Description("What is priced.")]
    public required Label Commodity { get; init; }

    [Description("What the numbers mean: price, cap (a maximum set by the state), index, rate, volume.")]
    public required Label Measure { get; init; }

    [Description("The place. A change in several places is a point in the series of each. Null if there is no place.")]
    public Label? Place { get; init; }

    [Description("The unit to which the price applies, or null.")]
    public Label? Unit { get; init; }

    [Description("The currency, or null.")]
    public Label? Currency { get; init; }

    [Description("Whether it has only one point, and therefore shows no trend.")]
    public required bool SinglePoint { get; init; }

    [Description("The changes, the earliest first.")]
    public required IReadOnlyList<PricePoint> Points { get; init; }

    /// <summary>The series of the price changes that a filter keeps, ordered by the ids of commodity, measure and place. Changes
    /// without a number after are left out.</summary>
    /// <exception cref="InvalidParametersException">There are too many.</exception>
    public static IReadOnlyList<PriceSeries> Of(Lane lane, PriceChangeFilter filter)
    {
        var labels = new LabelReader(lane);
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

[Description("A change of a price.")]
public sealed record PricePoint
{
    [Description("The day from which it held. Null if only the month or year is known.")]
    public DateOnly? Day { get; init; }

    [Description("The same day: ISO 8601 with the known precision.")]
    public required string Effective { get; init; }

    [Description("The number before the change, or null.")]
    public Band? Before { get; init; }

    [Description("The number after the change.")]
    public required Band After { get; init; }

    [Description("What the claims say together.")]
    public required Status Status { get; init; }

    [Description("The number of independent origins that support it.")]
    public required int Origins { get; init; }

    [Description("The fact.")]
    public required FactReference Fact { get; init; }

    /// <summary>The point of a price change. Null if the price after it is unknown.</summary>
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
