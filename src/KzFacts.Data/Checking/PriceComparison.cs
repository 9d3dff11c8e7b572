using KzFacts.Data.Facts;

namespace KzFacts.Data.Checking;

/// <summary>Compares a price with that of a price change: of what, where, in which money, before and after.</summary>
static class PriceComparison
{
    public static Judgement? Of(Comparison on, HeldFact held)
    {
        var price = (PriceChange)held.Fact;
        if (!on.Sentence.Has($"commodity.{price.Commodity}")) return null;
        var sort = price.Unit == "percent" || price.Currency is null ? FigureSort.Percent : FigureSort.Money;
        var figures = on.Sentence.Figures.Where(figure => figure.Sort == sort).ToList();
        var values = Values(price);
        if (figures.Count == 0 || values.Count == 0 || on.Sentence.Has("price_measure.cap") && price.Measure != "cap") return TextComparison.Related(on, held);
        var (dated, placed) = (on.IsDated(held), IsPlaced(on, held));
        var met = figures.Where(figure => Comparison.Compare(figure, values) == Fit.Agrees).ToList();
        var unit = $" {string.Join('/', new[] { price.Currency, price.Unit }.OfType<string>())}";
        var strange = met.Where(figure => figure.Currency is not null && price.Currency is not null && figure.Currency != price.Currency).ToList();
        var score = on.Covered(held) + (dated is true ? 0.5 : 0) + (placed is true ? 0.5 : 0);
        if (strange.Count > 0)
            return placed is false || dated is false || !on.IsAnchored(held) || price.Status == Status.Retracted ? TextComparison.Related(on, held)
                : new(held, Bearing.Conflicts, 1 + score, [.. strange.Select(figure => new CheckedElement { Element = Element.Unit, Stated = figure.Currency, Held = price.Currency!, Agrees = false }), .. on.Setting(held, dated, placed)], met, []);
        if (met.Count > 0)
            return new(held, met.Count < figures.Count || placed is false || dated is false || on.Sentence.Has("negation") || price.Status == Status.Retracted || !on.IsAnchored(held) && on.IsStrange(held) ? Bearing.Related : Bearing.Supports, 1 + met.Count + score,
                [.. met.Select(figure => on.Figure(figure, values, true, unit)), .. on.Setting(held, dated, placed)], met, []);
        var against = figures.Where(figure => Comparison.Compare(figure, values) == Fit.Differs && (figure.Currency is null || figure.Currency == price.Currency)).ToList();
        if (against.Count == 0 || dated is not true || !on.NamesDay || placed is false || on.Sentence.Has("negation") || price.Status == Status.Retracted
            || on.Sentence.Has("price_measure.cap") != (price.Measure == "cap") && price.Measure == "cap" && !on.Sentence.Has("says") && placed is null) return TextComparison.Related(on, held);
        return new(held, Bearing.Conflicts, 1 + score, [.. against.Select(figure => on.Figure(figure, values, false, unit)), .. on.Setting(held, true, placed)], [], against);
    }

    static List<NumberRange> Values(PriceChange price)
    {
        List<NumberRange> values = [.. Comparison.Values(price, "after", price.After), .. Comparison.Values(price, "before", price.Before)];
        if (price.Currency is null && price.Unit != "percent") values = [];
        return values;
    }

    static bool? IsPlaced(Comparison on, HeldFact held)
    {
        if (on.Places.Count == 0) return null;
        return on.Places.Any(place => held.Places.Any(other => on.Vocabulary.IsWithin(place, other)));
    }
}
