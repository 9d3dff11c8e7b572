using System.Text.Json;
using CsCheck;
using FluentAssertions;
using KzFacts.Data;
using KzFacts.Data.Facts;

namespace KzFacts.Tests.Data;

public sealed class PartialDateTests
{
    static readonly Gen<DateOnly> Day = Gen.Date[new(1900, 1, 1), new(2100, 12, 31)].Select(DateOnly.FromDateTime);

    [Theory]
    [InlineData("2022", "2022-01-01", "2022-12-31", null, Precision.Year)]
    [InlineData("2022-01", "2022-01-01", "2022-01-31", null, Precision.Month)]
    [InlineData("2022-02", "2022-02-01", "2022-02-28", null, Precision.Month)]
    [InlineData("2024-02", "2024-02-01", "2024-02-29", null, Precision.Month)]
    [InlineData("2022-01-05", "2022-01-05", "2022-01-05", null, Precision.Day)]
    [InlineData("2022-01-05T16:00+06:00", "2022-01-05", "2022-01-05", "16:00", Precision.Minute)]
    [InlineData("2022-01-05T00:00+06:00", "2022-01-05", "2022-01-05", "00:00", Precision.Minute)]
    public void A_date_names_a_period(string text, string first, string last, string? time, Precision precision)
    {
        PartialDate.TryParse(text, out var date).Should().BeTrue();

        ($"{date.First:yyyy-MM-dd}", $"{date.Last:yyyy-MM-dd}", date.Time, date.Precision).Should().Be((first, last, time, precision));
    }

    [Theory]
    [InlineData("")]
    [InlineData("22")]
    [InlineData("0000")]
    [InlineData("2022-1")]
    [InlineData("2022-00")]
    [InlineData("2022-13")]
    [InlineData("2022-01-00")]
    [InlineData("2022-02-29")]
    [InlineData("2022-02-30")]
    [InlineData("2022-01-32")]
    [InlineData("2022-01-05T16:00")]
    [InlineData("2022-01-05T16:00Z")]
    [InlineData("2022-01-05T16:00+15:00")]
    [InlineData("2022-01-05T24:00+06:00")]
    [InlineData("2022-01-05T16:60+06:00")]
    [InlineData("2022-01T16:00+06:00")]
    [InlineData("2022-01-05 16:00")]
    [InlineData(" 2022-01-05")]
    [InlineData("05.01.2022")]
    [InlineData("-2022")]
    [InlineData("circa 2022")]
    public void Text_that_is_not_a_date_is_refused(string text)
    {
        PartialDate.TryParse(text, out _).Should().BeFalse();
    }

    [Fact]
    public void Every_day_is_its_own_period() =>
        Day.Sample(day => PartialDate.TryParse($"{day:yyyy-MM-dd}", out var date) && date.First == day && date.Last == day);

    [Fact]
    public void A_month_and_a_year_hold_each_of_their_days() =>
        Day.Sample(day => new[] { "yyyy-MM", "yyyy" }.All(form =>
            PartialDate.TryParse(day.ToString(form), out var date) && date.First <= day && day <= date.Last
            && date.First.ToString(form) == date.Text && date.Last.ToString(form) == date.Text));

    [Fact]
    public void A_period_ends_the_day_before_the_next_begins() =>
        Day.Sample(day =>
            PartialDate.TryParse($"{day:yyyy-MM}", out var month) && PartialDate.TryParse($"{month.Last.AddDays(1):yyyy-MM}", out var next)
            && next.First == month.Last.AddDays(1));

    [Fact]
    public void A_date_is_written_as_it_was_read() =>
        Gen.Select(Day, Gen.OneOf("yyyy", "yyyy-MM", "yyyy-MM-dd")).Sample((day, form) =>
            PartialDate.TryParse(day.ToString(form), out var date)
            && JsonSerializer.Deserialize<PartialDate>(FactJson.Utf8(date), FactJson.Options) == date
            && date.ToString() == day.ToString(form));

    [Fact]
    public void Printable_text_is_a_date_or_none_and_never_fails() =>
        Gen.String[Gen.Char[' ', '~'], 0, 25].Sample(text =>
            PartialDate.TryParse(text, out var date) ? date.Text == text : date == default);
}
