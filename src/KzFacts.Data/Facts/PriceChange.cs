using System.ComponentModel;
using KzFacts.Data.Checking;
using KzFacts.Data.Querying;

namespace KzFacts.Data.Facts;

[Description("A change of a price, an index or a rate.")]
public sealed record PriceChange : Fact
{
    [Description("What is priced. /v1/words has its labels.")]
    public required string Commodity { get; init; }

    [Description("What the numbers mean: price, cap (a maximum set by the state), index, rate, volume. /v1/words has the labels.")]
    public required string Measure { get; init; }

    [Description("The unit to which the price applies, or null. /v1/words has its labels.")]
    public string? Unit { get; init; }

    [Description("The ISO 4217 code of the currency, or null.")]
    public string? Currency { get; init; }

    [Description("The number before the change, or null.")]
    public NumberRange? Before { get; init; }

    [Description("The number after the change (for a cap: the cap), or null.")]
    public NumberRange? After { get; init; }

    [Description("The change in percent, or null.")]
    public Percent? Percent { get; init; }

    [Description("The time from which the number after the change holds: ISO 8601 with the known precision.")]
    public required string Effective { get; init; }

    [Description("The cause, in our words, or null.")]
    public string? Cause { get; init; }

    /// <summary>The measure of a maximum price that the state sets.</summary>
    public const string Cap = "cap";

    protected override Kind OwnKind => Kind.PriceChange;

    public static readonly Collection<PriceChange, PriceChangeFilter> Collection =
        KindDefinition.Collect<PriceChange, PriceChangeFilter>(Kind.PriceChange, "price-changes", "Price changes");
}

[Description("A change in percent.")]
public sealed record Percent
{
    [Description("The percentage. Negative for a fall.")]
    public required double Value { get; init; }

    [Description("true: derived from before and after; false: given by the pages.")]
    public required bool Derived { get; init; }
}

public sealed record PriceChangeFilter : FactFilter
{
    [Description("Only changes of these commodities."), Word("commodity"), Column("commodity")]
    public string[]? Commodity { get; init; }

    [Description("Only changes of these measures."), Word("price_measure"), Column("measure")]
    public string[]? Measure { get; init; }

    [Description("Only prices in these currencies."), Word("currency"), Column("currency")]
    public string[]? Currency { get; init; }

    [Description("Only prices for these units."), Word("unit"), Column("unit")]
    public string[]? Unit { get; init; }
}

/// <summary>The definition of price changes.</summary>
sealed class PriceChangeKind : KindDefinition<PriceChange>
{
    public override ICollection Collection => PriceChange.Collection;

    public override IEnumerable<Cell> CellsOf(PriceChange fact) =>
        [new("commodity", fact.Commodity), new("measure", fact.Measure), new("unit", fact.Unit), new("currency", fact.Currency)];

    /// <summary>A derived percentage is not a figure that a page gives.</summary>
    public override IEnumerable<(string Field, NumberRange? Value)> NumbersOf(PriceChange fact) =>
        [("before", fact.Before), ("after", fact.After), ("percent", fact.Percent is { Derived: false } printed
            ? new() { Min = printed.Value, Max = printed.Value } : null)];

    internal override IEnumerable<(string Column, string Key)> ComparableWith(StatedSentence sentence) =>
        sentence.Keys("commodity.").Select(commodity => ("commodity", commodity));

    internal override Compared? Compare(Comparison on, HeldFact held) => PriceComparison.Of(on, held);
}
