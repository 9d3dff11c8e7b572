using System.ComponentModel;
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

    public static readonly Collection<PriceChange, PriceChangeFilter> Collection = Facts<PriceChange, PriceChangeFilter>(Kind.PriceChange, "price-changes", "Price changes");
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
    [Description("Only these commodities."), Word("commodity"), Where("f.commodity in @Commodity", Indexed = true)]
    public string[]? Commodity { get; init; }

    [Description("Only numbers of this sort."), Word("price_measure"), Where("f.measure in @Measure", Indexed = true)]
    public string[]? Measure { get; init; }

    [Description("Only prices in these currencies."), Word("currency"), Where("f.currency in @Currency")]
    public string[]? Currency { get; init; }

    [Description("Only prices for these units."), Word("unit"), Where("f.unit in @Unit")]
    public string[]? Unit { get; init; }
}
