using KzFacts.Data.Facts;

namespace KzFacts.Data.Checking;

/// <summary>What a comparison of a sentence with a fact came to.</summary>
/// <param name="Figures">The sentence's numbers that the fact has.</param>
/// <param name="Against">The numbers that it has otherwise.</param>
sealed record Judgement(HeldFact Held, Bearing Bearing, double Score, IReadOnlyList<CheckedElement> Elements,
    IReadOnlyList<StatedFigure> Figures, IReadOnlyList<StatedFigure> Against);

/// <summary>A sentence beside the facts that it may speak of: what days, places, actors and words they share.</summary>
sealed class Comparison(StatedSentence sentence, IReadOnlySet<string> terms, Vocabulary vocabulary, Func<string, double> weight)
{
    /// <summary>The share of a quotation's words that makes a sentence repeat it.</summary>
    const double MostOfQuote = 0.6;

    const int FewestQuoted = 3;

    /// <summary>How long a fact is news.</summary>
    const int DaysOfNews = 3;

    /// <summary>What a day weighs among words.</summary>
    const double WeightOfDay = 3;

    readonly double total = terms.Sum(weight);

    public StatedSentence Sentence => sentence;

    public Vocabulary Vocabulary => vocabulary;

    public IReadOnlySet<string> Actors { get; } = sentence.Names.SelectMany(name => name.Actors).ToHashSet();

    public IReadOnlySet<string> Places { get; } = sentence.Names.SelectMany(name => name.Places).ToHashSet();

    /// <summary>How much of the sentence's words the fact and its pages have, from 0 to 1.</summary>
    public double Covered(HeldFact held) => total == 0 ? 0 : terms.Where(held.All.Contains).Sum(weight) / total;

    /// <summary>The same of its words and days.</summary>
    public double CoveredWithDays(HeldFact held) => !NamesDay ? Covered(held)
        : (terms.Where(held.All.Contains).Sum(weight) + (IsDated(held, byText: true) is true ? WeightOfDay : 0)) / (total + WeightOfDay);

    /// <summary>How much of the fact's own text, its title or its quotation the sentence says, from 0 to 1.</summary>
    public double Covers(HeldFact held) =>
        Math.Max(held.Own.Share(terms, weight), Math.Max(held.Title.Share(terms, weight), held.Quotation.Terms.Count > FewestQuoted
        ? held.Quotation.Share(terms, weight) : 0));

    public bool IsQuoted(HeldFact held) => held.Quotation.Terms.Count > FewestQuoted && held.Quotation.Share(terms, weight) >= MostOfQuote;

    public int Shared(HeldFact held) => terms.Count(held.All.Contains) + (NamesDay && IsDated(held, byText: true) is true ? 1 : 0);

    /// <summary>Whether it names somebody or some place of the fact, other than the country itself.</summary>
    public bool IsNamed(HeldFact held) =>
        Actors.Union(Places).Any(id => id != vocabulary.Country && (held.Actors.Contains(id) || held.Places.Contains(id)
        || held.NamedPlaces.Contains(id)));

    /// <summary>Whether a day that the sentence names is one of the fact's; null where it names none, or one that cannot be told to
    /// be.</summary>
    /// <param name="byText">Whether the days that the fact's text names count too.</param>
    /// <param name="goesOn">Whether what the fact tells of happens on each of its days: else a day within is not that of the fact, which
    /// began on the first.</param>
    public bool? IsDated(HeldFact held, bool byText = false, bool goesOn = true)
    {
        if (sentence.Dates.Count == 0) return null;
        var year = held.Fact.OrderedBy().Year;
        if (byText && sentence.Dates.Any(date => date.Days(year) is { } days
            && held.Dates.Any(own => own.Days(year) is { } other && days.First <= other.Last && other.First <= days.Last))) return true;
        var near = sentence.Dates.Select(date => date.Days(year)).OfType<(DateOnly First, DateOnly Last)>()
            .Where(days => days.First <= held.Fact.Last && !(days.Last < held.Fact.First)).ToList();
        if (near.Count == 0) return false;
        // Of what was so by a day, an earlier day may be the one or not.
        if (held.Fact.First is not { } first) return near.Exists(days => days.Last >= held.Fact.Last) ? true : null;
        // Of a month or a year that is known, a day may be the one or not.
        if (held.Fact.Day() is null) return near.Exists(days => days.First <= first && days.Last >= held.Fact.Last) ? true : null;
        var isWithin = first < held.Fact.Last && (!goesOn || sentence.Has("begin")) && near.TrueForAll(days => days.First > first);
        return isWithin ? null : true;
    }

    /// <summary>Whether the sentence's days are all before the fact.</summary>
    public bool IsBefore(HeldFact held) =>
        sentence.Dates.Count > 0 && sentence.Dates.All(date => date.Days(held.Fact.OrderedBy().Year) is { } days
        && days.Last < held.Fact.First);

    /// <summary>Whether the sentence names a day and not only a month or a year.</summary>
    public bool NamesDay => sentence.Dates.Any(date => date.FirstDay > 0);

    /// <summary>Whether the sentence has a name that neither a registry nor the fact has.</summary>
    public bool IsStrange(HeldFact held) => sentence.Strange.Any(term => !held.All.Contains(term));

    /// <summary>Whether a sentence that differs may be said to conflict: it names the fact's day, says no "not" and no "another", and the
    /// fact was not withdrawn.</summary>
    public bool MayAccuse(HeldFact held) =>
        NamesDay && IsDated(held) is true && !IsOpposed(false) && !sentence.Has("increment") && held.Fact.Status != Status.Retracted;

    /// <summary>By what facts of like bearing are ordered.</summary>
    public double Score(HeldFact held, bool? dated, bool? placed) => Covered(held) + (dated is true ? 0.5 : 0) + (placed is true ? 0.5 : 0);

    /// <summary>Whether the sentence says no where the fact says yes, or the reverse.</summary>
    public bool IsOpposed(bool isHeldNegative) => (sentence.Has("negation") || sentence.Has("withdrawal")) != isHeldNegative;

    /// <summary>Whether the text is of the fact's days, and its sentence names no other day.</summary>
    bool IsOfTheDays(HeldFact held) =>
        sentence.Dates.Count == 0 && !IsStrange(held) && sentence.Published is { } day && day >= held.Fact.OrderedBy().Plus(-1)
        && day <= held.Fact.Last.Plus(DaysOfNews);

    /// <summary>Whether a name or a day of the fact stands in the sentence, or the text is of its days.</summary>
    public bool IsAnchored(HeldFact held) =>
        IsOfTheDays(held) || IsDated(held) is true && NamesDay || Actors.Overlaps(held.Actors) || Places.Overlaps(held.Places)
        || IsWithin(held);

    /// <summary>Whether a place that the sentence names lies in one of the fact.</summary>
    public bool IsWithin(HeldFact held) => Places.Any(place => held.Places.Any(other => vocabulary.IsWithin(place, other)));

    /// <summary>Whether a place that the sentence names lies in one of the fact, or around it.</summary>
    public bool IsNear(HeldFact held) => IsWithin(held) || Places.Any(place => held.Places.Any(other => vocabulary.IsWithin(other, place)));

    /// <summary>Whether the sentence gives what was retracted as if it stood: to report the withdrawal, to deny it or to ask is not to
    /// repeat it.</summary>
    /// <param name="figure">The number that it gives, where it is one.</param>
    public bool Repeats(HeldFact held, StatedFigure? figure = null) =>
        held.Fact.Status == Status.Retracted && !sentence.Has("withdrawal") && !sentence.Has("denial") && !sentence.IsQuestion
        && (figure is null || !sentence.IsNegated(figure) && !sentence.Cues.Any(cue =>
            cue.Key == "mistake" && sentence.IsSamePart(cue.At, figure.First)));

    /// <summary>How a fact bears on a sentence that says the same: one that was retracted supports nothing.</summary>
    public Bearing Agreeing(HeldFact held) =>
        held.Fact.Status != Status.Retracted ? Bearing.Supports : Repeats(held) ? Bearing.RepeatsRetracted : Bearing.Related;

    public CheckedElement Figure(StatedFigure stated, IReadOnlyList<NumberRange> held, bool? agrees, string unit = "") => new()
    {
        Element = Element.Figure,
        Stated = sentence.Words(stated.First, stated.End),
        Held = $"{string.Join("; ", held)}{unit}",
        Agrees = agrees,
    };

    /// <summary>The days and places of both, where the sentence names any, and a status to beware of.</summary>
    public IEnumerable<CheckedElement> Setting(HeldFact held, bool? dated, bool? placed)
    {
        if (sentence.Dates.Count > 0)
            yield return new()
            {
                Element = Element.Date,
                Stated = string.Join("; ", sentence.Dates.Select(date => sentence.Words(date.First, date.End))),
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

    static string StatusOf(Fact fact)
    {
        if (fact.Retraction is not { } retraction) return Words.Of(fact.Status);
        var (since, by) = (retraction.Since is { } day ? $" since {day:yyyy-MM-dd}" : "", retraction.By.Count > 0
            ? $", by {string.Join(" and ", retraction.By.Select(actor => actor.Name))}" : "");
        return $"retracted{since}{by}{(retraction.Replacement is { } replacement ? $"; replaced by {replacement.Id}" : "")}";
    }
}
