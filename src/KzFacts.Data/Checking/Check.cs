using System.Text;
using KzFacts.Data.Facts;
using KzFacts.Data.Querying;

namespace KzFacts.Data.Checking;

/// <summary>A text to check.</summary>
/// <param name="Text">A sentence, a quotation or an article.</param>
/// <param name="Date">The day of the text. It gives "yesterday", and days without a year, their date.</param>
/// <param name="AsOf">Compare with what was known by the end of this day.</param>
public sealed record CheckedText(string Text, DateOnly? Date = null, DateOnly? AsOf = null)
{
    public bool IsTooLong => Text.Length > Check.MostBytes || Encoding.UTF8.GetByteCount(Text) > Check.MostBytes;
}

/// <summary>Compares a text, sentence by sentence, with the facts.</summary>
public static class Check
{
    /// <summary>The most bytes that a text may have in UTF-8.</summary>
    public const int MostBytes = 100_000;

    const int MostFacts = 5, MostConflicts = 2, MostRelated = 3;

    /// <summary>What makes a text unfit to be checked, or null.</summary>
    public static ParameterError? Objection(CheckedText asked) =>
        string.IsNullOrWhiteSpace(asked.Text)
            ? new(ErrorCode.Empty, "text", "it is empty.", Hint: "give a sentence, a quotation or an article")
        : asked.IsTooLong ? new(ErrorCode.OutOfRange, "text", $"it has more than {MostBytes} bytes of UTF-8.", Hint: "send it in parts")
        : null;

    /// <exception cref="QueryTimeoutException">The time limit of the lane has passed.</exception>
    public static CheckAnswer Of(Lane lane, CheckedText asked)
    {
        try
        {
            return Compare(lane, asked);
        }
        catch (QueryTimeoutException)
        {
            throw new QueryTimeoutException("send the text in parts");
        }
    }

    static CheckAnswer Compare(Lane lane, CheckedText asked)
    {
        var retrieval = new Retrieval(lane, lane.Vocabulary, asked.AsOf);
        var count = 0;
        List<CheckedSentence> sentences = [];
        Dictionary<(string, TextContext), (List<CheckedFact> Facts, TextContext After)> known = []; // a text may repeat a sentence
        TextContext context = new();
        var text = Links.Without(string.Concat(asked.Text.Select(c => c is >= '０' and <= '９' ? (char)(c - '０' + '0') : c)));
        foreach (var (start, end) in Sentences.Of(text))
        {
            count++;
            lane.ThrowIfLate();
            var sentence = asked.Text[start..end];
            if (!known.TryGetValue((sentence, context), out var found))
            {
                var stated = new StatedSentence(text, start, end, lane.Vocabulary, asked.Date, context);
                known[(sentence, context)] = found = (FactsOf(stated, lane.Vocabulary, retrieval), context.After(stated));
            }
            context = found.After;
            if (found.Facts.Count > 0) sentences.Add(new() { Text = sentence, Start = start, End = end, Facts = found.Facts });
        }
        return new()
        {
            Revision = lane.Revision, Checked = count, Silent = count - sentences.Count, Links = Links.Held(lane, asked.Text),
            Sentences = sentences,
        };
    }

    /// <summary>The facts that bear on a sentence, the most telling first.</summary>
    static List<CheckedFact> FactsOf(StatedSentence sentence, Vocabulary vocabulary, Retrieval retrieval)
    {
        var terms = Terms.Of(sentence);
        if (terms.Count == 0) return [];
        var on = new Comparison(sentence, terms, vocabulary, retrieval.Weight);
        var judged = retrieval.Find(sentence, terms).Select(held => KindDefinition.All[held.Fact.Kind].Compare(on, held))
            .OfType<Compared>().ToList();
        var met = judged.Where(one => one.Judgement is Judgement.Supports).SelectMany(one => one.Figures).ToHashSet();
        judged = [.. judged.Select(one => on.WithRemainder(one, met))];
        var retracted = judged.Where(one => one.Held.Fact.Status == Status.Retracted).SelectMany(one => one.Figures).ToHashSet();
        var kept = judged.Where(one => one.Judgement != Judgement.Conflicts || !IsExcused(one, judged))
            .Select(one => RestsOn(one, retracted) && !sentence.Has("retraction") ? one with { Judgement = Judgement.Related } : one)
            .OrderBy(one => one.Judgement).ThenByDescending(one => one.Score).ThenBy(one => one.Held.Fact.Id, StringComparer.Ordinal)
                .ToList();
        var spare = kept.Where(one => one.Judgement == Judgement.Conflicts).Skip(MostConflicts).ToHashSet();
        // Beside a fact that supports or conflicts, a related fact says nothing more, unless it was retracted.
        if (kept.Exists(one => one.Judgement != Judgement.Related))
            spare.UnionWith(kept.Where(one => one.Judgement == Judgement.Related && one.Held.Fact.Status != Status.Retracted));
        spare.UnionWith(kept.Where(one => one.Judgement == Judgement.Related && !spare.Contains(one)).Skip(MostRelated));
        return [.. kept.Where(one => !spare.Contains(one)).Take(MostFacts)
            .Select(one => new CheckedFact { Fact = one.Held.Fact, Judgement = one.Judgement, Elements = one.Elements })];
    }

    /// <summary>Whether an event or a statement supports a sentence only through a number that was retracted.</summary>
    static bool RestsOn(Compared one, HashSet<StatedFigure> retracted) =>
        IsTold(one) && one.Judgement is Judgement.Supports or Judgement.Partly && one.Figures.Any(retracted.Contains);

    /// <summary>Whether another fact accounts for a conflict: it has all the numbers that compete, of that day and place, or is alike
    /// with another day or speaker.</summary>
    static bool IsExcused(Compared conflict, List<Compared> judged) => conflict.Against.Count > 0
        ? judged.Exists(other => IsAlike(conflict, other) && conflict.Against.All(other.Figures.Contains)
            && !other.Elements.Any(element => element.Element is Element.Date or Element.Place && element.Agrees is not true))
        : judged.Exists(other => IsAlike(conflict, other) && (other.Judgement == Judgement.Supports || other.Judgement == Judgement.Partly
            && !conflict.Elements.Any(element => element is { Element: Element.Direction or Element.Negation, Agrees: false }))
            && !other.Elements.Any(element => element is { Agrees: false, Element: not Element.Status }));

    static bool IsAlike(Compared one, Compared other) => one.Held.Fact.Kind == other.Held.Fact.Kind || IsTold(one) && IsTold(other);

    static bool IsTold(Compared one) => KindDefinition.All[one.Held.Fact.Kind].IsTold;
}
