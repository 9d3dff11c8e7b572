using KzFacts.Data.Facts;

namespace KzFacts.Data.Checking;

/// <summary>How a number of a sentence stands to what a fact has.</summary>
enum Fit { Agrees, Unclear, Differs }

/// <summary>Compares a number of a sentence with the values that pages give.</summary>
static class FigureComparison
{
    /// <summary>How far a number may exceed a bound such as "more than 1,000" and still be what is meant.</summary>
    const double BoundReach = 1.5;

    /// <param name="held">The values, the best first: it alone may leave open whether a number fits.</param>
    public static Fit Of(StatedFigure stated, IEnumerable<NumberRange> held)
    {
        List<Fit> fits = [.. held.Select(value => Of(stated, value))];
        return fits.Contains(Fit.Agrees) ? Fit.Agrees : fits.Count > 0 && fits[0] == Fit.Unclear ? Fit.Unclear : Fit.Differs;
    }

    static Fit Of(StatedFigure stated, NumberRange held)
    {
        var rounded = new NumberRange { Min = stated.Range.Min - stated.Slack, Max = stated.Range.Max + stated.Slack };
        if (!rounded.Overlaps(held)) return Fit.Differs;
        var (isOpen, isHeldOpen) = (rounded.Min is null || rounded.Max is null, held.Min is null || held.Max is null);
        if (!isOpen && held.Min.Equals(held.Max)) return Fit.Agrees;
        // Within bounds is not yet the same: 40,000 is "more than 1,000" too.
        var (a, b) = (stated.Range.Min ?? stated.Range.Max ?? 0, held.Min ?? held.Max ?? 0);
        return (isOpen || isHeldOpen || stated.Range.Equals(held)) && Math.Max(a, b) <= Math.Min(a, b) * BoundReach ? Fit.Agrees : Fit.Unclear;
    }

    /// <summary>The values that pages give for a field of a fact, the best first.</summary>
    public static IReadOnlyList<NumberRange> Values(Fact fact, string field, NumberRange? own)
    {
        var given = fact.Figures.FirstOrDefault(figure => figure.Field == field)?.Values.Select(value => new NumberRange { Min = value.Min, Max = value.Max }) ?? [];
        return [.. given.Concat(own is null ? [] : [own]).Distinct()];
    }
}
