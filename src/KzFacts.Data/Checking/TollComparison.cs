using KzFacts.Data.Facts;

namespace KzFacts.Data.Checking;

/// <summary>Compares a count with a toll: what is counted, in which group, where, on which day.</summary>
static class TollComparison
{
    /// <summary>The most words after a number that may say who is counted.</summary>
    const int Reach = 5;

    const double LeastShare = 0.1;

    /// <summary>Measures that include others. Where a sentence names both, it means the narrower one.</summary>
    static readonly HashSet<string> General = ["killed", "injured", "detained", "hospitalised", "arrested"];

    /// <summary>Groups of people who are detained, by whatever name.</summary>
    static readonly HashSet<string> Crowd = ["protesters", "protesters_or_attackers", "armed_attackers", "civilians"];

    static readonly HashSet<string> Forces = ["police", "national_guard", "armed_forces", "security_forces"];

    public static Compared? Of(Comparison on, HeldFact held)
    {
        var toll = (Toll)held.Fact;
        var figures = on.Sentence.Figures.Where(figure => figure.Sort == FigureSort.Count
            && Measures(on.Sentence, figure, isStrict: false).Contains(toll.Measure)).ToList();
        if (figures.Count == 0)
            return !on.Sentence.Has($"toll_measure.{toll.Measure}") ? null : Denied(on, held, toll) ?? TextComparison.Related(on, held);
        var values = FigureComparison.Values(toll, "count", toll.Count);
        if (figures.Find(figure => on.Repeats(held, figure) && IsOfToll(on, held, figure)
            && FigureComparison.IsRepeated(figure, values)) is { } repeated) return Repeated(on, held, repeated, values);
        if (figures.Find(figure => IsOfToll(on, held, figure) && FitOf(on, held, figure, values) == Fit.Agrees) is { } met)
            return Alike(on, held, met, values);
        return Against(on, held, toll, figures, values);
    }

    /// <summary>"No soldiers were killed on 6 January" denies a count of that day.</summary>
    static Compared? Denied(Comparison on, HeldFact held, Toll toll) =>
        toll.Count?.Min is > 0 && on.HasDay && on.IsDated(held) is true && toll.Status != Status.Retracted && !on.Sentence.Has("retraction")
        && on.Sentence.Cues.Where(cue => cue.Key == "none").Any(none => on.Sentence.Cues.Any(cue =>
            cue.Key == $"toll_measure.{toll.Measure}"
            && Math.Abs(cue.At - none.At) <= 2 * Reach && on.Sentence.IsSamePart(cue.At, none.At)))
        && on.Sentence.Keys("group.").ToList() is var groups
        && (groups.Exists(on.Vocabulary.IsImplied) || groups.Count == 0 ? on.Vocabulary.IsImplied(toll.Group)
            : groups.Contains(toll.Group) || toll.Group == "security_forces" && groups.Exists(Forces.Contains))
        && (toll.Places.Count > 0 && on.Places.Count > 0 ? on.IsNear(held) : true)
            ? new(held, Judgement.Conflicts, 1 + on.Score(held, true, null),
                [on.Negation($"{toll.Count}"), .. on.Setting(held, true, null)], [], []) : null;

    static Fit FitOf(Comparison on, HeldFact held, StatedFigure figure, IReadOnlyList<NumberRange> values) =>
        figure.IsRounded && on.IsDated(held) is not true ? Fit.Unclear :
        // "More than 1,000" on one day says nothing about another day.
        FigureComparison.Of(figure, on.IsDated(held) is false
            ? values.Where(value => value.IsExact()) : values, isSameDay: on.IsDated(held) is true);

    /// <summary>Whether a number may count what the toll counts.</summary>
    static bool IsOfToll(Comparison on, HeldFact held, StatedFigure figure) =>
        IsAmong(on, (Toll)held.Fact, Groups(on, figure)) && IsSound(on, held, figure);

    /// <summary>The sentence repeats a retracted count. A count of another place or an earlier day is a different one.</summary>
    static Compared? Repeated(Comparison on, HeldFact held, StatedFigure figure, IReadOnlyList<NumberRange> values)
    {
        var placed = IsPlaced(on, (Toll)held.Fact, figure);
        if (placed is false && !on.IsNear(held)) return null;
        var isElsewhere = (NamesAnotherState(on, held) || on.HasUnknownName(held)) && !on.IsNear(held);
        var isOther = placed is false || on.IsBefore(held) || IsLongAfter(on, held) || isElsewhere;
        return Met(on, held, figure, values, placed, isOther ? Judgement.Related : Judgement.RepeatsRetracted);
    }

    /// <summary>A sentence that is dated up to this many days after a count may still report it.</summary>
    const int MostDaysTold = 30;

    static bool IsLongAfter(Comparison on, HeldFact held) =>
        on.NamesDay && on.Sentence.Dates.All(date => date.Days(held.Fact.Last.Year) is { } days
        && days.First > held.Fact.Last.Plus(MostDaysTold));

    static bool NamesAnotherState(Comparison on, HeldFact held) =>
        on.Actors.Any(actor => on.Vocabulary.IsState(actor) && !held.Actors.Contains(actor) && !held.Places.Contains(actor));

    /// <summary>The count agrees. The toll supports the sentence if nothing else contradicts it.</summary>
    static Compared Alike(Comparison on, HeldFact held, StatedFigure met, IReadOnlyList<NumberRange> values)
    {
        var placed = IsPlaced(on, (Toll)held.Fact, met);
        var isSupport = placed is not false && !on.IsBefore(held) && !on.IsOpposed(false) && held.Fact.Status != Status.Retracted;
        // In a text of a later day, the count may have changed.
        var isOfText = on.ContextDay is null || on.IsDated(held) is true;
        return Met(on, held, met, values, placed, !isSupport ? Judgement.Related : isOfText ? Judgement.Supports : Judgement.Partly);
    }

    /// <summary>The judgement on a number that is the toll's. A count is still reported on later days, so only an earlier day
    /// contradicts it.</summary>
    static Compared Met(Comparison on, HeldFact held, StatedFigure figure, IReadOnlyList<NumberRange> values, bool? placed,
        Judgement judgement)
    {
        bool? dated = on.IsDated(held) is true ? true : on.IsBefore(held) ? false : null;
        return new(held, judgement, 2 + on.Score(held, dated, placed), [on.Figure(figure, values, true), .. on.Setting(held, dated,
            placed)],
            [figure], []);
    }

    /// <summary>A conflict needs the same measure, group, place and day.</summary>
    static Compared? Against(Comparison on, HeldFact held, Toll toll, List<StatedFigure> figures, IReadOnlyList<NumberRange> values)
    {
        bool IsComparable(StatedFigure figure) =>
            Measures(on.Sentence, figure, isStrict: true) is [var measure] && measure == toll.Measure
            && (IsPlaced(on, toll, figure) ?? IsOfCountry(on, held, toll))
            && Groups(on, figure) is var groups && (groups.Count == 0 ? on.Vocabulary.IsImplied(toll.Group)
                : groups is [var only] && only == toll.Group);
        var against = values.Count > 0 && on.MayConflict(held)
            ? figures.Where(figure => IsComparable(figure) && FigureComparison.Of(figure, values, isSameDay: true) == Fit.Differs
            && !IsPart(figure, values)).ToList() : [];
        if (against.Count == 0) return Unclear(on, held, toll, figures, values) ?? TextComparison.Related(on, held);
        return new(held, Judgement.Conflicts, 1 + on.Score(held, true, true),
            [.. against.Select(figure => on.Figure(figure, values, false)), .. on.Setting(held, true, true)], [], against);
    }

    /// <summary>Whether a sentence without a place speaks of the country: it names somebody of the fact, and nobody unknown.</summary>
    static bool IsOfCountry(Comparison on, HeldFact held, Toll toll) =>
        toll.Places.Count > 0 && toll.Places[0].Id == on.Vocabulary.Country && on.Places.Count == 0 && on.Actors.Overlaps(held.Actors)
        && !on.HasUnknownName(held);

    /// <summary>A bound or a rounded number that may be this count: worth reading beside it.</summary>
    static Compared? Unclear(Comparison on, HeldFact held, Toll toll, List<StatedFigure> figures, IReadOnlyList<NumberRange> values)
    {
        if (values.Count == 0 || figures.Find(figure => IsOfToll(on, held, figure) && IsPlaced(on, toll, figure) is not false
            && FitOf(on, held, figure, values) == Fit.Unclear) is not { } figure || on.IsBefore(held)) return null;
        var (dated, placed) = (on.IsDated(held), IsPlaced(on, toll, figure));
        return new(held, Judgement.Related, on.Score(held, dated, placed),
            [on.Figure(figure, values, null), .. on.Setting(held, dated is true ? true : null, placed)],
            held.Fact.Status == Status.Retracted ? [] : [figure], []);
    }

    /// <summary>Whether a number is so much smaller that it may count a part: of one raid, of one street.</summary>
    static bool IsPart(StatedFigure figure, IReadOnlyList<NumberRange> values) =>
        figure.Range.Max < LeastShare * values.Max(value => value.Min ?? value.Max);

    /// <summary>What a number counts, by the words in its part of the sentence.</summary>
    static List<string> Measures(StatedSentence sentence, StatedFigure figure, bool isStrict)
    {
        var measures = sentence.Near(figure, "toll_measure.");
        return isStrict && measures.Any(measure => !General.Contains(measure))
            ? [.. measures.Where(measure => !General.Contains(measure))] : [.. measures];
    }

    /// <summary>The group that a number counts, by the words after it. Words before it count only if those after it are general,
    /// such as "people".</summary>
    static List<string> Groups(Comparison on, StatedFigure figure)
    {
        var sentence = on.Sentence;
        bool Follows(Cue cue) => cue.At >= figure.End && cue.At < figure.End + Reach && sentence.IsSamePart(cue.At, figure.First);
        List<string> Named(Func<Cue, bool> where) =>
            [.. sentence.Cues.Where(cue => cue.Key.StartsWith("group.", StringComparison.Ordinal) && where(cue))
            .Select(cue => cue.Key["group.".Length..]).Where(group => !on.Vocabulary.IsImplied(group)).Distinct()];
        var behind = Named(Follows);
        if (behind.Count > 0 || sentence.Cues.Any(cue => Follows(cue) && (cue.Key == "people" || cue.At == figure.End))) return behind;
        return Named(cue => cue.At < figure.First && sentence.IsSamePart(cue.At, figure.First));
    }

    static bool IsAmong(Comparison on, Toll toll, List<string> groups) =>
        toll.Group is var group && groups.Count == 0 ? on.Vocabulary.IsImplied(group)
        : groups.Contains(group) || toll.Measure is "detained" or "arrested" && group == Toll.Everybody
            && groups.TrueForAll(Crowd.Contains) || group == "security_forces" && groups.Exists(Forces.Contains)
            || group == "protesters_or_attackers" && groups.Contains("armed_attackers")
        || on.Vocabulary.IsImplied(group) && group != Toll.Everybody;

    /// <summary>Whether the place of the number is the toll's place. Null if the sentence names none.</summary>
    static bool? IsPlaced(Comparison on, Toll toll, StatedFigure figure)
    {
        var named = on.Sentence.Names.Where(name => name.Places.Count > 0).ToList();
        if (named.Exists(name => on.Sentence.IsSamePart(name.First, figure.First)))
            named.RemoveAll(name => !on.Sentence.IsSamePart(name.First, figure.First));
        else named.RemoveAll(name => on.Sentence.Figures.Any(other => on.Sentence.IsSamePart(name.First, other.First)));
        if (named.Count == 0)
            return on.Sentence.Names.Any(name => name.Places.Count > 0) || on.Places.Count == 0 ? null
                : on.Places.Contains(toll.Places[0].Id) && (toll.Places[0].Id != on.Vocabulary.Country || on.Places.Count == 1) ? true
                    : null;
        return named.Exists(name => toll.Places.Any(place => name.Places.Contains(place.Id)))
            && (toll.Places[0].Id != on.Vocabulary.Country || named.TrueForAll(name => name.Places.Contains(on.Vocabulary.Country)));
    }

    /// <summary>A number alone proves nothing. The sentence must also have a name or a day of the fact, or the number is rare and
    /// the sentence names no other state and nobody unknown.</summary>
    static bool IsSound(Comparison on, HeldFact held, StatedFigure figure) => on.IsAnchored(held)
        || !on.HasUnknownName(held) && !NamesAnotherState(on, held) && figure.Range.Min > 100 && figure.Step < 100
            && on.IsDated(held) is not false;
}
