using System.Globalization;
using CsCheck;
using FluentAssertions;
using KzFacts.Data.Checking;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Checking;

/// <summary>The elements that are read from a sentence: numbers, days, names.</summary>
public sealed class ElementTests(Served served)
{
    static readonly DateOnly Friday = new(2022, 1, 7);

    [Theory]
    [InlineData("2030 soldiers", "2030")]
    [InlineData("2,030 soldiers", "2030")]
    [InlineData("2 030 военнослужащих", "2030")]
    [InlineData("2\u00a0030 военнослужащих", "2030")]
    [InlineData("2.03 thousand soldiers", "2030")]
    [InlineData("2,03 тысячи военнослужащих", "2030")]
    [InlineData("two thousand and thirty soldiers", "2030")]
    [InlineData("две тысячи тридцать военнослужащих", "2030")]
    [InlineData("екі мың отыз сарбаз", "2030")]
    [InlineData("four thousand three hundred and fifty-three people", "4353")]
    [InlineData("сто шестьдесят четыре человека", "164")]
    [InlineData("twenty-six attackers", "26")]
    [InlineData("a thousand people", "1000")]
    [InlineData("1.5 million people", "1500000")]
    [InlineData("more than 2,000 people", "2000 or more")]
    [InlineData("at least ten people", "10 or more")]
    [InlineData("более 2000 человек", "2000 or more")]
    [InlineData("до 4000 человек", "up to 4000")]
    [InlineData("up to 4,000 people", "up to 4000")]
    [InlineData("no more than 50 people", "up to 50")]
    [InlineData("between 2,000 and 2,500 people", "2000–2500")]
    [InlineData("85–90 tenge", "85–90")]
    [InlineData("2–3 thousand people", "2000–3000")]
    [InlineData("from 60 to 120 tenge", "60", "120")]
    [InlineData("12 000 человек", "12000")]
    [InlineData("12.000 people", "12000")]
    [InlineData("12’000 people", "12000")]
    [InlineData("12'000 people", "12000")]
    [InlineData("12k people", "12000")]
    [InlineData("12K people", "12000")]
    [InlineData("12 тыс. человек", "12000")]
    [InlineData("12тыс. человек", "12000")]
    [InlineData("12-ти тысяч человек", "12000")]
    [InlineData("12 мың адам", "12000")]
    [InlineData("12 мыңдай адам", "12000")]
    [InlineData("a dozen thousand people", "12000")]
    [InlineData("дюжина тысяч человек", "12000")]
    [InlineData("шесть тысяч человек", "6000")]
    [InlineData("алты мың адам", "6000")]
    [InlineData("dozens of people")]
    [InlineData("thousands of people")]
    [InlineData("тысячи людей")]
    [InlineData("the 31st brigade with Il-76 and AI-92")]
    [InlineData("a 15-year-old at 23:00")]
    [InlineData("under Article 4")]
    [InlineData("on 5 January 2022")]
    [InlineData("one of them")]
    public void A_number_is_read_with_its_bounds(string text, params string[] numbers) =>
        Read(text).Figures.Select(figure => figure.Range.ToString()).Should().Equal(numbers);

    [Theory]
    [InlineData("120 tenge per litre", FigureSort.Money, "KZT", "litre")]
    [InlineData("120 тенге за литр", FigureSort.Money, "KZT", "litre")]
    [InlineData("$50 a barrel", FigureSort.Money, "USD", "barrel")]
    [InlineData("50 US dollars per barrel", FigureSort.Money, "USD", "barrel")]
    [InlineData("10.25 percent", FigureSort.Percent, null, null)]
    [InlineData("10,25 %", FigureSort.Percent, null, null)]
    [InlineData("180 days", FigureSort.Other, null, null)]
    [InlineData("164 people", FigureSort.Count, null, null)]
    public void A_number_is_read_with_its_unit(string text, FigureSort sort, string? currency, string? per)
    {
        var figure = Read(text).Figures.Should().ContainSingle().Subject;

        (figure.Sort, figure.Currency, figure.Per).Should().Be((sort, currency, per));
    }

    [Theory]
    [InlineData("5 January 2022", "2022-01-05")]
    [InlineData("5th of January, 2022", "2022-01-05")]
    [InlineData("January 5th, 2022", "2022-01-05")]
    [InlineData("Jan. 5, 2022", "2022-01-05")]
    [InlineData("5.01.2022", "2022-01-05")]
    [InlineData("2022-01-05", "2022-01-05")]
    [InlineData("25/1/2022", "2022-01-25")]
    [InlineData("5 января 2022 года", "2022-01-05")]
    [InlineData("5 января", "2022-01-05")]
    [InlineData("5 қаңтарда", "2022-01-05")]
    [InlineData("2022 жылғы 5 қаңтар", "2022-01-05")]
    [InlineData("5–6 January", "2022-01-05/2022-01-06")]
    [InlineData("in January 2022", "2022-01-01/2022-01-31")]
    [InlineData("в августе 2022 года", "2022-08-01/2022-08-31")]
    [InlineData("in 2022", "2022-01-01/2022-12-31")]
    [InlineData("yesterday", "2022-01-06")]
    [InlineData("on Thursday", "2022-01-06")]
    [InlineData("on Friday", "2022-01-07")]
    [InlineData("вчера", "2022-01-06")]
    [InlineData("в четверг", "2022-01-06")]
    [InlineData("кеше", "2022-01-06")]
    [InlineData("05.01.22", "2022-01-05")]
    [InlineData("2022/01/05", "2022-01-05")]
    [InlineData("20220105", "2022-01-05")]
    [InlineData("5-го января", "2022-01-05")]
    [InlineData("пятого января", "2022-01-05")]
    [InlineData("двадцать первого января", "2022-01-21")]
    [InlineData("the eighth of January", "2022-01-08")]
    [InlineData("January the twenty-first", "2022-01-21")]
    [InlineData("on the 8th", "2022-01-08")]
    [InlineData("8-го числа", "2022-01-08")]
    [InlineData("қаңтардың 5-і", "2022-01-05")]
    [InlineData("бесінші қаңтарда", "2022-01-05")]
    [InlineData("two days ago", "2022-01-05")]
    [InlineData("два дня назад", "2022-01-05")]
    [InlineData("екі күн бұрын", "2022-01-05")]
    [InlineData("the day before yesterday", "2022-01-05")]
    [InlineData("позавчера", "2022-01-05")]
    [InlineData("накануне", "2022-01-06")]
    [InlineData("31 February 2022")]
    [InlineData("2030 soldiers")]
    [InlineData("they may march")]
    public void A_day_is_read_in_its_usual_forms(string text, params string[] days) =>
        Read(text, Friday).Dates.Select(date => date.Days(2022)!.Value)
        .Select(date => date.First == date.Last ? $"{date.First:yyyy-MM-dd}" : $"{date.First:yyyy-MM-dd}/{date.Last:yyyy-MM-dd}").Should()
            .Equal(days);

    [Fact]
    public void Without_a_date_of_the_text_yesterday_is_a_day_that_nothing_settles() =>
        Read("yesterday and on Thursday").Dates.Should().ContainSingle().Which.IsUnknown.Should().BeTrue();

    [Theory]
    [InlineData("5/1/2022")]
    [InlineData("the day before")]
    public void A_day_that_may_be_one_of_two_is_neither_a_day_nor_a_number(string text)
    {
        Read(text, Friday).Dates.Should().ContainSingle().Which.IsUnknown.Should().BeTrue();
        Read(text, Friday).Figures.Should().BeEmpty();
    }

    [Theory]
    [InlineData("Zhanaozen", "zhanaozen")]
    [InlineData("Janaozen", "zhanaozen")]
    [InlineData("в Жанаозене", "zhanaozen")]
    [InlineData("Жаңаөзенде", "zhanaozen")]
    [InlineData("Токаевым", "kassym-jomart-tokayev")]
    [InlineData("Тоқаевтың", "kassym-jomart-tokayev")]
    [InlineData("Tokayev's", "kassym-jomart-tokayev")]
    [InlineData("Qasym-Jomart Toqayev", "kassym-jomart-tokayev")]
    [InlineData("российские", "russia")]
    [InlineData("Kyrgyz", "kyrgyzstan")]
    [InlineData("Western Zhanaozen oral price")]
    public void A_name_is_read_in_any_spelling_script_and_case(string text, params string[] ids)
    {
        var named = Read(text).Names.SelectMany(name => name.Actors.Union(name.Places)).Distinct();

        if (ids.Length > 0) named.Should().Equal(ids);
        else named.Should().Equal("zhanaozen");
    }

    [Fact]
    public void A_number_reads_alike_however_it_is_grouped() => Gen.Int[1, 999_999_999].Sample(number =>
    {
        var grouped = number.ToString("N0", CultureInfo.InvariantCulture);
        foreach (var text in new[] { $"{number}", grouped, grouped.Replace(',', ' '), grouped.Replace(',', '\u202f') })
            Read($"{text} people").Figures.Should().ContainSingle().Which.Range.Min.Should().Be(number);
    });

    [Fact]
    public void A_day_reads_alike_in_all_its_forms() => Gen.Int[0, 36_000].Select(new DateOnly(1950, 1, 1).AddDays).Sample(day =>
    {
        foreach (var text in new[] { $"{day:yyyy-MM-dd}", $"{day:d.MM.yyyy}", day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
            day.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture) })
            Read(text).Dates.Should().ContainSingle().Which.Days(2022).Should().Be((day, day));
    });

    StatedSentence Read(string text, DateOnly? published = null)
    {
        using var lane = served.Snapshot.Rent(Timeout.InfiniteTimeSpan);
        vocabulary ??= Vocabulary.Of(lane);
        return new(text, 0, text.Length, vocabulary, published);
    }

    Vocabulary? vocabulary;
}
