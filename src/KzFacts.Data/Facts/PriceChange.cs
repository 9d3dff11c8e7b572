using System.ComponentModel;
using KzFacts.Data.Checking;
using KzFacts.Data.Querying;

namespace KzFacts.Data.Facts;

[Description("A price, or the like, that changed.")]
public sealed record PriceChange : Fact
{
    [Description("What is priced; labels under /v1/words.")]
    public required string Commodity { get; init; }

    [Description("What the numbers are: price, cap (set by the state), index, rate, volume; labels under /v1/words.")]
    public required string Measure { get; init; }

    [Description("The unit that the price is for, or null; labels under /v1/words.")]
    public string? Unit { get; init; }

    [Description("ISO 4217 code, or null.")]
    public string? Currency { get; init; }

    [Description("The number before, or null.")]
    public NumberRange? Before { get; init; }

    [Description("The number after; of a cap, the cap; or null.")]
    public NumberRange? After { get; init; }

    [Description("The change in percent, or null.")]
    public Percent? Percent { get; init; }

    [Description("From when the number after held, ISO 8601, cut to what is known.")]
    public required string Effective { get; init; }

    [Description("Why, in our words, or null.")]
    public string? Cause { get; init; }

    /// <summary>The measure of a price that the state sets as the highest.</summary>
    public const string Cap = "cap";

    protected override Kind OwnKind => Kind.PriceChange;

    public static readonly Collection<PriceChange, PriceChangeFilter> Collection =
        FactKind.Collect<PriceChange, PriceChangeFilter>(Kind.PriceChange, "price-changes", "Price changes");
}

[Description("A change in percent.")]
public sealed record Percent
{
    [Description("Percent; negative for a fall.")]
    public required double Value { get; init; }

    [Description("true: worked out from before and after; false: as the pages print it.")]
    public required bool Derived { get; init; }
}

public sealed record PriceChangeFilter : FactFilter
{
    [Description("Only these commodities."), Word("commodity"), Column("commodity")]
    public string[]? Commodity { get; init; }

    [Description("Only numbers of this sort."), Word("price_measure"), Column("measure")]
    public string[]? Measure { get; init; }

    [Description("Only prices in these currencies."), Word("currency"), Column("currency")]
    public string[]? Currency { get; init; }

    [Description("Only prices for these units."), Word("unit"), Column("unit")]
    public string[]? Unit { get; init; }
}

/// <summary>What the program has to know of price changes.</summary>
sealed class PriceChangeKind : FactKind<PriceChange>
{
    public override ICollection Collection => PriceChange.Collection;

    public override IEnumerable<Column> ColumnsOf(PriceChange fact) =>
        [new("commodity", fact.Commodity), new("measure", fact.Measure), new("unit", fact.Unit), new("currency", fact.Currency)];

    /// <summary>A percentage that was worked out is no figure of a page.</summary>
    public override IEnumerable<(string Field, NumberRange? Value)> NumbersOf(PriceChange fact) =>
        [("before", fact.Before), ("after", fact.After), ("percent", fact.Percent is { Derived: false } printed
            ? new() { Min = printed.Value, Max = printed.Value } : null)];

    internal override IEnumerable<(string Column, string Key)> ComparableWith(StatedSentence sentence) =>
        sentence.Keys("commodity.").Select(commodity => ("commodity", commodity));

    internal override Judgement? Compare(Comparison on, HeldFact held) => PriceComparison.Of(on, held);
}
