using System.Globalization;
using KzFacts.Data.Series;

namespace KzFacts.Api.Charts;

/// <summary>What charts say in a language, and how it writes numbers and days: the program runs without a machine's locales.</summary>
sealed partial record ChartLanguage
{
    public required string Code { get; init; }

    public required string Thousands { get; init; }

    public required string Point { get; init; }

    /// <summary>The months as they stand in a date.</summary>
    public required string[] Months { get; init; }

    /// <summary>The months as they stand at an axis.</summary>
    public required string[] ShortMonths { get; init; }

    /// <summary>A date: day, month and year.</summary>
    public required string DayForm { get; init; }

    public required IReadOnlyDictionary<Enum, string> Words { get; init; }

    public required string Prices { get; init; }

    public required string Tolls { get; init; }

    public required string Deployments { get; init; }

    public required string Map { get; init; }

    public required string Revision { get; init; }

    /// <summary>How many facts, of how many pages.</summary>
    public required Func<string, string, string> DrawnFrom { get; init; }

    public required Func<string, string> AsKnownOn { get; init; }

    public required string Empty { get; init; }

    public required string SinglePoint { get; init; }

    public required string SinglePoints { get; init; }

    public required Func<string, string> More { get; init; }

    public required string Band { get; init; }

    public required string Number { get; init; }

    public required string People { get; init; }

    public required string Best { get; init; }

    public required string MapUnit { get; init; }

    public required string NoNumber { get; init; }

    public required string Differ { get; init; }

    public required string Other { get; init; }

    public required string Everywhere { get; init; }

    public required Func<string, string> Facts { get; init; }

    public required Func<string, string> Aside { get; init; }

    public required string OffMap { get; init; }

    public required Func<string, string> Unplaced { get; init; }

    public required string Shaky { get; init; }

    public required string CannotDraw { get; init; }

    /// <summary>The title of a timeline, by its step.</summary>
    public required IReadOnlyDictionary<TimelineBucket, string> Timeline { get; init; }

    public string Say(DateOnly day) => string.Format(CultureInfo.InvariantCulture, DayForm, day.Day, Months[day.Month - 1], day.Year);

    public string SayShort(DateOnly day) => Code == "kk" ? $"{day.Day} {ShortMonths[day.Month - 1]}" : $"{day.Day}\u00a0{ShortMonths[day.Month - 1]}";

    public string Say(double number)
    {
        var parts = Math.Abs(number).ToString("0.####", CultureInfo.InvariantCulture).Split('.');
        for (var i = parts[0].Length - 3; i > 0 && parts[0].Length > (Thousands == "," ? 3 : 4); i -= 3) parts[0] = parts[0].Insert(i, Thousands);
        return (number < 0 ? "−" : "") + string.Join(Point, parts);
    }

    /// <summary>A figure in signs that need no words: 120, 10–20, ≥ 10, ≤ 10.</summary>
    public string Say(Band band) => band.Text switch
    {
        _ when band.Text.StartsWith("up to ", StringComparison.Ordinal) => $"≤\u00a0{Say(band.Best)}",
        _ when band.Text.EndsWith(" or more", StringComparison.Ordinal) => $"≥\u00a0{Say(band.Best)}",
        _ => string.Join('–', band.Text.Split('–').Select(part => Say(double.Parse(part, CultureInfo.InvariantCulture)))),
    };

    /// <summary>An ISO 8601 date cut to what is known.</summary>
    public string SayPartial(string date, DateOnly first) => date.Length switch { 4 => date, 7 => $"{ShortMonths[first.Month - 1]} {first.Year}", _ => Say(first) };

    public string Say(Label label) => (Code switch { "ru" => label.Names?.Ru, "kk" => label.Names?.Kk, _ => label.Names?.En }) ?? label.Name;

    public string Say(Enum word) => Words[word];

    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    public static ChartLanguage Of(string? code) => code switch { "ru" => Russian, "kk" => Kazakh, _ => English };

    /// <summary>The form of a Russian noun after a number.</summary>
    static string Plural(string number, string one, string few, string many)
    {
        var last = number.Length > 1 && number[^2] == '1' ? '0' : number[^1];
        return $"{number} {(last switch { '1' => one, '2' or '3' or '4' => few, _ => many })}";
    }
}
