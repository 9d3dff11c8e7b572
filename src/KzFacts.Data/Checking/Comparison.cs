using KzFacts.Data.Facts;

namespace KzFacts.Data.Checking;

/// <summary>The result of comparing a sentence with a fact.</summary>
/// <param name="Figures">The numbers of the sentence that agree with the fact.</param>
/// <param name="Against">The numbers of the sentence that contradict the fact.</param>
sealed record Compared(HeldFact Held, Judgement Judgement, double Score, IReadOnlyList<CheckedElement> Elements,
    IReadOnlyList<StatedFigure> Figures, IReadOnlyList<StatedFigure> Against);

/// <summary>A sentence beside the facts it may speak of: the days, places, actors and words that they share.</summary>
sealed class Comparison(StatedSentence sentence, IReadOnlySet<string> terms, Vocabulary vocabulary, Func<string, double> weight)
{
    /// <summary>A sentence that has this share of a quotation's words repeats the quotation.</summary>
    const double MostOfQuote = 0.6;

    const int FewestQuoted = 3;

    /// <summary>For how many days a fact is news.</summary>
    const int DaysOfNews = 3;

    /// <summary>The weight of a day, compared with that of a word.</summary>
    const double WeightOfDay = 3;

    readonly double total = terms.Sum(weight);
    readonly ILookup<string, string> meanings = Terms.Meanings(sentence);
    readonly HashSet<string> keys = [.. sentence.Cues.Select(cue => cue.Key).Where(Cues.IsMeaning)];

    /// <summary>Whether the fact or its pages have a term of the sentence, or a synonym of it.</summary>
    bool IsTerm(HeldFact held, string term) => held.All.Contains(term) || meanings[term].Any(held.Keys.Contains);

    public StatedSentence Sentence => sentence;

    public Vocabulary Vocabulary => vocabulary;

    public IReadOnlySet<string> Actors { get; } = sentence.Names.SelectMany(name => name.Actors).ToHashSet();

    /// <summary>The places that the sentence names. If it names nobody and nothing: those that were named last before it.</summary>
    public IReadOnlySet<string> Places { get; } = sentence.Names.SelectMany(name => name.Places)
        .Concat(sentence.Names.Count == 0 && sentence.UnknownNames.Count == 0 && sentence.Context.HasPlaces ? sentence.Context.Places : [])
        .ToHashSet();

    /// <summary>The share of the sentence's words, by weight, that the fact and its pages contain: 0 to 1.</summary>
    public double Covered(HeldFact held) => total == 0 ? 0 : Met(held).Weight / total;

    readonly Dictionary<HeldFact, (double Weight, int Count)> met = [];
    readonly Dictionary<HeldFact, double> covers = [];

    /// <summary>The weight and the number of the terms that the fact or its pages have.</summary>
    (double Weight, int Count) Met(HeldFact held)
    {
        if (met.TryGetValue(held, out var known)) return known;
        var (sum, count) = (0.0, 0);
        foreach (var term in terms)
            if (IsTerm(held, term)) (sum, count) = (sum + weight(term), count + 1);
        return met[held] = (sum, count);
    }

    /// <summary>The same share, counting the sentence's days as well as its words.</summary>
    public double CoveredWithDays(HeldFact held) => !NamesDay ? Covered(held)
        : (Met(held).Weight + (IsDated(held, byText: true) is true ? WeightOfDay : 0))
            / (total + WeightOfDay);

    /// <summary>The share of the fact's title or quotation, by weight, that the sentence contains: 0 to 1.</summary>
    public double Covers(HeldFact held) => covers.TryGetValue(held, out var known) ? known : covers[held] =
        Math.Max(Share(held.Own), Math.Max(Share(held.Title), held.Quotation.Terms.Count > FewestQuoted ? Share(held.Quotation) : 0));

    double Share(WeightedTerms own) => own.Share(terms, keys, weight);

    public bool IsQuoted(HeldFact held) => held.Quotation.Terms.Count > FewestQuoted && Share(held.Quotation) >= MostOfQuote;

    public int Shared(HeldFact held) => Met(held).Count + (NamesDay && IsDated(held, byText: true) is true ? 1 : 0);

    /// <summary>Whether the sentence names a person or a place of the fact. The country itself does not count.</summary>
    public bool IsNamed(HeldFact held) =>
        Actors.Union(Places).Any(id => id != vocabulary.Country && (held.Actors.Contains(id) || held.Places.Contains(id)
        || held.NamedPlaces.Contains(id)));

    /// <summary>Whether a day that the sentence names is a day of the fact. Null if it names no day, or if that cannot be
    /// decided.</summary>
    /// <param name="byText">Whether days that the text of the fact names count too.</param>
    /// <param name="goesOn">Whether the fact happens on every day of its span. If not, only its first day counts.</param>
    public bool? IsDated(HeldFact held, bool byText = false, bool goesOn = true)
    {
        if (sentence.Dates.Count == 0)
            return ContextDay is not { } today ? null : held.Fact.OrderedBy() > today ? false
                : held.Fact.Day() is not null && held.Fact.Last.Plus(1) >= today ? true : null;
        if (sentence.Dates.All(date => date.IsUnknown)) return null;
        var year = held.Fact.OrderedBy().Year;
        if (byText && sentence.Dates.Any(date => date.Days(year) is { } days
            && held.Dates.Any(own => own.Days(year) is { } other && days.First <= other.Last && other.First <= days.Last))) return true;
        var near = sentence.Dates.Select(date => date.Days(year)).OfType<(DateOnly First, DateOnly Last)>()
            .Where(days => days.First <= held.Fact.Last && !(days.Last < held.Fact.First)).ToList();
        if (near.Count == 0) return false;
        // A fact with a latest day only may have happened on any earlier day.
        if (held.Fact.First is not { } first) return near.Exists(days => days.Last >= held.Fact.Last) ? true : null;
        // A fact that is known to the month or year may have happened on any day of it.
        if (held.Fact.Day() is null) return near.Exists(days => days.First <= first && days.Last >= held.Fact.Last) ? true : null;
        var isWithin = first < held.Fact.Last && (!goesOn || sentence.Has("begin")) && near.TrueForAll(days => days.First > first);
        return isWithin ? null : true;
    }

    /// <summary>The day that the text gives a sentence without one: the day named last before it, or the day of the text.</summary>
    public DateOnly? ContextDay => sentence.Dates.Count > 0 ? null : sentence.Context.Day ?? sentence.Published;

    /// <summary>Whether all days of the sentence are before the fact.</summary>
    public bool IsBefore(HeldFact held) =>
        sentence.Dates.Count > 0 && sentence.Dates.All(date => date.Days(held.Fact.OrderedBy().Year) is { } days
        && days.Last < held.Fact.First);

    /// <summary>Whether the sentence names a day, not only a month or a year.</summary>
    public bool NamesDay => sentence.Dates.Any(date => date.FirstDay > 0);

    /// <summary>Whether the day is known, from the sentence or from its context.</summary>
    public bool HasDay => NamesDay || ContextDay is not null;

    /// <summary>Whether the sentence has a name that is in no registry and not in the fact.</summary>
    public bool HasUnknownName(HeldFact held) => sentence.UnknownNames.Any(term => !held.All.Contains(term));

    /// <summary>Whether a difference may be called a conflict: the sentence names the fact's day, contains no "not" and no
    /// "another", and the fact is not retracted.</summary>
    public bool MayConflict(HeldFact held) =>
        HasDay && IsDated(held) is true && !IsOpposed(false) && !sentence.Has("increment") && !sentence.Has("earlier")
        && held.Fact.Status != Status.Retracted;

    /// <summary>The score that orders facts of the same judgement.</summary>
    public double Score(HeldFact held, bool? dated, bool? placed) => Covered(held) + (dated is true ? 0.5 : 0) + (placed is true ? 0.5 : 0);

    /// <summary>Whether exactly one of the sentence and the fact is negative.</summary>
    public bool IsOpposed(bool isHeldNegative) => (sentence.Has("negation") || sentence.Has("retraction")) != isHeldNegative;

    /// <summary>Whether the sentence says "not" more often than the fact does anywhere.</summary>
    public bool IsOverNegated(HeldFact held) => sentence.Negations > held.MostNegations(sentence.IsCyrillic)
        || !held.BeginsNegative && held.Fact is Statement statement
            && sentence.Names.Any(name => name.Actors.Contains(statement.Speaker.Id) && sentence.BeginsNegative(name));

    /// <summary>Whether the text was published during the fact's days, and its sentence names no other day.</summary>
    bool IsOfTheDays(HeldFact held) =>
        sentence.Dates.Count == 0 && !HasUnknownName(held) && sentence.Published is { } day && day >= held.Fact.OrderedBy().Plus(-1)
        && day <= held.Fact.Last.Plus(DaysOfNews);

    /// <summary>Whether the sentence has a name or a day of the fact, or the text was published during the fact's days.</summary>
    public bool IsAnchored(HeldFact held) =>
        IsOfTheDays(held) || IsDated(held) is true && NamesDay || Actors.Overlaps(held.Actors) || Places.Overlaps(held.Places)
        || IsWithin(held);

    /// <summary>Whether a place that the sentence names lies in a place of the fact.</summary>
    public bool IsWithin(HeldFact held) => Places.Any(place => held.Places.Any(other => vocabulary.IsWithin(place, other)));

    /// <summary>Whether a place that the sentence names lies in a place of the fact, or contains one.</summary>
    public bool IsNear(HeldFact held) => IsWithin(held) || Places.Any(place => held.Places.Any(other => vocabulary.IsWithin(other, place)));

    /// <summary>Whether the sentence gives retracted content as if it stood. A sentence that reports or denies the retraction, or
    /// asks, does not repeat it.</summary>
    /// <param name="figure">The number that the sentence gives, if the fact is a count.</param>
    public bool Repeats(HeldFact held, StatedFigure? figure = null) =>
        held.Fact.Status == Status.Retracted && !sentence.Has("retraction") && !sentence.Has("denial") && !sentence.IsQuestion
        && (figure is null || !sentence.IsNegated(figure) && !sentence.Cues.Any(cue =>
            cue.Key == "mistake" && sentence.IsSamePart(cue.At, figure.First)));

    /// <summary>The judgement on a fact that says the same as the sentence. A retracted fact supports nothing.</summary>
    public Judgement Agreeing(HeldFact held) =>
        held.Fact.Status != Status.Retracted ? Judgement.Supports : Repeats(held) ? Judgement.RepeatsRetracted : Judgement.Related;

    public CheckedElement Figure(StatedFigure stated, IReadOnlyList<NumberRange> held, bool? agrees, string unit = "") => new()
    {
        Element = Element.Figure,
        Stated = sentence.Words(stated.First, stated.End),
        Held = $"{string.Join("; ", held)}{unit}",
        Agrees = agrees,
    };

    /// <summary>The days and places of both, as far as the sentence names any, and the fact's status if the reader should know
    /// it.</summary>
    public IEnumerable<CheckedElement> Setting(HeldFact held, bool? dated, bool? placed)
    {
        if (sentence.Dates.Count > 0 || ContextDay is not null && dated is not null)
            yield return new()
            {
                Element = Element.Date,
                Stated = ContextDay is { } today ? $"{today:yyyy-MM-dd}"
                    : string.Join("; ", sentence.Dates.Select(date => sentence.Words(date.First, date.End))),
                Held = held.Fact.Days(),
                Agrees = dated,
            };
        if (held.Fact.Places.Count > 0 && sentence.Names.Where(name =>
            name.Places.Count > 0 && (name.Actors.Count == 0 || held.Fact.Places.Any(place => name.Places.Contains(place.Id))))
            .ToList() is { Count: > 0 } places)
            yield return new()
            {
                Element = Element.Place,
                Stated = string.Join("; ", places.Select(name => sentence.Words(name.First, name.End)).Distinct()),
                Held = string.Join("; ", held.Fact.Places.Select(place => place.Name)),
                Agrees = placed,
            };
        if (held.Fact.Status is Status.Retracted or Status.Disputed or Status.Unconfirmed)
            yield return new()
            {
                Element = Element.Status, Held = StatusOf(held.Fact), Agrees = held.Fact.Status == Status.Retracted
                ? false : null
            };
    }

    /// <summary>Whether the sentence may deny what the fact says: it says "not" once, and the fact never does.</summary>
    public bool MayBeDenied(HeldFact held) => sentence.Negations == 1 && held.MostNegations(sentence.IsCyrillic) == 0
        && !held.IsNegative && HasDay
        && !sentence.Has("retraction") && held.Fact is Event && held.Fact.Status != Status.Retracted && sentence.UnknownNames.Count == 0;

    /// <summary>The sentence says that it did not happen.</summary>
    public Compared Denied(HeldFact held, double score, IEnumerable<CheckedElement> elements) =>
        new(held, Judgement.Conflicts, score, [Negation(held.Fact.Title), .. elements], [], []);

    /// <summary>The "not" of the sentence, beside what is held.</summary>
    public CheckedElement Negation(string held)
    {
        var at = sentence.Cues.First(cue => cue.Key == "negation").At;
        return new() { Element = Element.Negation, Stated = sentence.Words(at, at + 1), Held = held, Agrees = false };
    }

    /// <summary>The judgement with all that the sentence states: if something was not compared or is not held, a fact agrees with it
    /// only in part.</summary>
    /// <param name="elsewhere">The numbers of the sentence that other facts have.</param>
    public Compared WithRemainder(Compared one, IReadOnlySet<StatedFigure> elsewhere)
    {
        if (one.Judgement is not Judgement.Supports) return one;
        List<CheckedElement> left = [.. Remainder.Of(this, one, elsewhere)];
        if (sentence.Dates.Where(date => !IsOfFact(date, one.Held)).ToList() is { Count: > 0 } days && sentence.Dates.Count > 1)
            left.AddRange(days.Select(date => new CheckedElement
            {
                Element = Element.Date, Stated = sentence.Words(date.First, date.End), Held = one.Held.Fact.Days(),
            }));
        var isWhole = left.Count == 0 && !sentence.Has("increment") && one.Elements.All(element =>
            element.Agrees is true || element.Element is Element.Status);
        return one with { Judgement = isWhole ? Judgement.Supports : Judgement.Partly, Elements = [.. one.Elements, .. left] };
    }

    /// <summary>Whether a day that the sentence names is one of the fact's, or one that the text of the fact names.</summary>
    static bool IsOfFact(StatedDate date, HeldFact held)
    {
        var year = held.Fact.OrderedBy().Year;
        return date.Days(year) is { } days && (days.First <= held.Fact.Last && days.Last >= held.Fact.OrderedBy()
            || held.Dates.Any(own => own.Days(year) is { } other && days.First <= other.Last && other.First <= days.Last));
    }

    static string StatusOf(Fact fact)
    {
        if (fact.Retraction is not { } retraction) return ClosedWords.Of(fact.Status);
        var (since, by) = (retraction.Since is { } day ? $" since {day:yyyy-MM-dd}" : "", retraction.By.Count > 0
            ? $", by {string.Join(" and ", retraction.By.Select(actor => actor.Name))}" : "");
        return $"retracted{since}{by}{(retraction.Replacement is { } replacement ? $"; replaced by {replacement.Id}" : "")}";
    }
}
