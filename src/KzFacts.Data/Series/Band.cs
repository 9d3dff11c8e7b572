using System.ComponentModel;
using KzFacts.Data.Facts;

namespace KzFacts.Data.Series;

[Description("A number for a chart, with the lowest and the highest number that pages give.")]
public sealed record Band
{
    [Description("The lowest number.")]
    public required double Low { get; init; }

    [Description("The best figure as one number: the middle of a range, or the only bound of an open one.")]
    public required double Best { get; init; }

    [Description("The highest number.")]
    public required double High { get; init; }

    [Description("The best figure in words, such as 120, 10–20 or 10 or more.")]
    public required string Text { get; init; }

    [Description("Whether two independent origins give ranges that do not overlap.")]
    public required bool Differ { get; init; }

    /// <summary>The band of a field. Null if the field has no number.</summary>
    public static Band? Of(Fact fact, string field, NumberRange? value)
    {
        if (value?.Middle() is not { } best) return null;
        var (low, high, figure) = (value.Min ?? best, value.Max ?? best, fact.Figures.FirstOrDefault(figure => figure.Field == field));
        return new()
        {
            Low = Math.Min(figure?.Low ?? low, low),
            Best = best,
            High = Math.Max(figure?.High ?? high, high),
            Text = value.ToString(),
            Differ = figure?.Agreement == Agreement.Differ,
        };
    }
}
