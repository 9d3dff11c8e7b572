using FluentAssertions;
using KzFacts.Data.Checking;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Checking;

/// <summary>What a sentence leaves out is taken from its text: the day, the headline, the sentences before.</summary>
public sealed class ContextTests(Served served)
{
    [Fact]
    public void The_day_of_the_text_counts_for_a_sentence_without_one()
    {
        var found = Checked.FactsOf(served.Snapshot, "325 people were killed in Kazakhstan.", new(2022, 1, 15));

        found.Should().Contain(fact => fact.Fact.Id == "2022-01-15-killed-225" && fact.Judgement == Judgement.Conflicts);
    }

    [Fact]
    public void A_headline_gives_its_day_and_country_to_the_points_of_a_list()
    {
        var found = Check("❗️Казахстан, главное к 15 января:\n— погибли 325 человек\n— пострадали 4 353 человека", new(2022, 1, 16));

        found.Sentences.Select(sentence => sentence.Facts[0]).Select(fact => (fact.Fact.Id, fact.Judgement)).Should().Equal(
            ("2022-01-15-killed-225", Judgement.Conflicts), ("2022-01-15-injured-4353", Judgement.Supports));
    }

    [Fact]
    public void A_sentence_without_a_day_and_place_takes_those_of_the_sentences_before()
    {
        var found = Check("Prosecutors in Kazakhstan reported on 15 January 2022. The death toll now stands at 325.");

        found.Sentences[^1].Facts[0].Should().Match<CheckedFact>(fact =>
            fact.Fact.Id == "2022-01-15-killed-225" && fact.Judgement == Judgement.Conflicts);
    }

    [Fact]
    public void A_count_of_an_earlier_day_agrees_only_in_part_with_a_text_of_a_later_day() =>
        Checked.FactsOf(served.Snapshot, "225 people were killed in Kazakhstan.", new(2022, 3, 1))
            .Should().Contain(fact => fact.Fact.Id == "2022-01-15-killed-225" && fact.Judgement == Judgement.Partly);

    [Fact]
    public void A_link_in_a_text_is_looked_up_and_its_numbers_count_nothing()
    {
        var answer = Check("Read this: (https://tass.ru/mezhdunarodnaya-panorama/13379037?from=tg)");

        answer.Links.Should().ContainSingle().Which.Source.Id.Should().Be("tass-ru-13379037-164");
        answer.Sentences.Should().BeEmpty();
    }

    CheckAnswer Check(string text, DateOnly? date = null)
    {
        using var lane = served.Snapshot.Rent(Timeout.InfiniteTimeSpan, TestContext.Current.CancellationToken);
        return KzFacts.Data.Checking.Check.Of(lane, new(text, date));
    }
}
