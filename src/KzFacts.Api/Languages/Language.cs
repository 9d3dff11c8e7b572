using System.Globalization;
using KzFacts.Data.Facts;
using KzFacts.Data.Names;
using KzFacts.Data.Series;

namespace KzFacts.Api.Languages;

/// <summary>A language of pages and charts: its words, and how it writes numbers and days. The program runs without a machine's locales, so what
/// others leave to them is data here.</summary>
public sealed record Language : IComparer<string?>
{
    public static readonly Language English = new()
    {
        Code = "en", Name = "English", Locale = "en_GB", Words = EnglishWords.All, Thousands = ",", Point = ".", Alphabet = "abcdefghijklmnopqrstuvwxyz",
        Months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
        ShortMonths = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
        DayForm = "{0} {1} {2}", MonthForm = "{1} {2}",
    };

    public static readonly Language Russian = new()
    {
        Code = "ru", Name = "Русский", Locale = "ru_RU", Words = RussianWords.All, Thousands = "\u00a0", Point = ",", Alphabet = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        Months = ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"],
        MonthsAlone = ["январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"],
        ShortMonths = ["янв.", "февр.", "марта", "апр.", "мая", "июня", "июля", "авг.", "сент.", "окт.", "нояб.", "дек."],
        DayForm = "{0} {1} {2} года", MonthForm = "{1} {2} года",
    };

    public static readonly Language Kazakh = new()
    {
        Code = "kk", Name = "Қазақша", Locale = "kk_KZ", Words = KazakhWords.All, Thousands = "\u00a0", Point = ",", Alphabet = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
        Months = ["қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан"],
        ShortMonths = ["қаң.", "ақп.", "нау.", "сәу.", "мам.", "мау.", "шіл.", "там.", "қыр.", "қаз.", "қар.", "жел."],
        DayForm = "{2} жылғы {0} {1}", MonthForm = "{2} жылғы {1}",
    };

    public static readonly IReadOnlyList<Language> All = [English, Russian, Kazakh];

    public static Language Of(string? code) => All.FirstOrDefault(language => language.Code == code) ?? English;

    /// <summary>ISO 639-1.</summary>
    public required string Code { get; init; }

    /// <summary>Its own name.</summary>
    public required string Name { get; init; }

    public required string Locale { get; init; }

    public required WordTexts Words { get; init; }

    public required string Thousands { get; init; }

    public required string Point { get; init; }

    public required string Alphabet { get; init; }

    /// <summary>The months as they stand in a date.</summary>
    public required string[] Months { get; init; }

    /// <summary>The months as they stand alone, where that differs.</summary>
    public string[]? MonthsAlone { get; init; }

    /// <summary>The months as they stand at an axis.</summary>
    public required string[] ShortMonths { get; init; }

    public required string DayForm { get; init; }

    public required string MonthForm { get; init; }

    /// <summary>What stands before the paths of its pages.</summary>
    public string Prefix => Code == "en" ? "" : $"/{Code}";

    public string Say(DateOnly day) => string.Format(CultureInfo.InvariantCulture, DayForm, day.Day, Months[day.Month - 1], day.Year);

    /// <summary>A day without its year.</summary>
    public string SayShort(DateOnly day) => $"{day.Day} {Months[day.Month - 1]}";

    /// <summary>The same as it stands at an axis, on one line.</summary>
    public string SayBriefly(DateOnly day) => $"{day.Day}\u00a0{ShortMonths[day.Month - 1]}";

    /// <summary>A month as it stands at an axis.</summary>
    public string SayMonthBriefly(DateOnly day) => $"{ShortMonths[day.Month - 1]} {day.Year}";

    /// <summary>An ISO 8601 date cut to what is known.</summary>
    public string Say(string partial) => !PartialDate.TryParse(partial, out var date) ? partial : date.Precision switch
    {
        Precision.Year => $"{date.First.Year}",
        Precision.Month => SayMonth(date.First),
        _ => date.Time is { } time ? $"{Say(date.First)}, {time}" : Say(date.First),
    };

    /// <summary>When a fact was, as exactly as it is known.</summary>
    public string Say(Fact fact) => (fact.Began(), fact.Ended()) switch
    {
        (null, var by) => Words.By(Say(by)),
        ({ } began, var ended) when began != ended => $"{Say(began)} – {Say(ended)}",
        ({ } began, _) => fact.Time is { } time ? $"{Say(began)}, {time}" : Say(began),
    };

    public string Say(double number)
    {
        var parts = Math.Abs(number).ToString("0.##########", CultureInfo.InvariantCulture).Split('.');
        for (var i = parts[0].Length - 3; i > 0 && parts[0].Length > (Thousands == "," ? 3 : 4); i -= 3) parts[0] = parts[0].Insert(i, Thousands);
        return (number < 0 ? "−" : "") + string.Join(Point, parts);
    }

    public string Say(NumberRange? range) => range is null ? "" : Say(range.Min, range.Max);

    public string Say(double? min, double? max) => (min, max) switch
    {
        ({ } a, { } b) when a.Equals(b) => Say(a),
        ({ } a, { } b) => $"{Say(a)}–{Say(b)}",
        ({ } a, null) => Words.OrMore(Say(a)),
        (null, { } b) => Words.UpTo(Say(b)),
        _ => "",
    };

    public string Say(Enum word) => Words.Closed[word];

    /// <summary>A name; Kazakh falls back on Russian, and both on English.</summary>
    public string Say(LocalNames names) => Code switch { "ru" => names.Ru, "kk" => names.Kk ?? names.Ru, _ => null } ?? names.En;

    public string Say(Label label) => label.Names is { } names ? Say(names) : label.Name;

    /// <summary>A figure in signs that need no words: 120, 10–20, ≥ 10, ≤ 10.</summary>
    public string Say(Band band) => band.Text switch
    {
        _ when band.Text.StartsWith("up to ", StringComparison.Ordinal) => $"≤\u00a0{Say(band.Best)}",
        _ when band.Text.EndsWith(" or more", StringComparison.Ordinal) => $"≥\u00a0{Say(band.Best)}",
        _ => string.Join('–', band.Text.Split('–').Select(part => Say(double.Parse(part, CultureInfo.InvariantCulture)))),
    };

    /// <summary>A number with the noun it counts.</summary>
    public string Say(long number, Plural noun) => $"{Say(number)} {noun.Of(number)}";

    string SayMonth(DateOnly day) => string.Format(CultureInfo.InvariantCulture, MonthForm, day.Day, (MonthsAlone ?? Months)[day.Month - 1], day.Year);

    /// <summary>In the order of the alphabet; other letters and digits stand where Unicode has them, before it.</summary>
    public int Compare(string? x, string? y) => string.CompareOrdinal(Key(x), Key(y));

    string Key(string? name) => string.Concat((name ?? "").ToLowerInvariant().Select(c => Alphabet.Contains(c) ? (char)('\ue000' + Alphabet.IndexOf(c)) : c));
}

/// <summary>The forms of a noun after a number: one (Kazakh), two (English) or three (Russian).</summary>
public sealed record Plural(params string[] Forms)
{
    public string Of(long number) => Forms switch
    {
        [var only] => only,
        [var one, var other] => number == 1 ? one : other,
        [var one, var few, var many] => (number % 10, number % 100) switch
        {
            (1, not 11) => one,
            (2 or 3 or 4, not (12 or 13 or 14)) => few,
            _ => many,
        },
        _ => throw new NotSupportedException($"A noun has one, two or three forms, not {Forms.Length}."),
    };
}
