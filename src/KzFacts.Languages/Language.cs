using System.Globalization;
using KzFacts.Data.Facts;
using KzFacts.Data.Registries;
using KzFacts.Data.Series;

namespace KzFacts.Languages;

/// <summary>A language of pages, charts and titles: its texts, and its rules for numbers and days. They are written here because
/// the program runs without the locale data of the machine. Each language has a folder. A missing member is a compile error.</summary>
public abstract class Language : IComparer<string?>
{
    /// <summary>All languages; the first one is the default.</summary>
    public static IReadOnlyList<Language> All { get; } = [new English.English(), new Russian.Russian(), new Kazakh.Kazakh()];

    /// <summary>The language of addresses without a prefix, and of texts without a translation.</summary>
    public static Language Default => All[0];

    /// <summary>The language with an ISO 639-1 code, or null.</summary>
    public static Language? Find(string? code) => All.FirstOrDefault(language => language.Code == code);

    /// <summary>ISO 639-1.</summary>
    public abstract string Code { get; }

    /// <summary>Its own name.</summary>
    public abstract string Name { get; }

    /// <summary>The locale for Open Graph, such as en_GB.</summary>
    public abstract string Locale { get; }

    /// <summary>The words for the closed words of the contract.</summary>
    public abstract WordTexts Words { get; }

    /// <summary>The words for each kind of fact and its fields, and the rules for titles.</summary>
    public abstract FactTexts Facts { get; }

    /// <summary>The texts of the pages.</summary>
    public abstract PageTexts Pages { get; }

    /// <summary>The texts of the charts.</summary>
    public abstract ChartTexts Charts { get; }

    /// <summary>The letters in alphabetical order, in lower case.</summary>
    protected abstract string Alphabet { get; }

    /// <summary>The separator of groups of three digits.</summary>
    protected abstract string Thousands { get; }

    /// <summary>The fewest digits that are grouped.</summary>
    protected abstract int FewestGroupedDigits { get; }

    protected abstract string DecimalPoint { get; }

    /// <summary>The names of the months within a date.</summary>
    protected abstract IReadOnlyList<string> Months { get; }

    /// <summary>The names of the months without a day.</summary>
    protected virtual IReadOnlyList<string> MonthsAlone => Months;

    /// <summary>The names of the months at an axis.</summary>
    protected abstract IReadOnlyList<string> ShortMonths { get; }

    /// <summary>The name in this language, or in the most suitable other one, with the code of its language.</summary>
    public abstract (string Text, string Code) Nearest(LocalNames names);

    /// <summary>The lower-case form of a letter, for sorting.</summary>
    protected virtual char ToLower(char letter) => char.ToLowerInvariant(letter);

    protected abstract string SayDay(int day, string month, int year);

    protected abstract string SayMonth(string month, int year);

    /// <summary>The prefix of the paths of its pages.</summary>
    public string Prefix => this == Default ? "" : $"/{Code}";

    public string Say(DateOnly day) => SayDay(day.Day, Months[day.Month - 1], day.Year);

    /// <summary>A day without its year.</summary>
    public string SayShort(DateOnly day) => $"{day.Day} {Months[day.Month - 1]}";

    /// <summary>A day without its year, for an axis. It does not break into two lines.</summary>
    public string SayBriefly(DateOnly day) => $"{day.Day}\u00a0{ShortMonths[day.Month - 1]}";

    /// <summary>A month for an axis.</summary>
    public string SayMonthBriefly(DateOnly day) => $"{ShortMonths[day.Month - 1]} {day.Year}";

    /// <summary>A partial ISO 8601 date.</summary>
    public string Say(string partial) => !PartialDate.TryParse(partial, out var date) ? partial : date.Precision switch
    {
        Precision.Year => $"{date.First.Year}",
        Precision.Month => SayMonth(MonthsAlone[date.First.Month - 1], date.First.Year),
        _ => date.Time is { } time ? $"{Say(date.First)}, {time}" : Say(date.First),
    };

    /// <summary>The time of a fact, as precisely as it is known.</summary>
    public string Say(Fact fact) => (fact.Began(), fact.Ended()) switch
    {
        (null, var by) => Words.By(Say(by)),
        ({ } began, var ended) when began != ended => $"{Say(began)} – {Say(ended)}",
        ({ } began, _) => fact.Time is { } time ? $"{Say(began)}, {time}" : Say(began),
    };

    public string Say(double number)
    {
        var parts = Math.Abs(number).ToString("0.##########", CultureInfo.InvariantCulture).Split('.');
        if (parts[0].Length >= FewestGroupedDigits)
            for (var i = parts[0].Length - 3; i > 0; i -= 3) parts[0] = parts[0].Insert(i, Thousands);
        return (number < 0 ? "−" : "") + string.Join(DecimalPoint, parts);
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

    /// <summary>A closed word of the contract.</summary>
    public string Say(Enum word) => word is Kind kind ? Facts.Of(kind).Name : Words.Closed[word];

    /// <summary>A name, in the most suitable language that it has.</summary>
    public string Say(LocalNames names) => Nearest(names).Text;

    public string Say(Label label) => label.Names is { } names ? Say(names) : label.Name;

    /// <summary>A figure in signs that need no words: 120, 10–20, ≥ 10, ≤ 10.</summary>
    public string Say(Band band) => band.Text switch
    {
        _ when band.Text.StartsWith("up to ", StringComparison.Ordinal) => $"≤\u00a0{Say(band.Best)}",
        _ when band.Text.EndsWith(" or more", StringComparison.Ordinal) => $"≥\u00a0{Say(band.Best)}",
        _ => string.Join('–', band.Text.Split('–').Select(part => Say(double.Parse(part, CultureInfo.InvariantCulture)))),
    };

    /// <summary>A number with the noun that it counts.</summary>
    public string Say(long number, Plural noun) => $"{Say(number)} {noun.Of(number)}";

    /// <summary>The name of a language by its ISO 639-1 code. The code itself if the name is unknown.</summary>
    public string SayLanguage(string code) => Words.LanguageNames.GetValueOrDefault(code, code);

    /// <summary>Alphabetical order. Digits and letters of other alphabets come first, in the order of Unicode.</summary>
    public int Compare(string? x, string? y) => string.CompareOrdinal(KeyOf(x), KeyOf(y));

    string KeyOf(string? name) =>
        string.Concat((name ?? "").Select(ToLower).Select(c => Alphabet.IndexOf(c) is var at and >= 0 ? (char)('\ue000' + at) : c));
}
