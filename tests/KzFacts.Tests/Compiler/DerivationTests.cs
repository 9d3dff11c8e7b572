using FluentAssertions;
using KzFacts.Data.Facts;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Compiler;

public sealed class DerivationTests(Served served)
{
    [Fact]
    public void The_164_dead_are_retracted_since_9_January_by_the_event_that_retracted_them()
    {
        var toll = served.Snapshot.Find<Toll>("2022-01-09-killed-164");

        toll.Status.Should().Be(Status.Retracted);
        toll.Retraction!.Since.Should().Be(new DateOnly(2022, 1, 9));
        toll.Retraction.Event!.Id.Should().Be("2022-01-09-toll-164-retracted");
    }

    [Fact]
    public void The_164_dead_are_replaced_by_the_225()
    {
        served.Snapshot.Find<Toll>("2022-01-09-killed-164").Retraction!.Replacement.Should().Match<FactReference>(
            toll => toll.Id == "2022-01-15-killed-225" && toll.Kind == Kind.Toll && toll.Title == "Killed, Kazakhstan: 225");
    }

    [Fact]
    public void A_fact_that_is_not_retracted_has_no_retraction()
    {
        served.Snapshot.Find<Toll>("2022-01-15-killed-225").Retraction.Should().BeNull();
    }

    [Fact]
    public void A_retraction_names_the_pages_that_report_it()
    {
        served.Snapshot.Find<Toll>("2022-01-09-killed-164").Retraction!.Sources.Should().BeEquivalentTo(
            ["slovoidilo-2022-01-09-164", "belsat-2022-01-10-164", "silkway-164", "tass-ru-13383263", "info24-164"]);
    }

    [Fact]
    public void A_retraction_without_a_dated_page_is_of_the_last_day_of_the_event_that_retracted_the_fact()
    {
        served.Snapshot.Find<Toll>("2022-01-09-killed-almaty-103").Retraction.Should().Match<Retraction>(
            gone => gone.Since == new DateOnly(2022, 1, 10) && gone.Replacement == null
                && gone.Event!.Id == "2022-01-09-toll-164-retracted");
    }

    [Fact]
    public void A_retraction_names_those_who_retracted_according_to_the_pages()
    {
        served.Snapshot.Find<Toll>("2022-01-09-killed-164").Retraction!.By.Select(actor => actor.Id).Should()
            .Equal("health-ministry-of-kazakhstan", "information-ministry-of-kazakhstan");
        served.Snapshot.Find<Statement>("2022-01-07-tokayev-tweet-must-kill-them").Retraction.Should()
            .Match<Retraction>(gone => gone.Event == null && gone.By.Count == 0);
    }

    [Theory]
    [InlineData("2022-01-05-almaty-airport-retaken", Status.Disputed)]
    [InlineData("2022-01-06-russia-contingent-3000-reported", Status.Unconfirmed)]
    [InlineData("2022-01-06-russia-31st-brigade-possible", Status.Unconfirmed)]
    [InlineData("2022-01-01-lpg-mangystau-doubled", Status.Corroborated)]
    [InlineData("2022-01-15-killed-225", Status.Corroborated)]
    [InlineData("2022-service-weapons-stolen-1259", Status.SingleSource)]
    public void The_status_is_what_the_claims_together_say(string id, Status status)
    {
        served.Snapshot.Find<Fact>(id).Status.Should().Be(status);
    }

    [Fact]
    public void A_fact_with_support_and_dispute_is_disputed_however_many_origins_support_it()
    {
        served.Snapshot.Find<Event>("2022-01-05-almaty-airport-retaken").Should().Match<Event>(
            fact => fact.Status == Status.Disputed && fact.Origins == 3 && fact.Supports == 3 && fact.Disputes == 2);
    }

    [Fact]
    public void Speculation_of_three_origins_is_still_unconfirmed()
    {
        var brigade = served.Snapshot.Find<Deployment>("2022-01-06-russia-45th-spetsnaz-company-possible");

        brigade.Claims.Should().OnlyContain(claim => claim.Modality == Modality.Speculated);
        (brigade.Status, brigade.Origins).Should().Be((Status.Unconfirmed, 3));
    }

    [Fact]
    public void Three_copies_of_one_agency_report_are_one_origin()
    {
        var toll = served.Snapshot.Find<Toll>("2022-01-22-buildings-damaged-351");

        toll.Claims!.Where(claim => claim.Source.OriginGroups.Single() == "Interfax").Select(claim => claim.Source.Publisher)
            .Should().BeEquivalentTo("Golos.ua", "Cursor Info", "Hromadske");
        (toll.Supports, toll.Origins).Should().Be((4, 2));
    }

    [Fact]
    public void Copies_of_a_report_count_once_beside_other_reports()
    {
        var statement = served.Snapshot.Find<Statement>("2022-01-05-peskov-kazakh-friends-can-cope");

        statement.Claims!.SelectMany(claim => claim.Source.OriginGroups).Distinct().Should()
            .BeEquivalentTo("Rossiya Segodnya", "Reuters", "RT");
        (statement.Supports, statement.Origins).Should().Be((8, 2));
    }

    [Fact]
    public void Pages_that_dispute_a_fact_are_not_among_its_origins()
    {
        served.Snapshot.Find<Event>("2022-01-05-almaty-airport-retaken").Should().Match<Event>(
            fact => fact.Claims!.Count == 5 && fact.Origins == 3 && fact.Supports == 3 && fact.Disputes == 2);
    }

    [Fact]
    public void First_reported_is_the_earliest_day_of_a_supporting_page()
    {
        var strength = served.Snapshot.Find<Deployment>("2022-01-09-csto-mission-strength-deployed-2030");

        strength.FirstReported.Should().Be(new DateOnly(2022, 1, 10));
    }

    [Fact]
    public void A_fact_that_only_undated_pages_support_has_no_day_of_first_report()
    {
        served.Snapshot.Find<Event>("2022-01-04-shu-rally").FirstReported.Should().BeNull();
    }

    [Fact]
    public void A_claim_counts_from_the_last_day_of_a_partial_date_of_publication()
    {
        var airport = served.Snapshot.Find<Event>("2022-01-05-almaty-airport-retaken");

        airport.Claims!.Single(claim => claim.Source.Id == "astanatimes-2022-01-air-travel").Should()
            .Match<Claim>(claim => claim.Source.Published == "2022-01" && claim.KnownFrom == new DateOnly(2022, 1, 31));
    }

    [Fact]
    public void The_places_of_a_statement_are_those_of_the_events_it_is_about()
    {
        var statement = served.Snapshot.Find<Statement>("2022-01-04-tokayev-lpg-price-cut");

        var events = statement.About.SelectMany(about => served.Snapshot.Find<Event>(about.Id).Places).Select(place => place.Id).Distinct();
        statement.Places.Select(place => place.Id).Should().BeEquivalentTo("aktau", "zhanaozen").And.BeEquivalentTo(events);
    }

    [Theory]
    [InlineData("2022-02-bektanov-arrested", "2022-02-01", "2022-02-28", Precision.Month)]
    [InlineData("2022-service-weapons-stolen-1259", "2022-01-01", "2022-12-31", Precision.Year)]
    [InlineData("2022-01-06-csto-peacekeeping-mission", "2022-01-06", "2022-01-19", Precision.Day)]
    [InlineData("2022-01-csto-three-aircraft-nur-sultan", "", "2022-01-31", Precision.Unknown)]
    [InlineData("2022-01-armenia-aksai-bakery-guard", "", "2022-01-14", Precision.Unknown)]
    public void A_fact_spans_the_days_its_dates_can_mean_and_without_a_start_it_has_no_first_day(
        string id, string first, string last, Precision precision)
    {
        served.Snapshot.Find<Fact>(id).Should().Match<Fact>(
            fact => $"{fact.First:yyyy-MM-dd}" == first && $"{fact.Last:yyyy-MM-dd}" == last && fact.Precision == precision);
    }

    [Fact]
    public void A_time_that_is_known_to_the_hour_says_so()
    {
        served.Snapshot.Find<Event>("2022-01-04-oral-march").Should().Match<Event>(
            fact => fact.Time == "14:00" && fact.Precision == Precision.Hour);
    }

    [Fact]
    public void Evidence_links_straight_to_the_passage()
    {
        var decision = served.Snapshot.Find<Event>("2022-01-06-csto-decision");

        foreach (var claim in decision.Claims!)
            claim.Evidence.Url.Should().Be(
                $"{claim.Source.Url.Split('#')[0]}#:~:text={Escaped(claim.Evidence.Start)},{Escaped(claim.Evidence.End)}");
    }

    static string Escaped(string text) => Uri.EscapeDataString(text).Replace("-", "%2D", StringComparison.Ordinal);
}
