using System.Globalization;
using KzFacts.Data.Facts;
using KzFacts.Data.Text;

namespace KzFacts.Data.Checking;

/// <summary>What kind of quantity a number is.</summary>
public enum FigureSort { Count, Money, Percent, Other }

/// <summary>A number that a sentence gives.</summary>
/// <param name="First">The index of its first word.</param>
/// <param name="End">The index after its last word. The unit is not part of it.</param>
/// <param name="Range">The number, or its bounds.</param>
/// <param name="Step">The step to which the text rounds it: 10 for "2.03 thousand", 100 for "2,500".</param>
/// <param name="Currency">The currency code, if it is money.</param>
/// <param name="Per">The unit that is priced, if it is a price.</param>
/// <param name="IsRounded">Whether the text says that it is rounded: "about", "nearly".</param>
/// <param name="IsStrict">Whether a bound excludes its own number: "more than" does, "at least" does not.</param>
public sealed record StatedFigure(
    int First, int End, NumberRange Range, double Step, FigureSort Sort = FigureSort.Count, string? Currency = null, string? Per = null,
        bool IsRounded = false, bool IsStrict = false)
{
    /// <summary>How far the exact number may be from this one, if this one is rounded.</summary>
    public double Slack => Math.Min(Step / 2, Math.Abs(Range.Min ?? Range.Max ?? 0) / 10);
}

/// <summary>Finds numbers in digits and in words, with their bounds.</summary>
public static class StatedFigures
{
    const double Thousand = 1000, Hundred = 100;

    /// <summary>Words after which a number is part of a name: Article 4, AI-92, page 3.</summary>
    static readonly HashSet<string> Names =
        Fold("article articles no page room building статья статьи статье ст аи ai il an тэц жэо chp chpp tpp");

    /// <summary>Words that may follow a number and a hyphen without making it a name: 2,500-strong.</summary>
    static readonly HashSet<string> Strong = Fold("strong member man person");

    /// <summary>Kazakh endings after a number in digits: 164-тен астам, 164-ке жетті.</summary>
    static readonly HashSet<string> Endings = Fold("тен тан нан нен дан ден ке ге қа ға ты ті ны ні ы і ти ми и х");

    static HashSet<string> Fold(string words) => [.. Folding.Words(words)];

    /// <summary>Words that mean one hundred, thousand or million without a number before them; and words after which any such word
    /// does.</summary>
    static readonly HashSet<string> Alone = Fold("сто тысяча тысячу мың жүз миллион"),
        One = Fold("a one бір более больше свыше около почти до");

    static readonly Lexicon Words = Lexicon.Of("numbers.txt");

    public static List<StatedFigure> Of(string text, IReadOnlyList<Token> tokens, IReadOnlyList<StatedDate> dates)
    {
        var taken = dates.SelectMany(date => Enumerable.Range(date.First, date.End - date.First)).ToHashSet();
        List<StatedFigure> figures = [];
        for (var i = 0; i < tokens.Count;)
        {
            if (taken.Contains(i) || (Digits(text, tokens, i) ?? Spelt(text, tokens, i)) is not { } figure)
            {
                i++;
                continue;
            }
            if (!IsName(text, tokens, figure) && !Enumerable.Range(i, figure.End - i).Any(taken.Contains)) figures.Add(figure);
            i = figure.End;
        }
        return figures;
    }

    /// <summary>2030, 2,030, 2 030, 2.03 thousand.</summary>
    static StatedFigure? Digits(string text, IReadOnlyList<Token> tokens, int i)
    {
        if (Short(tokens[i]) is { } brief) return new(i, i + 1, Exactly((double)brief.Value), brief.Step);
        if (!tokens[i].IsDigits || tokens[i].Text.Length > 12) return null;
        var (end, digits, decimals) = (i + 1, tokens[i].Text, 0);
        while (digits.Length <= 12 && end < tokens.Count && tokens[i].Text.Length <= 3 && tokens[end] is { IsDigits: true, Text.Length: 3 }
            && Token.Between(text, tokens, end - 1) is "," or "." or " " or "\u00a0" or "\u202f" or "\u2009" or "'" or "’" or "ʼ")
            digits += tokens[end++].Text;
        if (end == i + 1 && end < tokens.Count && tokens[end].IsDigits && tokens[end].Text.Length <= 6
            && Token.Between(text, tokens, i) is "." or ",")
            (decimals, digits, end) = (tokens[end].Text.Length, $"{digits}.{tokens[end].Text}", end + 1);
        var value = decimal.Parse(digits, CultureInfo.InvariantCulture);
        var step = decimals > 0 ? Math.Pow(10, -decimals) : StepOf((double)value);
        if (end + 1 < tokens.Count && Endings.Contains(tokens[end].Folded) && Multiplier(tokens, end + 1) is not null
            && Token.Between(text, tokens, end - 1) == "-") end++; // 12-ти тысяч
        if (Multiplier(tokens, end) is { } times) (value, step, end) = (value * (decimal)times, step * times, end + 1);
        return new(i, end, Exactly((double)value), step);
    }

    /// <summary>12k, 12K, 12тыс, 1m: digits with a multiplier that is written to them.</summary>
    static (decimal Value, double Step)? Short(Token token)
    {
        var digits = token.Text.TakeWhile(char.IsAsciiDigit).Count();
        if (digits is 0 or > 6 || digits == token.Text.Length) return null;
        double? times = token.Text[digits..].ToLowerInvariant() switch
        {
            "k" or "к" or "тыс" or "мың" => Thousand,
            "m" or "mln" or "млн" => Thousand * Thousand,
            _ => null,
        };
        return times is { } by ? (decimal.Parse(token.Text[..digits], CultureInfo.InvariantCulture) * (decimal)by, by) : null;
    }

    /// <summary>Two thousand and thirty, сто пятьдесят, екі мың отыз; a thousand, but not thousands.</summary>
    static StatedFigure? Spelt(string text, IReadOnlyList<Token> tokens, int i)
    {
        if (Value(tokens, i) is null) return null;
        var (at, end, total, part) = (i, i, 0.0, 0.0);
        for (; Value(tokens, at) is { } value; at++)
        {
            if (at > i && Token.Between(text, tokens, at - 1).Any(c => c is ',' or '.' or ';')) break;
            if (value >= Thousand) (total, part) = (total + Math.Max(part, 1) * value, 0);
            else if (value == Hundred && part is > 0 and < 10) part *= Hundred;
            else part += value;
            end = at + 1;
            if (end < tokens.Count && tokens[end].Folded == "and" && total + part >= Hundred && Value(tokens, end + 1) is < Hundred) at++;
        }
        var number = total + part;
        if (end == i + 1 && (number <= 1 || number >= Hundred && !IsOne(tokens, i))) return null;
        return new(i, end, Exactly(number), StepOf(number));
    }

    /// <summary>Whether a hundred or a thousand without a number means one of them: "a thousand", "более тысячи", "мың".</summary>
    static bool IsOne(IReadOnlyList<Token> tokens, int i) => Alone.Contains(tokens[i].Folded)
        || i > 0 && One.Contains(tokens[i - 1].Folded) || Value(tokens, i) is > Hundred and < Thousand;

    static double? Value(IReadOnlyList<Token> tokens, int i) =>
        i < tokens.Count && !tokens[i].IsDigits && Words.Find(tokens[i]).FirstOrDefault() is { } key
        ? double.Parse(key, CultureInfo.InvariantCulture) : null;

    static double? Multiplier(IReadOnlyList<Token> tokens, int i) => Value(tokens, i) is >= Thousand and var times ? times : null;

    /// <summary>Whether the number is part of a name, an adjective or a time of day: Il-76, 31-я, 15-year-old, 23:00.</summary>
    static bool IsName(string text, IReadOnlyList<Token> tokens, StatedFigure figure)
    {
        var (before, after) = (figure.First > 0 ? Token.Between(text, tokens, figure.First - 1) : "", figure.End < tokens.Count
            ? Token.Between(text, tokens, figure.End - 1) : "");
        if (before is ":" or "№" || after == ":" && tokens[figure.End].IsDigits || before.EndsWith('№')) return true;
        if (figure.First > 0 && (before == "-" && !tokens[figure.First - 1].IsDigits && Value(tokens, figure.First - 1) is null
            || Names.Contains(tokens[figure.First - 1].Folded) && before.Trim() is "" or "-")) return true;
        return after == "-" && !tokens[figure.End].IsDigits && !Strong.Contains(tokens[figure.End].Folded)
            && !Endings.Contains(tokens[figure.End].Folded);
    }

    static NumberRange Exactly(double value) => new() { Min = value, Max = value };

    static double StepOf(double value)
    {
        var step = 1.0;
        while (value != 0 && value % (step * 10) == 0) step *= 10;
        return step;
    }
}
