using FluentAssertions;
using KzFacts.Data.Checking;
using KzFacts.Data.Facts;
using KzFacts.Data.Querying;
using KzFacts.Tests.Compiler;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Checking;

/// <summary>A sentence that gives a retracted figure as if it stood is answered with the retraction first, in the API and on the
/// page.</summary>
public sealed class RetractedFigureTests(Served served)
{
    public static TheoryData<string> Repeating =>
    [
        "164 people were killed in Kazakhstan",
        "At least 164 people were killed in Kazakhstan.",
        "More than 164 people were killed in Kazakhstan.",
        "More than 160 killed, 5,000 arrested during Kazakhstan riots",
        "В Казахстане погибли 164 человека",
        "Как минимум 164 человека погибли в Казахстане во время протестов",
        "Более 160 человек погибли в Казахстане",
        "Қазақстанда 164 адам қаза тапты",
        "Қазақстанда кемінде 164 адам қаза тапты",
        "No fewer than 164 people died in Kazakhstan",
        "В Казахстане погибли не менее 164 человек",
        "В Казахстане погибло не меньше 164 человек",
        "164 people were killed in protests in Kazakhstan",
        "According to the health ministry, 164 people were killed in protests that have rocked Kazakhstan over the past week.",
        "Число погибших в Казахстане выросло до 164",
        "Violence in Kazakhstan has claimed at least 164 lives",
        "Беспорядки в Казахстане унесли жизни 164 человек",
        "Қазақстанда 164 адам қайтыс болды",
        "Қазақстанда 164-тен астам адам қаза тапты",
        "Қазақстанда кем дегенде 164 адам қаза тапты",
        "The internet is not working, and 164 people were killed in Kazakhstan",
        "Погибли 164 человека, но интернет в Казахстане до сих пор не работает",
        "After a mistake by the authorities, 164 people were killed in Kazakhstan",
    ];

    [Theory, MemberData(nameof(Repeating))]
    public void The_retracted_fact_stands_first_with_the_day_who_retracted_it_and_what_took_its_place(string sentence)
    {
        var found = Check(sentence);

        found[0].Judgement.Should().Be(Judgement.RepeatsRetracted);
        found[0].Fact.Id.Should().Be("2022-01-09-killed-164");
        found[0].Fact.Retraction!.Should().Match<Retraction>(gone => gone.Since == new DateOnly(2022, 1, 9)
            && gone.Replacement!.Id == "2022-01-15-killed-225");
        found[0].Elements.Single(element => element.Element == Element.Status).Held.Should().Be(
            "retracted since 2022-01-09, by Ministry of Healthcare of Kazakhstan and Ministry of Information and Social Development of " +
            "Kazakhstan; replaced by 2022-01-15-killed-225");
        found.Should().NotContain(fact => fact.Judgement == Judgement.Supports && fact.Fact is Toll
            && ((Toll)fact.Fact).Measure == "killed");
    }

    [Theory]
    [InlineData("103 people were killed in Almaty.", "2022-01-09-killed-almaty-103")]
    [InlineData("В Кызылординской области погиб 21 человек.", "2022-01-09-killed-kyzylorda-region-21")]
    public void A_part_of_a_retracted_toll_is_found_too(string sentence, string id) =>
        Check(sentence)[0].Should().Match<CheckedFact>(found => found.Judgement == Judgement.RepeatsRetracted && found.Fact.Id == id);

    [Fact]
    public void A_sentence_that_repeats_two_retracted_figures_is_answered_with_both_first() =>
        Check("At least 164 people died in the violence, 103 of them in Almaty, the health ministry says").Take(2)
            .Where(found => found.Judgement == Judgement.RepeatsRetracted).Select(found => found.Fact.Id)
            .Should().BeEquivalentTo("2022-01-09-killed-164", "2022-01-09-killed-almaty-103");

    [Theory]
    [InlineData("The price of LPG rose from 60 to 120 tenge in Almaty.", Judgement.RepeatsRetracted)]
    [InlineData("The price of LPG in Almaty did not rise from 60 to 120 tenge.", Judgement.Related)]
    [InlineData("The price of LPG fell from 120 to 60 tenge in Almaty.", Judgement.Related)]
    [InlineData("The CSTO sent 2,030 troops to Almaty.", Judgement.RepeatsRetracted)]
    [InlineData("The CSTO did not send 2,030 troops to Almaty.", Judgement.Related)]
    [InlineData("The CSTO sent 2,030 troops to Almaty on 6 January 2023.", Judgement.Related)]
    public void Only_a_sentence_that_says_the_same_repeats_a_retracted_price_or_deployment(string sentence, Judgement judgement)
    {
        const string claims = "  claims:\n    - source: kloop\n      stance: retracts\n      evidence: { start: a, end: mistake }\n";
        using var seeds = new SmallSeeds();
        seeds.Add("words", "- { registry: currency, key: KZT, labels: { en: tenge } }")
            .Change("price-changes", "  claims:\n", $"  currency: KZT\n{claims}").Change("deployments", "  claims:\n", claims);
        seeds.Errors().Should().BeEmpty();
        using var snapshot = Snapshot.Open(seeds.Database);

        Checked.FactsOf(snapshot, sentence).Where(fact => fact.Fact is PriceChange or Deployment).Should()
            .ContainSingle().Which.Judgement.Should().Be(judgement);
    }

    [Theory]
    [InlineData("The Health Ministry withdrew its figure of 164 dead in Kazakhstan.")]
    [InlineData("The figure of 164 dead was a mistake, the information ministry said.")]
    [InlineData("Минздрав Казахстана опроверг сообщение о 164 погибших.")]
    [InlineData("It is not true that 164 people were killed in Kazakhstan.")]
    [InlineData("On 6 January 2022, 164 people were killed in Kazakhstan.")]
    [InlineData("164 people were killed in an earthquake in Turkey.")]
    [InlineData("164 people were killed in Ukraine on 9 January 2022.")]
    [InlineData("On 3 March 2023, 164 people were killed in Kazakhstan.")]
    [InlineData("Did 164 people die in Kazakhstan?")]
    [InlineData("Правда ли, что в Казахстане погибли 164 человека?")]
    [InlineData("The ministry deleted its post that 164 people were killed in Kazakhstan.")]
    [InlineData("Фейк: в Казахстане погибли 164 человека.")]
    [InlineData("More than 100 people were killed in Kazakhstan.")]
    [InlineData("164 people were detained in Kazakhstan.")]
    [InlineData("225 people were killed in Kazakhstan by 15 January 2022.")]
    public void To_report_the_retraction_or_to_speak_of_another_count_is_not_to_repeat_it(string sentence) =>
        Check(sentence).Should().NotContain(fact => fact.Judgement == Judgement.RepeatsRetracted);

    [Theory]
    [InlineData("", "9 January 2022", "Ministry of Healthcare of Kazakhstan")]
    [InlineData("/ru", "9 января 2022", "Министерство здравоохранения Казахстана")]
    [InlineData("/kk", "2022 жылғы 9 қаңтар", "Қазақстан")]
    public async Task The_page_shows_it_in_red_with_who_retracted_it_and_when_and_what_took_its_place(string prefix, string day, string who)
    {
        foreach (var sentence in Repeating)
        {
            var html = await served.Client.GetStringAsync($"{prefix}/search?q={Uri.EscapeDataString(sentence.Data)}",
                TestContext.Current.CancellationToken);

            var box = html[html.IndexOf("class=\"match retracted\"", StringComparison.Ordinal)..].Split("</section>")[0];
            box.Should().Contain($"href=\"{prefix}/facts/2022-01-09-killed-164\"").And.Contain(day).And.Contain(who).And.Contain(
                $"href=\"{prefix}/facts/2022-01-15-killed-225\"");
        }
    }

    [Fact]
    public async Task The_page_shows_a_retracted_fact_that_is_merely_related()
    {
        var html = await served.Client.GetStringAsync("/search?q=Tokayev+tweeted+that+terrorists+must+be+killed",
            TestContext.Current.CancellationToken);

        html.Should().Contain("/facts/2022-01-07-tokayev-tweet-must-kill-them\"").And.Contain("reported by ryb.ru, Vigilant News");
    }

    IReadOnlyList<CheckedFact> Check(string sentence) => Checked.FactsOf(served.Snapshot, sentence);
}
