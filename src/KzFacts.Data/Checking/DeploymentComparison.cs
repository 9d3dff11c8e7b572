using KzFacts.Data.Facts;

namespace KzFacts.Data.Checking;

/// <summary>Compares a number of troops with that of a deployment: who sends them, and how many.</summary>
static class DeploymentComparison
{
    /// <summary>The most words between a number and a word that says that it counts troops.</summary>
    const int Reach = 4;

    /// <summary>For how many days before and after a mission a sentence may still mean it.</summary>
    const int MostDaysApart = 60;

    const string Unit = " people";

    public static Compared? Of(Comparison on, HeldFact held)
    {
        var deployment = (Deployment)held.Fact;
        var values = FigureComparison.Values(deployment, "personnel", deployment.Personnel);
        var figures = on.Sentence.Figures.Where(figure => figure.Sort == FigureSort.Count && IsTroops(on.Sentence, figure)).ToList();
        if (values.Count == 0 || figures.Count == 0 || !IsSender(on, deployment)) return TextComparison.Related(on, held);
        bool? dated = on.IsDated(held) is true ? true : null;
        bool? placed = on.Places.Count == 0 ? null : on.IsNear(held);
        if (figures.Find(figure => FigureComparison.Of(figure, values, isSameDay: dated is true) == Fit.Agrees) is { } met)
        {
            var isOther = on.IsOpposed(false) || on.HasUnknownName(held) && !on.Places.Contains(on.Vocabulary.Country)
                || on.IsBefore(held) || !IsOfItsWeeks(on, held);
            return new(held, isOther ? Judgement.Related : on.Agreeing(held), 2
                + on.Score(held, dated, placed), [on.Figure(met, values, true, Unit), .. on.Setting(held, dated, placed)], [met], []);
        }
        var against = figures.Where(figure => FigureComparison.Of(figure, values, isSameDay: dated is true) == Fit.Differs).ToList();
        if (against.Count == 0 || !IsThisMission(on, held) || on.IsOpposed(false) || on.Sentence.Has("increment")
            || deployment.Status == Status.Retracted) return TextComparison.Related(on, held);
        return new(held, Judgement.Conflicts, 1 + on.Score(held, dated, placed),
            [.. against.Select(figure => on.Figure(figure, values, false, Unit)), .. on.Setting(held, dated, placed)], [], against);
    }

    /// <summary>Whether the sentence names who sends the troops. An alliance that is named beside a state only says whose mission
    /// it is.</summary>
    static bool IsSender(Comparison on, Deployment deployment)
    {
        var sender = deployment.Contributor.Id;
        var senders = on.Sentence.Names.Where(name => !on.Sentence.IsReceiver(name)).ToList();
        var isNamed = senders.Exists(name => name.Actors.Contains(sender)
            || deployment.Formation is { } formation && name.Actors.Contains(formation.Id));
        var states = senders.Where(name => name.Actors.Count > 0 && name.Places.Count > 0
            && !name.Actors.Contains(on.Vocabulary.Country)).ToList();
        return isNamed && sender != on.Vocabulary.Country && (states.Count == 0 || states.Exists(name => name.Actors.Contains(sender)));
    }

    /// <summary>Whether the sentence speaks of this mission: it names the country or has no unknown names, and it is of these
    /// weeks.</summary>
    static bool IsThisMission(Comparison on, HeldFact held) =>
        (on.Places.Contains(on.Vocabulary.Country) || !on.HasUnknownName(held) && on.Places.Count < 2) && IsOfItsWeeks(on, held);

    /// <summary>Whether the sentence names no day outside the weeks of the mission.</summary>
    static bool IsOfItsWeeks(Comparison on, HeldFact held)
    {
        var (first, last) = (held.Fact.OrderedBy().Plus(-MostDaysApart), held.Fact.Last.Plus(MostDaysApart));
        return on.Sentence.Dates.All(date => date.Days(held.Fact.OrderedBy().Year) is { } days && days.First <= last && first <= days.Last);
    }

    static bool IsTroops(StatedSentence sentence, StatedFigure figure) =>
        sentence.Has("troops") && sentence.Near(figure, "toll_measure.", within: 0).Count == 0 // injured people are not a contingent
        && sentence.Cues.Any(cue => cue.Key is "troops" or "people" && cue.At >= figure.End && cue.At < figure.End + Reach);
}
