using System.Globalization;
using KzFacts.Data.Text;

namespace KzFacts.Data.Checking;

/// <summary>A day or a period that a sentence names.</summary>
/// <param name="First">The index of the first word.</param>
/// <param name="End">The index after the last word.</param>
/// <param name="Year">The year. Null if neither the sentence nor the date of the text gives it.</param>
/// <param name="FirstDay">The first day of the month. 0 means the whole month.</param>
/// <param name="Month">The month. 0 means the whole year.</param>
public readonly record struct StatedDate(int First, int End, int? Year, int Month, int FirstDay, int LastDay)
{
    /// <summary>The month of a day that the text names but that nothing settles, such as "the day before".</summary>
    const int Unsettled = -1;

    /// <summary>A day that cannot be settled without knowing the day of the text.</summary>
    public static StatedDate Unknown(int first, int end) => new(first, end, null, Unsettled, 0, 0);

    public bool IsUnknown => Month == Unsettled;

    /// <summary>The days that it spans, in the given year where the sentence gives none. Null if the calendar has no such day.</summary>
    public (DateOnly First, DateOnly Last)? Days(int yearOtherwise)
    {
        var year = Year ?? yearOtherwise;
        if (year < DateOnly.MinValue.Year || year > DateOnly.MaxValue.Year || Month is > 12 or Unsettled) return null;
        if (Month == 0) return (new(year, 1, 1), new(year, 12, 31));
        var days = DateTime.DaysInMonth(year, Month);
        if (FirstDay == 0) return (new(year, Month, 1), new(year, Month, days));
        return FirstDay < 1 || LastDay > days ? null : (new(year, Month, FirstDay), new(year, Month, LastDay));
    }
}

/// <summary>Finds dates: 2022-01-05, 5.01.22, 5 January, January 5th, 2022, the eighth of January, 5-го января, қаңтардың 5-і, January
/// 2022, in 2022. With the date of the text, it also finds "yesterday", "two days ago", "on the 8th" and "Thursday".</summary>
public static class StatedDates
{
    const int FirstYear = 1900, LastYear = 2099, Century = 2000;

    static readonly Lexicon Months = Lexicon.Of("months.txt"), Days = Lexicon.Of("days.txt"), Ordinals = Lexicon.Of("ordinals.txt"),
        Numbers = Lexicon.Of("numbers.txt");

    /// <summary>Endings that follow a day in digits and a hyphen: 5-го января, 5-і.</summary>
    static readonly HashSet<string> DayEndings = Fold("го е ое і ы ші шы сі күні");

    /// <summary>Words before or after a number that make it a year.</summary>
    static readonly HashSet<string> BeforeYear = Fold("in since by of from until в с к до за"),
        AfterYear = Fold("год года году г ж жыл жылы жылғы жылдың"),
        BeforeMonth = Fold("in of since by mid early late from until last this в с к до во");

    static HashSet<string> Fold(string words) => [.. Folding.Words(words)];

    public static List<StatedDate> Of(string text, IReadOnlyList<Token> tokens, DateOnly? published)
    {
        List<StatedDate> dates = [];
        for (var i = 0; i < tokens.Count;)
            if (At(text, tokens, i, published) is { } date)
            {
                dates.Add(date.Year is null && date.Month > 0 ? date with { Year = published?.Year } : date);
                i = date.End;
            }
            else i++;
        return dates;
    }

    static StatedDate? At(string text, IReadOnlyList<Token> tokens, int i, DateOnly? published) =>
        Numeric(text, tokens, i) ?? Compact(tokens, i) ?? DayMonth(text, tokens, i) ?? MonthDay(text, tokens, i)
            ?? MonthAlone(tokens, i) ?? YearAlone(tokens, i) ?? Ago(tokens, i, published) ?? DayAlone(text, tokens, i, published)
            ?? Relative(tokens, i, published);

    /// <summary>20220105.</summary>
    static StatedDate? Compact(IReadOnlyList<Token> tokens, int i) => tokens[i] is { IsDigits: true, Text.Length: 8 } token
        && DateOnly.TryParseExact(token.Text, "yyyyMMdd", out var day) && day.Year is >= FirstYear and <= LastYear
            ? new(i, i + 1, day.Year, day.Month, day.Day, day.Day) : null;

    /// <summary>Two days ago, два дня назад, екі күн бұрын; the day before (yesterday).</summary>
    static StatedDate? Ago(IReadOnlyList<Token> tokens, int i, DateOnly? published)
    {
        if (Words(tokens, i, "the day before yesterday") is { } before) return Back(i, before, 2, published);
        if (Words(tokens, i, "the day before") is { } unclear) return StatedDate.Unknown(i, unclear);
        if (Count(tokens, i) is not { } days) return null;
        foreach (var words in DaysAgo)
            if (Words(tokens, i + 1, words) is { } end) return Back(i, end, days, published);
        return null;
    }

    static readonly string[] DaysAgo =
        ["days ago", "day ago", "days earlier", "дня назад", "дней назад", "день назад", "күн бұрын", "күн бурын"];

    static int? Count(IReadOnlyList<Token> tokens, int i) => Number(tokens[i])
        ?? (Numbers.Find(tokens[i]).FirstOrDefault() is { } key && int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture,
            out var n)
            ? n : null);

    /// <summary>The index after some words, or null if others stand there.</summary>
    static int? Words(IReadOnlyList<Token> tokens, int i, string words)
    {
        foreach (var word in Folding.Words(words))
            if (i >= tokens.Count || tokens[i++].Folded != word) return null;
        return i;
    }

    static StatedDate? Back(int first, int end, int days, DateOnly? published)
    {
        if (published is not { } today) return StatedDate.Unknown(first, end);
        var day = today.Plus(-days);
        return new(first, end, day.Year, day.Month, day.Day, day.Day);
    }

    /// <summary>On the 8th, 8-го числа: a day of the month of the text.</summary>
    static StatedDate? DayAlone(string text, IReadOnlyList<Token> tokens, int i, DateOnly? published)
    {
        var (at, end) = tokens[i].Folded == "the" && i > 0 && tokens[i - 1].Folded is "on" or "by" ? (i + 1, i + 2) : (i, i);
        if (end > i && at < tokens.Count && tokens[at].Text.Length > 2 && DayNumber(tokens, at) is { } day) { }
        else if (DayNumber(tokens, i) is { } number && i + 2 < tokens.Count && DayEndings.Contains(tokens[i + 1].Folded)
            && Token.Between(text, tokens, i) == "-" && tokens[i + 2].Folded == OfMonth) (day, end) = (number, i + 3);
        else return null;
        return published is { } today ? Day(i, end, today.Year, today.Month, day) ?? StatedDate.Unknown(i, end) : StatedDate.Unknown(i,
            end);
    }

    static readonly string OfMonth = Folding.Word("числа");

    /// <summary>2022-01-05, 05.01.2022, 15/1/2022. With slashes, one of the numbers must be over 12; otherwise the order of day and
    /// month is unknown.</summary>
    static StatedDate? Numeric(string text, IReadOnlyList<Token> tokens, int i)
    {
        if (i + 2 >= tokens.Count || Number(tokens[i]) is not { } a || Number(tokens[i + 1]) is not { } b
            || Number(tokens[i + 2]) is not { } c) return null;
        var (one, two) = (Token.Between(text, tokens, i), Token.Between(text, tokens, i + 1));
        if (one != two || one.Length != 1) return null;
        return one[0] switch
        {
            // A date that cannot exist is still a date, not a number. It fits no fact.
            '-' when tokens[i].Text.Length == 4 && tokens[i + 1].Text.Length == 2 && tokens[i + 2].Text.Length == 2 =>
                new(i, i + 3, a, b, c, c),
            '.' when tokens[i + 2].Text.Length == 4 => Day(i, i + 3, c, b, a),
            '.' when tokens[i + 2].Text.Length == 2 && tokens[i + 1].Text.Length == 2 => Day(i, i + 3, Century + c, b, a),
            '/' when tokens[i].Text.Length == 4 && tokens[i + 1].Text.Length == 2 => Day(i, i + 3, a, b, c),
            '/' when tokens[i + 2].Text.Length == 4 && (a > 12) => Day(i, i + 3, c, b, a),
            '/' when tokens[i + 2].Text.Length == 4 && (b > 12) => Day(i, i + 3, c, a, b),
            '/' when tokens[i + 2].Text.Length == 4 => StatedDate.Unknown(i, i + 3),
            _ => null,
        };
    }

    /// <summary>5 January, 5th of January 2022, 5–6 января 2022 года, 2022 жылғы 5 қаңтар.</summary>
    static StatedDate? DayMonth(string text, IReadOnlyList<Token> tokens, int i)
    {
        var at = i;
        int? year = null;
        if (IsYear(tokens, at) && at + 1 < tokens.Count && AfterYear.Contains(tokens[at + 1].Folded))
            (year, at) = (Number(tokens[at]), at + 2);
        if (DayOrdinal(text, tokens, at) is not var (first, next)) return null;
        var last = first;
        at = next;
        if (DayNumber(tokens, at) is { } second && second > first && IsJoin(Token.Between(text, tokens, at - 1)))
            (last, at) = (second, at + 1);
        if (at < tokens.Count && tokens[at].Folded == "of") at++;
        if (Month(tokens, at) is not { } month) return null;
        at++;
        if (year is null && IsYear(tokens, at))
        {
            year = Number(tokens[at++]);
            if (at < tokens.Count && AfterYear.Contains(tokens[at].Folded)) at++;
        }
        return Day(i, at, year, month, first, last);
    }

    /// <summary>January 5, January 5th, 2022, January 5–6.</summary>
    static StatedDate? MonthDay(string text, IReadOnlyList<Token> tokens, int i)
    {
        if (Month(tokens, i) is not { } month) return null;
        var begin = i + 1 < tokens.Count && tokens[i + 1].Folded == "the" ? i + 2 : i + 1;
        if (DayOrdinal(text, tokens, begin) is not var (first, at)) return null;
        // In Kazakh the day follows a small letter and has an ending: қаңтардың 5-і.
        if (!tokens[i].IsCapital && !(tokens[i].IsCyrillic && DayEndings.Contains(tokens[at - 1].Folded))) return null;
        var last = first;
        if (DayNumber(tokens, at) is { } second && second > first && IsJoin(Token.Between(text, tokens, at - 1)))
            (last, at) = (second, at + 1);
        return IsYear(tokens, at) ? Day(i, at + 1, Number(tokens[at]), month, first, last) : Day(i, at, null, month, first, last);
    }

    /// <summary>January 2022, в августе 2022 года, 2022 жылғы тамызда, in March.</summary>
    static StatedDate? MonthAlone(IReadOnlyList<Token> tokens, int i)
    {
        if (IsYear(tokens, i) && i + 2 < tokens.Count && AfterYear.Contains(tokens[i + 1].Folded) && Month(tokens, i + 2) is { } later)
            return new(i, i + 3, Number(tokens[i]), later, 0, 0);
        if (Month(tokens, i) is not { } month || i > 0 && DayNumber(tokens, i - 1) is not null) return null; // there is no 31 February
        if (IsYear(tokens, i + 1)) return new(i, i + 2, Number(tokens[i + 1]), month, 0, 0);
        return i > 0 && BeforeMonth.Contains(tokens[i - 1].Folded) && (tokens[i].IsCyrillic || tokens[i].IsCapital)
            ? new(i, i + 1, null, month, 0, 0) : null;
    }

    static StatedDate? YearAlone(IReadOnlyList<Token> tokens, int i) => IsYear(tokens, i)
        && (i > 0 && BeforeYear.Contains(tokens[i - 1].Folded) || i + 1 < tokens.Count && AfterYear.Contains(tokens[i + 1].Folded))
        ? new(i, i + 1, Number(tokens[i]), 0, 0, 0) : null;

    static StatedDate? Relative(IReadOnlyList<Token> tokens, int i, DateOnly? published)
    {
        if (Days.Find(tokens[i]).FirstOrDefault() is not { } key) return null;
        if (published is not { } today) return key is "yesterday" or "before_yesterday" ? StatedDate.Unknown(i, i + 1) : null;
        if (int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out _) && !tokens[i].IsCyrillic && !tokens[i].IsCapital)
            return null;
        // A weekday means the last one; that may be the day of the text itself.
        var back = key switch
        {
            "today" => 0,
            "yesterday" => 1,
            "before_yesterday" => 2,
            _ => ((int)today.DayOfWeek - int.Parse(key, CultureInfo.InvariantCulture) + 7) % 7,
        };
        if (today.DayNumber < back) return null; // the calendar has no such day
        var day = today.AddDays(-back);
        return new(i, i + 1, day.Year, day.Month, day.Day, day.Day);
    }

    static StatedDate? Day(int first, int end, int? year, int month, int day, int? last = null) =>
        year is < FirstYear or > LastYear || month is < 1 or > 12 || day < 1 || (last ?? day) > DateTime.DaysInMonth(year ?? 2024, month)
            ? null : new(first, end, year, month, day, last ?? day);

    static int? Month(IReadOnlyList<Token> tokens, int i) =>
        i < tokens.Count && !tokens[i].IsDigits && Months.Find(tokens[i]).FirstOrDefault() is { } key
        ? int.Parse(key, CultureInfo.InvariantCulture) : null;

    /// <summary>A day of the month and the index after it: 5, 5th, 5-го, пятого, the twenty-first.</summary>
    static (int Day, int Next)? DayOrdinal(string text, IReadOnlyList<Token> tokens, int i)
    {
        if (DayNumber(tokens, i) is { } day)
            return (day, i + 1 < tokens.Count && DayEndings.Contains(tokens[i + 1].Folded) && Token.Between(text, tokens, i) == "-"
                ? i + 2 : i + 1);
        if (i >= tokens.Count) return null;
        if (Ordinal(tokens[i]) is { } ordinal) return (ordinal, i + 1);
        return i + 1 < tokens.Count && Numbers.Find(tokens[i]).FirstOrDefault() is "10" or "20" or "30"
            && Ordinal(tokens[i + 1]) is < 10 and { } ones
            && Count(tokens, i) is { } tens && tens + ones <= 31 ? (tens + ones, i + 2) : null;
    }

    static int? Ordinal(Token token) =>
        Ordinals.Find(token).FirstOrDefault() is { } key ? int.Parse(key, CultureInfo.InvariantCulture) : null;

    /// <summary>A day of the month in digits: 5, 5th.</summary>
    static int? DayNumber(IReadOnlyList<Token> tokens, int i)
    {
        if (i >= tokens.Count) return null;
        var digits = tokens[i].Text;
        if (digits.Length > 2 && digits[^2..].ToLowerInvariant() is "st" or "nd" or "rd" or "th") digits = digits[..^2];
        return digits.Length <= 2 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var day)
            && day is >= 1 and <= 31 ? day : null;
    }

    static bool IsYear(IReadOnlyList<Token> tokens, int i) =>
        i < tokens.Count && tokens[i].Text.Length == 4 && Number(tokens[i]) is >= FirstYear and <= LastYear;

    static int? Number(Token token) =>
        token.Text.Length <= 4 && int.TryParse(token.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    static bool IsJoin(string between) => between.Trim() is "-" or "–" or "—";
}
