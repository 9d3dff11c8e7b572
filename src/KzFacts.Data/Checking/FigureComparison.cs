using KzFacts.Data.Facts;

namespace KzFacts.Data.Checking;

/// <summary>How a number of a sentence compares with a fact.</summary>
enum Fit { Agrees, Unclear, Differs }

/// <summary>Compares a number of a sentence with the values that pages give.</summary>
static class FigureComparison
{
    /// <summary>A number may exceed a bound such as "more than 1,000" by this factor and still be what the bound means.</summary>
    const double BoundReach = 1.5;

    /// <summary>The same factor where a bound repeats a number: "more than 160" for 164.</summary>
    const double RepeatReach = 1.05;

    /// <param name="held">The values that pages give, the best one first. If the number is compatible with several, only the best
    /// one leaves the answer open.</param>
    /// <param name="isSameDay">Whether both are known to be of one day. A bound or a rounded number says nothing about the count of
    /// another day.</param>
    public static Fit Of(StatedFigure stated, IEnumerable<NumberRange> held, bool isSameDay)
    {
        List<NumberRange> values = [.. held];
        List<Fit> fits = [.. values.Select(value => Of(stated, value, isSameDay))];
        return fits.Contains(Fit.Agrees)
            ? Fit.Agrees : fits.Count > 0 && fits[0] == Fit.Unclear || values.Exists(value =>
            value.IsExact() && IsRoundOf(stated, value.Min!.Value)) ? Fit.Unclear : Fit.Differs;
    }

    static Fit Of(StatedFigure stated, NumberRange held, bool isSameDay)
    {
        if (stated.Range.Equals(held)) return Fit.Agrees;
        if (stated.Range.IsExact() && held.IsExact())
            return !IsRoundOf(stated, held.Min!.Value)
                ? Fit.Differs : stated.IsRounded && isSameDay || stated is { Sort: FigureSort.Percent, Step: < 1 }
                ? Fit.Agrees : Fit.Unclear;
        if (!new NumberRange { Min = stated.Range.Min - stated.Slack, Max = stated.Range.Max + stated.Slack }.Overlaps(held))
            return Fit.Differs;
        var (a, b) = (stated.Range.Min ?? stated.Range.Max ?? 0, held.Min ?? held.Max ?? 0);
        // A page may mean 1,000 by "more than 1,000". It may mean 1,400 or not.
        if (stated.Range.IsExact())
            return (held.Min is null || held.Max is null) && a.Equals(b) ? Fit.Agrees
                : isSameDay && held.Max is null && a > b * BoundReach ? Fit.Differs : Fit.Unclear;
        // A number within the bounds is not yet the same: 40,000 is "more than 1,000" too.
        return isSameDay && held.IsExact() && !(stated.IsStrict && a.Equals(b)) && Math.Max(a, b) <= Math.Min(a, b) * BoundReach
            ? Fit.Agrees : Fit.Unclear;
    }

    /// <summary>Whether a sentence gives a number as if it still stood: the number itself, or a bound just below it.</summary>
    public static bool IsRepeated(StatedFigure stated, IEnumerable<NumberRange> held) => held.Any(value => value.IsExact()
        && (stated.Range.Equals(value) || stated.Range is { Min: { } bound, Max: null } && bound <= value.Min
            && value.Min <= bound * RepeatReach));

    /// <summary>Whether a number may be the other one, rounded.</summary>
    static bool IsRoundOf(StatedFigure stated, double held) =>
        stated.Range.IsExact() && Math.Abs(stated.Range.Min!.Value - held) <= stated.Slack;

    /// <summary>The values that pages give for a field of a fact, the best one first.</summary>
    public static IReadOnlyList<NumberRange> Values(Fact fact, string field, NumberRange? own)
    {
        var given = fact.Figures.FirstOrDefault(figure => figure.Field == field)?.Values.Select(value =>
            new NumberRange { Min = value.Min, Max = value.Max }) ?? [];
        return [.. given.Concat(own is null ? [] : [own]).Distinct()];
    }
}
