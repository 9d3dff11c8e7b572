using System.ComponentModel;

namespace KzFacts.Data.Facts;

[Description("The numbers that the supporting pages give for one field, with their range.")]
public sealed record Figure
{
    [Description("The field of the fact.")]
    public required string Field { get; init; }

    [Description("The lowest number.")]
    public required double Low { get; init; }

    [Description("The value that most origins give. If several tie: the one of the later claim, then of the first source by id.")]
    public required NumberRange Best { get; init; }

    [Description("The highest number.")]
    public required double High { get; init; }

    [Description("differ: two independent origins give ranges that do not overlap. Otherwise agree.")]
    public required Agreement Agreement { get; init; }

    [Description("Each value that pages give, the best one first.")]
    public required IReadOnlyList<FigureValue> Values { get; init; }
}

[Description("A value of a figure, and the sources that give it.")]
public sealed record FigureValue
{
    [Description("The lower bound, or null.")]
    public double? Min { get; init; }

    [Description("The upper bound, or null.")]
    public double? Max { get; init; }

    [Description("The number of independent origins that give it.")]
    public required int Origins { get; init; }

    [Description("The ids of the sources that give it.")]
    public required IReadOnlyList<string> Sources { get; init; }
}

[Description("A number within bounds. Equal bounds are an exact number. A bound is null if it is open (more than, up to).")]
public sealed record NumberRange
{
    [Description("The lower bound, or null.")]
    public double? Min { get; init; }

    [Description("The upper bound, or null.")]
    public double? Max { get; init; }

    /// <summary>Whether both bounds are the same number.</summary>
    public bool IsExact() => Min is not null && Min.Equals(Max);

    /// <summary>One number for the range: the middle, or the only bound if one is open. Null if both are open.</summary>
    public double? Middle() => this is { Min: { } min, Max: { } max } ? min + (max - min) / 2 : Min ?? Max;

    /// <summary>Whether both ranges have a number in common. An open bound extends to infinity.</summary>
    public bool Overlaps(NumberRange other) =>
        (Min ?? double.NegativeInfinity) <= (other.Max ?? double.PositiveInfinity)
        && (other.Min ?? double.NegativeInfinity) <= (Max ?? double.PositiveInfinity);

    public override string ToString()
    {
        var culture = System.Globalization.CultureInfo.InvariantCulture;
        return (Min, Max) switch
        {
            ({ } a, { } b) when a.Equals(b) => string.Create(culture, $"{a}"),
            ({ } a, { } b) => string.Create(culture, $"{a}–{b}"),
            ({ } a, null) => string.Create(culture, $"{a} or more"),
            (null, { } b) => string.Create(culture, $"up to {b}"),
            _ => "",
        };
    }
}
