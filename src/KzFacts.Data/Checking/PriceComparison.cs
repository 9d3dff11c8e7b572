using KzFacts.Data.Facts;

namespace KzFacts.Data.Checking;

/// <summary>Compares a price with a price change: which commodity, where, in which currency, before and after.</summary>
static class PriceComparison
{
    /// <summary>By what share a price may move within a day.</summary>
    const double MostOfDay = 0.2;

    public static Compared? Of(Comparison on, HeldFact held)
    {
        var price = (PriceChange)held.Fact;
        if (!on.Sentence.Has($"commodity.{price.Commodity}")) return null;
        var sort = price.Currency is null ? FigureSort.Percent : FigureSort.Money;
        var figures = on.Sentence.Figures.Where(figure => figure.Sort == sort).ToList();
        List<NumberRange> values = price.Currency is null && price.Unit != "percent"
            ? [] : [.. FigureComparison.Values(price, "after", price.After), .. FigureComparison.Values(price, "before", price.Before)];
        if (figures.Count == 0 || values.Count == 0 || on.Sentence.Has("price_measure.cap") && price.Measure != PriceChange.Cap)
            return TextComparison.Related(on, held);
        var met = figures.Where(figure => FigureComparison.Of(figure, values, isSameDay: on.IsDated(held) is true) == Fit.Agrees).ToList();
        return met.Exists(figure => figure.Currency != price.Currency) ? OtherCurrency(on, held, met)
            : met.Count > 0 ? Alike(on, held, figures, met, values)
            : Against(on, held, figures, values);
    }

    /// <summary>The number agrees. The price supports the sentence if nothing else contradicts it.</summary>
    static Compared Alike(Comparison on, HeldFact held, List<StatedFigure> figures, List<StatedFigure> met, List<NumberRange> values)
    {
        var (dated, placed) = (on.IsDated(held), IsPlaced(on, held));
        var isSound = met.Count == figures.Count && IsDirected(on, held, figures) && placed is not false && dated is not false
            && !on.IsOpposed(false) && (on.IsAnchored(held) || !on.HasUnknownName(held));
        List<CheckedElement> elements =
            [.. met.Select(figure => on.Figure(figure, values, true, Unit(held))), .. on.Setting(held, dated, placed)];
        if (!isSound && met.Count == figures.Count && placed is not false && IsTurned(on, held, figures) && !on.IsOpposed(false)
            && held.Fact.Status != Status.Retracted && !on.HasUnknownName(held) && dated is not false && (dated is true
                || figures.Count == 2))
            return new(held, Judgement.Conflicts, 1 + met.Count + on.Score(held, dated, placed), [Turned(on, held), .. elements], [], []);
        var isPart = met.Count > 0 && IsDirected(on, held, met) && placed is true && dated is not false && !on.IsOpposed(false)
            && held.Fact.Status != Status.Retracted;
        return new(held, isSound ? on.Agreeing(held) : isPart ? Judgement.Partly : Judgement.Related,
            1 + met.Count + on.Score(held, dated, placed), elements, met, []);
    }

    /// <summary>Whether the price moves in the direction that the sentence states, in words and in numbers. If that is unclear:
    /// false.</summary>
    static bool IsDirected(Comparison on, HeldFact held, List<StatedFigure> figures)
    {
        var price = (PriceChange)held.Fact;
        var (before, after) = (FigureComparison.Values(price, "before", price.Before),
            FigureComparison.Values(price, "after", price.After));
        bool Fits(StatedFigure figure, IReadOnlyList<NumberRange> values) =>
            FigureComparison.Of(figure, values, on.IsDated(held) is true) == Fit.Agrees;
        var direction = DirectionOf(price) ?? held.Direction;
        var said = StatedSentence.DirectionOf(on.Sentence);
        if (said is not null && said != direction) return false;
        bool IsEnd(StatedFigure figure) => Bounds.IsEnd(on.Sentence.Tokens, figure);
        return figures switch
        {
            [var from, var to] when said is not null || IsEnd(to) => Fits(from, before) && Fits(to, after),
            // A verb that is in no list ("slipped to 82") may mean up or down.
            [var one] when IsEnd(one) => said is not null && Fits(one, after),
            _ => true,
        };
    }

    /// <summary>Whether the sentence turns the price round: it names the other direction, and its numbers do not say the right
    /// one.</summary>
    static bool IsTurned(Comparison on, HeldFact held, List<StatedFigure> figures) =>
        StatedSentence.DirectionOf(on.Sentence) is { } said && (DirectionOf((PriceChange)held.Fact) ?? held.Direction) is { } direction
        && said == -direction && figures.Count <= 2;

    static CheckedElement Turned(Comparison on, HeldFact held)
    {
        var price = (PriceChange)held.Fact;
        var at = on.Sentence.Cues.First(cue => cue.Key is "rise" or "fall").At;
        return new()
        {
            Element = Element.Direction, Stated = on.Sentence.Words(at, at + 1), Held = $"{price.Before} → {price.After}{Unit(held)}",
            Agrees = false,
        };
    }

    /// <summary>The direction of a price by its numbers: 1 up, -1 down, null if they do not say.</summary>
    static int? DirectionOf(PriceChange price) =>
        (price.Before?.Middle(), price.After?.Middle(), price.Percent) switch
        {
            ({ } before, { } after, _) => Math.Sign(after - before),
            (_, _, { } percent) => Math.Sign(percent.Value),
            _ => null,
        };

    /// <summary>The number agrees, but the currency does not.</summary>
    static Compared? OtherCurrency(Comparison on, HeldFact held, List<StatedFigure> met)
    {
        var (dated, placed) = (on.IsDated(held), IsPlaced(on, held));
        if (placed is false || dated is false || !on.IsAnchored(held) || held.Fact.Status == Status.Retracted)
            return TextComparison.Related(on, held);
        return new(held, Judgement.Conflicts, 1 + on.Score(held, dated, placed),
            [new() { Element = Element.Unit, Stated = met[0].Currency, Held = ((PriceChange)held.Fact).Currency!, Agrees = false },
                .. on.Setting(held, dated, placed)], met, []);
    }

    /// <summary>A conflict needs the same commodity and currency, a place that fits, and the day. A cap must also be called a
    /// cap.</summary>
    static Compared? Against(Comparison on, HeldFact held, List<StatedFigure> figures, List<NumberRange> values)
    {
        var price = (PriceChange)held.Fact;
        var placed = IsPlaced(on, held);
        var against = figures.Where(figure => figure.Currency == price.Currency
            && FigureComparison.Of(figure, values, isSameDay: true) == Fit.Differs && (price.Measure == "cap" || IsFar(figure, values)))
            .ToList();
        if (against.Count == 0 || !on.MayConflict(held) || placed is false || on.HasUnknownName(held)
            || on.Sentence.Has("price_measure.cap") != (price.Measure == "cap")) return TextComparison.Related(on, held);
        return new(held, Judgement.Conflicts, 1 + on.Score(held, true, placed),
            [.. against.Select(figure => on.Figure(figure, values, false, Unit(held))), .. on.Setting(held, true, placed)], [], against);
    }

    /// <summary>Whether a price is outside everything that it may have been that day. A market price is rarely a single number.</summary>
    static bool IsFar(StatedFigure figure, List<NumberRange> values) =>
        figure.Range.Max < (1 - MostOfDay) * values.Min(value => value.Min ?? value.Max)
            || figure.Range.Min > (1 + MostOfDay) * values.Max(value => value.Max ?? value.Min);

    static string Unit(HeldFact held) =>
        held.Fact is PriceChange price ? $" {string.Join('/', new[] { price.Currency, price.Unit }.OfType<string>())}" : "";

    static bool? IsPlaced(Comparison on, HeldFact held) => on.Places.Count == 0 ? null : on.IsWithin(held);
}
