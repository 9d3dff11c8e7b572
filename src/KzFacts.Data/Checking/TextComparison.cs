using KzFacts.Data.Facts;

namespace KzFacts.Data.Checking;

/// <summary>Compares a sentence with a fact by words, names and days: what happened, and who said it.</summary>
static class TextComparison
{
    /// <summary>The shares of the sentence that a fact must contain: to be related, to be related without a common name, and to
    /// support it.</summary>
    const double EnoughRelated = 0.35, EnoughUnnamed = 0.6, Enough = 0.45;

    /// <summary>The shares of the fact that the sentence must contain. The lower one applies where they share more terms.</summary>
    const double EnoughOfIt = 0.3, MostOfIt = 0.5;

    /// <summary>The mean of both shares from which a fact may support a sentence. Below it, each says much that the other does
    /// not.</summary>
    const double EnoughOfBoth = 0.5;

    /// <summary>The mean of both shares from which both say the same except for one element.</summary>
    const double EnoughToConflict = 0.6, EnoughOfRecurring = 0.75;

    /// <summary>The share of the sentence that a fact must contain to agree with it in part.</summary>
    const double EnoughInPart = 0.5;

    const int FewestTerms = 3;

    /// <summary>Types of events that recur on other days and in other places, and are told in similar words.</summary>
    static readonly HashSet<EventType> Recurring =
    [
        EventType.Protest, EventType.Riot, EventType.Clash, EventType.Arrest, EventType.Appeal, EventType.Call, EventType.Meeting,
            EventType.Speech, EventType.Announcement, EventType.Report,
        EventType.Shutdown, EventType.Disruption, EventType.SecurityMeasure, EventType.Refusal, EventType.Deployment, EventType.Mission,
            EventType.Investigation, EventType.Other,
    ];

    public static Compared? Of(Comparison on, HeldFact held)
    {
        var (covered, covers) = (on.CoveredWithDays(held), on.Covers(held));
        if (on.Shared(held) < FewestTerms || covered < EnoughRelated) return null;
        var isRecurring = held.Fact is Event { Type: var type } && Recurring.Contains(type);
        var (dated, placed, acted) = (on.IsDated(held, byText: true, goesOn: isRecurring), IsPlaced(on, held), IsActed(on, held));
        if (acted is false && held.Fact is not Statement) return null;
        var fits = on.Sentence.Figures.Select(figure => (Figure: figure,
            Fit: FigureComparison.Of(figure, Alike(on, held, figure), isSameDay: dated is true))).ToList();
        var met = fits.Where(one => one.Fit == Fit.Agrees).Select(one => one.Figure).ToList();
        if (!on.IsNamed(held) && (dated is false || !on.NamesDay) && (on.HasUnknownName(held) || met.Count == 0 && covered < EnoughUnnamed))
            return null;
        var isSame = (on.Covered(held) + covers) / 2 >= (isRecurring ? EnoughOfRecurring : EnoughToConflict);
        List<CheckedElement> elements = [.. Numbers(on, held, fits), .. Speaker(on, held, isSame), .. on.Setting(held, dated, placed)];
        var differs = elements.Where(element => element is { Agrees: false, Element: not Element.Status }).ToList();
        if (differs.Count > 1 || dated is false && !isSame) return null;
        var isAlike = covered >= Enough && (on.Covered(held) + covers) / 2 >= EnoughOfBoth
            && covers >= (on.Shared(held) > FewestTerms ? EnoughOfIt : MostOfIt) && !(on.Sentence.Figures.Count > 0 && met.Count == 0);
        var isUnopposed = IsUnopposed(on, held);
        var judgement = differs.Count == 0 && isUnopposed && isAlike && !(on.NamesDay && dated is null) ? on.Agreeing(held)
            : isSame && differs is [var only] && IsAccusation(on, held, only) ? Judgement.Conflicts
            : differs.Count == 0 && isUnopposed && IsSameHappening(on, held, dated) ? InPart(held)
            : Judgement.Related;
        if (judgement is Judgement.Conflicts or Judgement.Related && isSame && dated is true && placed is not false && differs.Count == 0
            && on.MayBeDenied(held)) return on.Denied(held, covered + covers / 2, elements);
        return new(held, judgement, covered + covers / 2, elements, met, []);
    }

    /// <summary>Whether a sentence tells of the same happening, if not all that the fact says: it names somebody or a place of the fact
    /// and fits its day, and its words are mostly the fact's.</summary>
    static bool IsSameHappening(Comparison on, HeldFact held, bool? dated) =>
        on.IsNamed(held) && dated is not false && on.CoveredWithDays(held) >= EnoughInPart && on.Covers(held) >= EnoughOfIt;

    static Judgement InPart(HeldFact held) => held.Fact.Status == Status.Retracted ? Judgement.Related : Judgement.Partly;

    /// <summary>Whether nothing contradicts: another person, a "not" on one side only, an end where the fact has none.</summary>
    static bool IsUnopposed(Comparison on, HeldFact held) =>
        (!on.Sentence.Has("end") || held.Ends) && !on.Sentence.Names.Any(name => name.IsPerson && !name.Actors.Overlaps(held.Actors))
        && !on.IsOpposed(on.IsQuoted(held) ? held.IsQuoteNegative : held.IsNegative) && !on.IsOverNegated(held)
        && (held.Fact is not Statement statement || on.Actors.Contains(statement.Speaker.Id)) && !IsSwapped(on, held);

    /// <summary>Whether a state that does something in the fact is the one to whom it is done in the sentence.</summary>
    static bool IsSwapped(Comparison on, HeldFact held) => on.Sentence.Names.Any(name => on.Sentence.IsReceiver(name)
        && name.Actors.Any(actor => actor != on.Vocabulary.Country && on.Vocabulary.IsState(actor) && held.Doers.Contains(actor)));

    /// <summary>The judgement on a fact that the sentence mentions, where nothing more can be said.</summary>
    public static Compared? Related(Comparison on, HeldFact held)
    {
        var covered = on.CoveredWithDays(held);
        return on.Shared(held) < FewestTerms || covered < EnoughRelated || !on.IsAnchored(held) || on.IsDated(held) is false ? null
            : new(held, Judgement.Related, covered, [.. on.Setting(held, on.IsDated(held), null)], [], []);
    }

    static bool IsAccusation(Comparison on, HeldFact held, CheckedElement differs) => differs.Element switch
    {
        Element.Date =>
            on.NamesDay && IsUnopposed(on, held) && on.Sentence.Has("begin") == held.Begins
            && held.Fact.Precision is Precision.Day or Precision.Minute or Precision.Hour && held.Fact is Event
            && on.Sentence.Dates.All(date => date.FirstDay > 0 && !on.Sentence.IsOfSaying(date)),
        Element.Place => held.Fact is Event,
        Element.Speaker => true,
        // Only where each has a single number of this kind is it certain that they are of the same thing.
        Element.Figure => on.IsDated(held) is true && on.HasDay && on.Sentence.Figures is [{ Sort: FigureSort.Percent }]
            && held.Figures.Count(one => one.Figure.Sort == FigureSort.Percent) == 1 && IsUnopposed(on, held),
        _ => false,
    };

    /// <summary>Who may have said it: the persons named who have no part in the fact, or all persons named if there are none.</summary>
    static string Said(Comparison on, HeldFact held) =>
        string.Join("; ", on.Sentence.Names.Where(name => name.Actors.Count > 0 && name.Places.Count == 0)
        .GroupBy(name => name.Actors.Overlaps(held.Actors)).OrderBy(names => names.Key).First()
            .Select(name => on.Sentence.Words(name.First, name.End)).Distinct());

    /// <summary>For each number of the fact's text: the number of the sentence that fits it best.</summary>
    static IEnumerable<CheckedElement> Numbers(Comparison on, HeldFact held, List<(StatedFigure Figure, Fit Fit)> fits)
    {
        if (fits.Count == 0 || held.Figures.Count == 0) return [];
        var (figure, fit) = fits.MinBy(one => one.Fit);
        return [on.Figure(figure, [.. held.Figures.Select(one => one.Figure.Range).Distinct()],
            fit switch { Fit.Agrees => true, Fit.Differs => false, _ => null })];
    }

    /// <summary>Who said it. Only where the words are the same is it certain that another speaker is an error.</summary>
    static IEnumerable<CheckedElement> Speaker(Comparison on, HeldFact held, bool isSame)
    {
        if (held.Fact is not Statement statement || IsActed(on, held) is null) yield break;
        var isNamed = on.Actors.Contains(statement.Speaker.Id);
        yield return new()
        {
            Element = Element.Speaker, Stated = Said(on, held), Held = statement.Speaker.Name, Agrees = isNamed
            ? true : isSame && on.Sentence.Has("says") ? false : null
        };
    }

    /// <summary>The numbers of the fact's text that may be compared: of the same kind, and counting the same thing where both say
    /// what. The injured are not the dead.</summary>
    static IEnumerable<NumberRange> Alike(Comparison on, HeldFact held, StatedFigure stated)
    {
        var counted = on.Sentence.Near(stated, "toll_measure.");
        return held.Figures.Where(one => one.Figure.Sort == stated.Sort && one.Figure.Currency == stated.Currency)
            .GroupBy(one => one.Figure.Range)
            .Where(same => counted.Count == 0 || same.SelectMany(one => one.Counted).ToList() is var own
                && (own.Count == 0 || own.Exists(counted.Contains))).Select(same => same.Key);
    }

    static bool? IsPlaced(Comparison on, HeldFact held)
    {
        var own = on.Sentence.Names.Where(name => name.Places.Count > 0 && !name.Places.Contains(on.Vocabulary.Country)).ToList();
        var all = held.Places.Union(held.NamedPlaces).ToList();
        if (own.Count == 0 && on.Places.Contains(on.Vocabulary.Country)) return true;
        if (own.Count == 0 || all.Count == 0) return null;
        if (own.Exists(name => name.Places.Any(place => all.Exists(other =>
            on.Vocabulary.IsWithin(place, other) && other != on.Vocabulary.Country || on.Vocabulary.IsWithin(other, place))))) return true;
        return held.Places.Contains(on.Vocabulary.Country) || own.TrueForAll(name => name.Actors.Count > 0) ? null : false;
    }

    /// <summary>Whether a person or body that the sentence names has a part in the fact. Null if it names none.</summary>
    static bool? IsActed(Comparison on, HeldFact held)
    {
        var named = on.Sentence.Names.Where(name => name.Actors.Count > 0 && name.Places.Count == 0).ToList();
        return named.Count == 0 ? null : named.Exists(name => name.Actors.Overlaps(held.Actors));
    }
}
