using FluentAssertions;
using KzFacts.Data.Checking;
using KzFacts.Data.Facts;
using KzFacts.Data.Querying;
using KzFacts.Data.Registries;
using KzFacts.Languages;

namespace KzFacts.Tests.Pages;

public sealed class TextTests
{
    public static TheoryData<string> Languages => [.. Language.All.Select(language => language.Code)];

    static Language Of(string code) => Language.Find(code)!;

    [Theory, MemberData(nameof(Languages))]
    public void Every_closed_word_has_a_text(string code)
    {
        Type[] words =
        [
            typeof(Status), typeof(Stance), typeof(Modality), typeof(RelationType), typeof(Role), typeof(Agreement), typeof(Phase),
                typeof(Channel), typeof(EventType),
            typeof(ActorKind), typeof(PlaceKind), typeof(SourceKind), typeof(MatchLevel), typeof(Judgement), typeof(Element),
        ];

        words.SelectMany(type => Enum.GetValues(type).Cast<Enum>()).Should().OnlyContain(word => Of(code).Words.Closed.ContainsKey(word));
        Enum.GetValues<Kind>().Should().OnlyContain(kind => Of(code).Say(kind).Length > 0);
        Enum.GetValues<Status>().Should().OnlyContain(status => Of(code).Words.Meanings.ContainsKey(status));
    }

    [Theory, MemberData(nameof(Languages))]
    public void No_text_is_empty(string code) =>
        new object[] { Of(code).Pages, Of(code).Charts }.Concat(Enum.GetValues<Kind>().Select(kind => Of(code).Facts.Of(kind)))
        .SelectMany(texts => texts.GetType().GetProperties().Where(property => property.PropertyType == typeof(string))
            .Select(property => (string?)property.GetValue(texts)))
        .Should().NotContain(text => string.IsNullOrWhiteSpace(text));

    [Theory]
    [InlineData("ru", 1, "1 страница")]
    [InlineData("ru", 3, "3 страницы")]
    [InlineData("ru", 11, "11 страниц")]
    [InlineData("ru", 14, "14 страниц")]
    [InlineData("ru", 21, "21 страница")]
    [InlineData("ru", 112, "112 страниц")]
    [InlineData("en", 1, "1 page")]
    [InlineData("en", 1962, "1,962 pages")]
    [InlineData("kk", 5, "5 бет")]
    [InlineData("kk", 20000, "20\u00a0000 бет")]
    public void A_noun_follows_its_number(string code, long number, string text) =>
        Of(code).Say(number, Of(code).Words.PageCount).Should().Be(text);

    [Theory]
    [InlineData("en", "2022-01-05", "5 January 2022")]
    [InlineData("ru", "2022-01-05", "5 января 2022 года")]
    [InlineData("kk", "2022-01-05", "2022 жылғы 5 қаңтар")]
    [InlineData("ru", "2022-01", "январь 2022 года")]
    [InlineData("en", "2022", "2022")]
    [InlineData("en", "2022-01-05T16:00+06:00", "5 January 2022, 16:00")]
    public void A_date_is_written_as_precisely_as_it_is_known(string code, string date, string text) =>
        Of(code).Say(date).Should().Be(text);

    [Theory]
    [InlineData("en", 1234567.5, "1,234,567.5")]
    [InlineData("ru", 1234567.5, "1\u00a0234\u00a0567,5")]
    [InlineData("ru", 1719, "1719")]
    [InlineData("kk", -2.25, "−2,25")]
    public void A_number_is_written_as_the_language_does(string code, double number, string text) => Of(code).Say(number).Should().Be(text);

    [Fact]
    public void Names_are_in_the_order_of_the_alphabet() =>
        new[] { "Шымкент", "Қарағанды", "Ақтау", "Алматы", "Әулиекөл", "Кентау" }.Order(Of("kk")).Should()
            .Equal("Ақтау", "Алматы", "Әулиекөл", "Кентау", "Қарағанды", "Шымкент");
}
