using FluentAssertions;
using KzFacts.Data.Checking;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Checking;

/// <summary>Sentences that must not be called supported, because they do not say what the fact says.</summary>
public sealed class SupportTests(Served served)
{
    [Theory]
    [InlineData("At least 164 people were killed in Kazakhstan.")]
    [InlineData("More than 200 people were killed in Kazakhstan.")]
    [InlineData("At least 225 people were killed in Kazakhstan by 20 January 2022.")]
    [InlineData("More than 225 people were killed in Kazakhstan by 15 January 2022.")]
    [InlineData("Fewer than 225 people were killed in Kazakhstan by 15 January 2022.")]
    [InlineData("Более 220 человек погибли в Казахстане.")]
    [InlineData("Қазақстанда кемінде 220 адам қаза тапты.")]
    public void A_bound_does_not_support_an_exact_count_of_another_day_nor_one_that_it_leaves_out(string sentence) =>
        IsNotSupported(sentence);

    [Theory]
    [InlineData("On 15 January 2022 prosecutors said 230 people had been killed in Kazakhstan.")]
    [InlineData("About 220 people were killed in Kazakhstan by 14 March 2022.")]
    [InlineData("По состоянию на 9 января 2022 года в Казахстане задержаны 5000 человек.")]
    public void A_rounded_number_does_not_support_an_exact_count_of_another_day(string sentence) => IsNotSupported(sentence);

    [Theory]
    [InlineData("The price of gas rose from 50 to 120 tenge in Zhanaozen.")]
    [InlineData("The price of gas rose from 120 to 50 tenge in Zhanaozen.")]
    [InlineData("The price of gas in Mangystau fell from 120 to 60 tenge on 1 January 2022.")]
    [InlineData("Kazakhstan's central bank cut its base rate from 10.25% to 9.75% in January 2022.")]
    [InlineData("The base rate was cut to 10.25 percent.")]
    [InlineData("Bitcoin rose from $42,500 to $46,800 on 6 January 2022.")]
    [InlineData("Цена на газ в Мангистау выросла с 50 до 120 тенге за литр.")]
    [InlineData("Базовая ставка снижена с 10,25% до 9,75%.")]
    [InlineData("Brent slipped to 82 dollars.")]
    [InlineData("Brent lost ground to 82 dollars on 6 January 2022.")]
    [InlineData("Нефть Brent просела до 82 долларов.")]
    [InlineData("Bitcoin rallied to 42,500 dollars on 6 January 2022.")]
    [InlineData("Маңғыстауда газ бағасы 120 теңгеден 60 теңгеге түсті.")]
    public void The_opposite_direction_is_not_supported(string sentence) => IsNotSupported(sentence);

    [Theory]
    [InlineData("The state of emergency in Kazakhstan began on 10 January 2022.")]
    [InlineData("A nationwide state of emergency was declared in Kazakhstan on 12 January 2022.")]
    [InlineData("Чрезвычайное положение в Казахстане введено 10 января 2022 года.")]
    [InlineData("Karim Massimov was sentenced to 18 years on 1 April 2023.")]
    [InlineData("Bektanov was arrested on 1 February 2022.")]
    public void A_day_within_a_span_is_not_its_beginning(string sentence) => IsNotSupported(sentence);

    [Theory]
    [InlineData("225 people were injured in Kazakhstan, prosecutors said on 15 January 2022.")]
    [InlineData("500 soldiers of Belarus were injured in Almaty.")]
    [InlineData("150 Kyrgyz soldiers were killed in Kazakhstan.")]
    [InlineData("225 people were detained in Kazakhstan, prosecutors said on 15 January 2022.")]
    [InlineData("15 января 2022 года прокуратура сообщила, что в Казахстане ранены 225 человек.")]
    public void A_number_does_not_support_a_count_of_something_else(string sentence) => IsNotSupported(sentence);

    [Theory]
    [InlineData("Security forces fired first on Republic Square in Almaty.")]
    [InlineData("Security forces guarded the concert on Republic Square in Almaty.")]
    [InlineData("Security forces celebrated a wedding on Republic Square in Almaty.")]
    [InlineData("The state of emergency in Almaty ended on 5 January 2022.")]
    [InlineData("The CSTO refused to send peacekeepers to Kazakhstan on 6 January 2022.")]
    public void Names_and_places_that_a_fact_shares_do_not_make_it_support_another_deed(string sentence) => IsNotSupported(sentence);

    [Theory]
    [InlineData("225 people were killed in Kazakhstan by 15 January 2022.", "2022-01-15-killed-225")]
    [InlineData("More than 200 people were killed in Kazakhstan by 15 January 2022.", "2022-01-15-killed-225")]
    [InlineData("The price of gas fell from 120 to 50 tenge in Zhanaozen.", "2022-01-04-lpg-mangystau-to-50")]
    [InlineData("Цена на газ в Мангистау выросла с 60 до 120 тенге за литр.", "2022-01-01-lpg-mangystau-doubled")]
    [InlineData("Маңғыстауда сұйытылған газдың литрі 60 теңгеден 120 теңгеге дейін қымбаттады.", "2022-01-01-lpg-mangystau-doubled")]
    [InlineData("Kazakhstan's central bank raised its base rate from 9.75% to 10.25% in January 2022.", "2022-01-25-base-rate")]
    [InlineData("Bitcoin fell from $46,800 to $42,500 on 6 January 2022.", "2022-01-06-bitcoin-price")]
    [InlineData("Kazakhstan declared a nationwide state of emergency on 5 January 2022.", "2022-01-05-nationwide-state-of-emergency")]
    [InlineData("225 people were killed in Kazakhstan, prosecutors said on 15 January 2022.", "2022-01-15-toll-225-announced")]
    [InlineData("Tokayev won the snap election with 81.3% of the vote.", "2022-11-20-presidential-election")]
    public void A_sentence_that_says_the_same_is_supported(string sentence, string id) =>
        Check(sentence).Should().Contain(fact => fact.Judgement == Judgement.Supports && fact.Fact.Id == id);

    [Fact]
    public void The_beginning_of_a_mission_does_not_conflict_with_its_end() =>
        Check("The CSTO peacekeeping mission in Kazakhstan started on 6 January 2022.").Should()
            .NotContain(fact => fact.Judgement == Judgement.Conflicts);

    void IsNotSupported(string sentence) =>
        Check(sentence).Where(fact => fact.Judgement == Judgement.Supports).Select(fact => fact.Fact.Id).Should().BeEmpty();

    IReadOnlyList<CheckedFact> Check(string sentence) => Checked.FactsOf(served.Snapshot, sentence);
}
