using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace KzFacts.Data.Facts;

/// <summary>A partial ISO 8601 date: <c>2022</c>, <c>2022-01</c>, <c>2022-01-05</c>, or a local time with its offset from UTC, such
/// as <c>2022-01-05T16:00+01:00</c>.</summary>
[JsonConverter(typeof(Converter))]
public readonly partial record struct PartialDate
{
    PartialDate(string text, DateOnly first, DateOnly last, string? time, Precision precision) =>
        (Text, First, Last, Time, Precision) = (text, first, last, time, precision);

    public string Text { get; }

    /// <summary>The first day of the period.</summary>
    public DateOnly First { get; }

    /// <summary>The last day of the period.</summary>
    public DateOnly Last { get; }

    /// <summary>HH:MM, or null.</summary>
    public string? Time { get; }

    public Precision Precision { get; }

    public static bool TryParse(string text, out PartialDate date)
    {
        date = default;
        var match = Form().Match(text);
        if (!match.Success) return false;
        int Part(int group, int otherwise) =>
            match.Groups[group].Success ? int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : otherwise;
        var (year, month, day) = (Part(1, 0), Part(2, 1), Part(3, 1));
        if (year is 0 || month is 0 or > 12 || day is 0 || day > DateTime.DaysInMonth(year, month)) return false;
        if (match.Groups[4].Success && !TimeOnly.TryParseExact(match.Groups[4].Value, "HH:mm", CultureInfo.InvariantCulture,
            DateTimeStyles.None, out _)) return false;
        var first = new DateOnly(year, month, day);
        date = match switch
        {
            _ when match.Groups[4].Success => new(text, first, first, match.Groups[4].Value, Precision.Minute),
            _ when match.Groups[3].Success => new(text, first, first, null, Precision.Day),
            _ when match.Groups[2].Success => new(text, first, new(year, month, DateTime.DaysInMonth(year, month)), null, Precision.Month),
            _ => new(text, first, new(year, 12, 31), null, Precision.Year),
        };
        return true;
    }

    [GeneratedRegex(@"^([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2})(?:T([0-9]{2}:[0-9]{2})[+-](?:0[0-9]|1[0-4]):[0-5][0-9])?)?)?\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Form();

    public override string ToString() => Text;

    sealed class Converter : JsonConverter<PartialDate>
    {
        public override PartialDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetString() is { } text && TryParse(text, out var date) ? date : throw new JsonException("This is not a date.");

        public override void Write(Utf8JsonWriter writer, PartialDate value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Text);
    }
}
