using FluentAssertions;
using KzFacts.Data;
using KzFacts.Data.Facts;
using KzFacts.Data.Querying;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Compiler;

public sealed class FigureTests(Served served)
{
    [Fact]
    public void Before_the_doubling_gas_cost_60_by_most_and_50_to_60_by_others()
    {
        var before = FigureOf("2022-01-01-lpg-mangystau-doubled", "before");

        before.Best.Should().Be(Exactly(60));
        before.Values.Select(value => (value.Min, value.Max, value.Origins)).Should().Equal((60, 60, 7), (50, 60, 2));
        before.Values[1].Sources.Should().Equal("bbabo-706166-kp-lpg", "bhrrc-2022-01-03-price-hike");
    }

    [Fact]
    public void Ranges_that_overlap_agree()
    {
        FigureOf("2022-01-01-lpg-mangystau-doubled", "before").Should().Match<Figure>(
            figure => figure.Low == 50 && figure.High == 60 && figure.Agreement == Agreement.Agree);
    }

    [Fact]
    public void Pages_of_one_origin_count_once_for_a_value()
    {
        var sixty = FigureOf("2022-01-01-lpg-mangystau-doubled", "before").Values[0];

        sixty.Sources.Should().HaveCount(9);
        sixty.Origins.Should().Be(7);
    }

    [Fact]
    public void The_peacekeepers_were_2030_by_most_and_2000_to_2500_in_all()
    {
        var personnel = FigureOf("2022-01-09-csto-mission-strength-deployed-2030", "personnel");

        (personnel.Low, personnel.Best, personnel.High, personnel.Agreement).Should().Be((2000, Exactly(2030), 2500, Agreement.Differ));
    }

    [Fact]
    public void The_peacekeepers_were_planned_to_be_2500_and_up_to_4000()
    {
        var personnel = FigureOf("2022-01-06-csto-mission-strength-planned-2500", "personnel");

        (personnel.Low, personnel.Best, personnel.High, personnel.Agreement).Should().Be((2500, Exactly(2500), 4000, Agreement.Differ));
    }

    [Fact]
    public void The_Russian_contingent_was_reported_as_3000_and_up_to_5000()
    {
        var personnel = FigureOf("2022-01-06-russia-contingent-3000-reported", "personnel");

        (personnel.Low, personnel.Best, personnel.High, personnel.Agreement).Should().Be((3000, Exactly(3000), 5000, Agreement.Agree));
    }

    [Fact]
    public void An_open_bound_is_kept_and_its_other_bound_counts_for_low_and_high()
    {
        var personnel = FigureOf("2022-01-09-csto-mission-strength-deployed-2030", "personnel");

        personnel.Values.Should().Contain(value => value.Min == 2000 && value.Max == null);
        personnel.Low.Should().Be(2000);
    }

    [Fact]
    public void On_a_tie_of_origins_the_later_dated_value_is_the_best()
    {
        var cases = FigureOf("2022-03-14-torture-cases-234", "count");

        cases.Values.Select(value => value.Origins).Should().Equal(1, 1, 0);
        cases.Best.Should().Be(new NumberRange { Min = 190 });
        cases.Values[0].Sources.Should().Equal("opendemocracy-2022-12-23-torture");
    }

    [Fact]
    public void A_page_whose_value_is_null_gives_no_figure()
    {
        const string Page = "247newsagency-kaspi-halyk";

        FigureOf("2022-01-05-kazatomprom-gdr", "before").Values.SelectMany(value => value.Sources).Should().NotContain(Page);
        FigureOf("2022-01-05-kazatomprom-gdr", "percent").Values.SelectMany(value => value.Sources).Should().Contain(Page);
    }

    [Fact]
    public void A_field_for_which_no_page_gives_a_number_has_no_figure()
    {
        served.Snapshot.Find<Deployment>("2022-01-06-russia-31st-brigade-possible").Figures.Should().BeEmpty();
    }

    [Fact]
    public void Disputing_pages_give_no_figures()
    {
        var contingent = served.Snapshot.Find<Deployment>("2022-01-06-russia-contingent-3000-reported");

        contingent.Figures.SelectMany(figure => figure.Values).SelectMany(value => value.Sources).Should()
            .NotIntersectWith(contingent.Claims!.Where(claim => claim.Stance == Stance.Disputes).Select(claim => claim.Source.Id));
    }

    [Fact]
    public void Every_best_value_lies_within_low_and_high_and_is_the_first_of_the_values()
    {
        var figures = served.Snapshot.All(Catalog.Facts, new AnyFactFilter()).SelectMany(fact => fact.Figures).ToList();

        figures.Should().HaveCountGreaterThan(150).And.OnlyContain(figure =>
            figure.Low <= (figure.Best.Min ?? figure.Best.Max) && (figure.Best.Max ?? figure.Best.Min) <= figure.High
            && figure.Values[0].Min == figure.Best.Min && figure.Values[0].Max == figure.Best.Max);
    }

    [Theory]
    [InlineData("2022-01-01-lpg-mangystau-doubled", 100, true)]
    [InlineData("2022-01-04-lpg-mangystau-to-50", -58.33, true)]
    [InlineData("2022-07-06-lpg-caps-renewed", 0, true)]
    [InlineData("2022-01-kase-index", -6, false)]
    [InlineData("2022-01-06-cameco-share", -3.7, false)]
    public void A_percentage_is_as_printed_or_else_derived_from_before_and_after(string id, double value, bool derived)
    {
        served.Snapshot.Find<PriceChange>(id).Percent.Should().Be(new Percent { Value = value, Derived = derived });
    }

    [Fact]
    public void A_cap_with_no_number_before_has_no_percent()
    {
        served.Snapshot.Find<PriceChange>("2022-01-06-lpg-cap-almaty").Percent.Should().BeNull();
    }

    Figure FigureOf(string id, string field) => served.Snapshot.Find<Fact>(id).Figures.Single(figure => figure.Field == field);

    static NumberRange Exactly(double number) => new() { Min = number, Max = number };
}
