using KzFacts.Data.Text;

namespace KzFacts.Data.Checking;

/// <summary>Reads the words around a number: a bound ("more than", "up to"), a range of two numbers, a currency, a percent sign.</summary>
static class Bounds
{
    /// <summary>The most words that may stand between a number and the word for what it counts.</summary>
    public const int Reach = 2;

    static readonly HashSet<(string Before, string Middle)> Between =
        [(Folding.Word("between"), "and"), (Folding.Word("между"), Folding.Word("и"))];

    public static List<StatedFigure> Of(string text, IReadOnlyList<Token> tokens, IReadOnlyList<StatedFigure> figures,
        ILookup<int, string> cues)
    {
        List<StatedFigure> all = [];
        for (var i = 0; i < figures.Count; i++)
        {
            var figure = figures[i];
            if (i + 1 < figures.Count && IsRange(text, tokens, figure, figures[i + 1]))
                figure = figures[++i] with
                {
                    First = figure.First,
                    Range = new() { Min = Scaled(figure, figures[i]), Max = figures[i].Range.Max },
                    Step = Math.Min(figure.Step, figures[i].Step)
                };
            else figure = IsReached(tokens, figure, cues) ? figure : Bounded(tokens, figure, cues);
            all.Add(Measured(text, tokens, figure, cues));
        }
        // "From 60 to 120 tenge" says the unit once.
        for (var i = all.Count - 2; i >= 0; i--)
            if (all[i].Sort == FigureSort.Count && all[i + 1].Sort is FigureSort.Money or FigureSort.Percent
                && all[i + 1].First - all[i].End <= 1)
                all[i] = all[i] with { Sort = all[i + 1].Sort, Currency = all[i + 1].Currency, Per = all[i + 1].Per };
        return all;
    }

    /// <summary>"2–3 thousand" and "between 2,000 and 2,500" are ranges. "From 60 to 120" is two numbers, as a price may have gone
    /// from one to the other.</summary>
    static bool IsRange(string text, IReadOnlyList<Token> tokens, StatedFigure a, StatedFigure b)
    {
        if (a.Range.Min >= Scaled(b, b) && a.Step <= b.Step) return false;
        if (b.First == a.End) return text[tokens[a.End - 1].End..tokens[b.First].Start].Trim() is "-" or "–" or "—";
        return a.First > 0 && b.First == a.End + 1 && Between.Contains((tokens[a.First - 1].Folded, tokens[a.End].Folded));
    }

    /// <summary>"2–3 thousand": the 2 counts thousands too.</summary>
    static double? Scaled(StatedFigure a, StatedFigure b) =>
        a.Range.Min < 1000 && b.Step >= 1000 && a.Step < 1000 && a.Range.Min < b.Range.Max / 1000 ? a.Range.Min * 1000 : a.Range.Min;

    /// <summary>Words before a number to which something rises or falls; in Kazakh such a word follows the number.</summary>
    static readonly HashSet<string> Ends = [.. Folding.Words("to до дейін")];

    /// <summary>"До 120" is at most 120. Where a price or a toll rises to it, it is 120 itself.</summary>
    static bool IsReached(IReadOnlyList<Token> tokens, StatedFigure figure, ILookup<int, string> cues) =>
        IsEnd(tokens, figure) && cues.Any(at => at.Contains("rise") || at.Contains("fall"));

    /// <summary>Whether something rises or falls to this number.</summary>
    public static bool IsEnd(IReadOnlyList<Token> tokens, StatedFigure figure) =>
        figure.First > 0 && Ends.Contains(tokens[figure.First - 1].Folded) || tokens.Skip(figure.End).Take(2)
            .Any(token => Ends.Contains(token.Folded));

    static StatedFigure Bounded(IReadOnlyList<Token> tokens, StatedFigure figure, ILookup<int, string> cues)
    {
        bool Near(string key) =>
            Enumerable.Range(figure.First - Reach, Reach).Any(i => cues[i].Contains(key)) || figure.End < tokens.Count
            && tokens[figure.End].IsCyrillic && cues[figure.End].Contains(key)
            || figure.End < tokens.Count && tokens[figure.End].Text is "нан" or "нен" or "дан" or "ден" or "тан" or "тен"
                && cues[figure.End + 1].Contains(key);
        var not = Enumerable.Range(figure.First - Reach - 1, Reach + 1).Any(i => cues[i].Contains("negation"));
        var (value, isStrict) = (figure.Range.Min, Near("strict") && !not);
        // "No more than 50" is at most 50. "Не менее 50" is at least 50, although its words are cues for both bounds.
        if (Near("more"))
            return figure with { Range = not && !Near("most") ? new() { Max = value } : new() { Min = value }, IsStrict = isStrict };
        if (Near("most")) return figure with { Range = not ? new() { Min = value } : new() { Max = value }, IsStrict = isStrict };
        return figure with { IsRounded = Near("about") };
    }

    static StatedFigure Measured(string text, IReadOnlyList<Token> tokens, StatedFigure figure, ILookup<int, string> cues)
    {
        var after = Enumerable.Range(figure.End, Reach + 1).SelectMany(i => cues[i].Select(key => (At: i, Key: key))).ToList();
        var (start, end) = (tokens[figure.First].Start, tokens[figure.End - 1].End);
        var sign = start > 0 ? text[start - 1] : ' ';
        var behind = text.AsSpan(end, Math.Min(2, text.Length - end)).Trim() is [var first, ..] ? first : ' ';
        string? Word(string registry, int within) => after.Where(cue => cue.At < figure.End + within).Select(cue => cue.Key)
            .FirstOrDefault(key => key.StartsWith(registry, StringComparison.Ordinal))?[registry.Length..];
        var currency = sign == '$' ? "USD" : sign == '€' ? "EUR" : behind == '₸' ? "KZT" : Word("currency.", Reach);
        if (currency is not null) return figure with { Sort = FigureSort.Money, Currency = currency, Per = Per(figure.End, cues) };
        if (behind == '%' || Word("unit.", 1) == "percent") return figure with { Sort = FigureSort.Percent };
        return cues[figure.End].Any(key => key.StartsWith("unit.", StringComparison.Ordinal)
            || key.StartsWith("other.", StringComparison.Ordinal)) ? figure with { Sort = FigureSort.Other } : figure;
    }

    static string? Per(int end, ILookup<int, string> cues) => Enumerable.Range(end, 5).SelectMany(i => cues[i])
        .FirstOrDefault(key => key is "unit.litre" or "unit.barrel" or "unit.tonne" or "unit.lb")?["unit.".Length..];
}
