using System.Globalization;
using FluentAssertions;
using KzFacts.Data;
using KzFacts.Data.Facts;
using KzFacts.Data.Querying;
using KzFacts.Data.Registries;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Compiler;

public sealed class VersionTests(Served served)
{
    static readonly string[] DeadBy7January =
    [
        "2022-01-05-national-guard-killed-2: single_source",
        "2022-01-05-security-killed-8: corroborated",
        "2022-01-05-soldiers-killed-2-almaty-airport: corroborated",
        "2022-01-06-attackers-killed-dozens-almaty: corroborated",
        "2022-01-06-security-killed-12-almaty: corroborated",
        "2022-01-06-security-killed-13-almaty: corroborated",
        "2022-01-06-security-killed-18: corroborated",
        "2022-01-07-attackers-killed-26: corroborated",
    ];

    static readonly string[] NewOn9January =
    [
        "2022-01-07-child-killed-aikorkem-meldekhan: single_source",
        "2022-01-07-israeli-killed-almaty: single_source",
        "2022-01-09-army-killed-2: corroborated",
        "2022-01-09-killed-164: retracted",
        "2022-01-09-killed-almaty-103: corroborated",
        "2022-01-09-killed-almaty-region-8: single_source",
        "2022-01-09-killed-kyzylorda-region-21: single_source",
        "2022-01-09-killed-zhambyl-region-10: single_source",
        "2022-01-09-minors-killed: corroborated",
        "2022-01-10-security-killed-16: single_source",
    ];

    [Fact]
    public void On_7_January_eight_counts_of_dead_were_known_and_none_of_them_for_all_the_country()
    {
        KilledBy(new(2022, 1, 7)).Should().Equal(DeadBy7January);
    }

    [Fact]
    public void On_9_January_the_164_were_posted_and_retracted_and_their_parts_still_stood()
    {
        KilledBy(new(2022, 1, 9)).Should().Equal([.. DeadBy7January, .. NewOn9January]);
    }

    [Fact]
    public void On_10_January_the_parts_of_the_164_were_retracted_with_their_sum()
    {
        KilledBy(new(2022, 1, 10)).Except(KilledBy(new(2022, 1, 9))).Should().Equal(
            "2022-01-05-child-killed-sultan: single_source",
            "2022-01-09-killed-almaty-103: retracted",
            "2022-01-09-killed-almaty-region-8: retracted",
            "2022-01-09-killed-kyzylorda-region-21: retracted",
            "2022-01-09-killed-zhambyl-region-10: retracted");
    }

    [Fact]
    public void On_15_January_the_225_were_known()
    {
        KilledBy(new(2022, 1, 15)).Except(KilledBy(new(2022, 1, 10))).Should().Equal(
            "2022-01-05-child-killed-sultan: corroborated",
            "2022-01-15-killed-225: corroborated",
            "2022-01-15-security-killed-19: single_source");
    }

    [Fact]
    public void By_the_end_of_August_2022_the_counts_for_all_the_country_had_grown_to_238()
    {
        KilledBy(new(2022, 8, 31)).Where(line => line.Contains("-killed-2", StringComparison.Ordinal)).Should().Equal(
            "2022-01-05-national-guard-killed-2: single_source",
            "2022-01-05-soldiers-killed-2-almaty-airport: corroborated",
            "2022-01-07-attackers-killed-26: corroborated",
            "2022-01-09-army-killed-2: corroborated",
            "2022-01-15-killed-225: corroborated",
            "2022-02-01-killed-227: single_source",
            "2022-03-14-civilians-killed-20: single_source",
            "2022-03-14-killed-230: corroborated",
            "2022-05-05-killed-232: corroborated",
            "2022-08-16-killed-238: single_source");
    }

    [Fact]
    public void The_164_have_a_version_for_each_day_on_which_a_page_or_a_related_fact_appeared()
    {
        VersionsOf("2022-01-09-killed-164").Should().Equal(
            "2022-01-09 to 2022-01-10", "2022-01-10 to 2022-01-15", "2022-01-15 to forever now");
    }

    [Fact]
    public void A_fact_is_not_related_to_a_fact_that_became_known_later()
    {
        RelatedOn(new(2022, 1, 14)).Should().Contain("2022-01-09-toll-164-retracted").And.NotContain("2022-01-15-killed-225");
        RelatedOn(new(2022, 1, 15)).Should().Contain("2022-01-15-killed-225");

        IEnumerable<string> RelatedOn(DateOnly day) =>
            served.Snapshot.Find<Toll>("2022-01-09-killed-164", day).Relations.Select(relation => relation.Fact.Id);
    }

    [Fact]
    public void Where_every_page_is_dated_the_present_is_the_version_of_the_last_page()
    {
        VersionsOf("2022-05-05-killed-232").Should().Equal("2022-05-05 to 2022-08-16", "2022-08-16 to forever now");
    }

    [Fact]
    public void A_claim_of_a_page_without_a_date_counts_from_the_day_on_which_the_page_was_read()
    {
        var then = served.Snapshot.Find<Toll>("2022-01-15-killed-225", new(2026, 11, 22));
        var now = served.Snapshot.Find<Toll>("2022-01-15-killed-225", new(2026, 11, 23));

        then.Claims.Should().HaveCount(4);
        now.Claims!.Should().ContainSingle(claim => then.Claims!.All(other => other.Source.Id != claim.Source.Id)).Which.Should()
            .Match<Claim>(claim => claim.Source.Published == null && claim.KnownFrom == new DateOnly(2026, 11, 23));
    }

    [Fact]
    public void As_of_the_newest_day_of_access_all_is_as_at_present()
    {
        var newest = served.Snapshot.All(Source.Collection, new SourceFilter()).Max(source => source.Accessed);

        served.Snapshot.All(Catalog.Facts, new AnyFactFilter { AsOf = newest }).Select(fact => fact.Hash).Should()
            .Equal(served.Snapshot.All(Catalog.Facts, new AnyFactFilter()).Select(fact => fact.Hash));
    }

    [Fact]
    public void A_fact_that_only_pages_without_a_date_claim_is_known_from_the_day_on_which_they_were_read()
    {
        VersionsOf("2022-01-04-shu-rally").Should().Equal("2026-11-23 to forever now");
    }

    [Fact]
    public void A_page_that_was_only_read_makes_no_first_report_and_breaks_no_tie()
    {
        served.Snapshot.All(Catalog.Facts, new AnyFactFilter()).Should()
            .OnlyContain(fact => fact.FirstReported == null || fact.FirstReported < new DateOnly(2026, 1, 1));
    }

    [Fact]
    public void A_retraction_is_known_from_the_first_version_that_is_retracted_at_the_latest()
    {
        foreach (var fact in served.Snapshot.All(Catalog.Facts, new AnyFactFilter { Status = ["retracted"] })
            .Where(fact => fact.Retraction!.Since is not null))
        {
            var first = DateOnly.Parse(served.Snapshot.Texts("select min(known_from) from fact where id = @Id and status = 'retracted'",
                new { fact.Id })[0], CultureInfo.InvariantCulture);
            fact.Retraction!.Since.Should().BeOnOrBefore(first, fact.Id);
        }
    }

    [Fact]
    public void Figures_are_those_of_the_day()
    {
        var then = served.Snapshot.Find<PriceChange>("2022-01-01-lpg-mangystau-doubled", new(2022, 1, 3));

        then.Figures.Single(figure => figure.Field == "before").Best.Should().Be(new NumberRange { Min = 50, Max = 60 });
        then.Status.Should().Be(Status.SingleSource);
    }

    [Fact]
    public void The_versions_of_a_fact_follow_one_another_without_gap_or_overlap_and_one_is_the_present()
    {
        served.Snapshot.Texts("""
            select id from (select id, known_until, current, lead(known_from) over (partition by id order by known_from) next from fact)
            where known_until <> coalesce(next, 'forever') or (next is null) <> (current = 1)
            """).Should().BeEmpty();
    }

    [Fact]
    public void No_claim_counts_before_its_day()
    {
        served.Snapshot.Texts("""
            select f.id from fact f join claim c on c.row = f.row
            where c.document ->> '$.knownFrom' > f.known_from
            """).Should().BeEmpty();
    }

    IEnumerable<string> KilledBy(DateOnly day) =>
        served.Snapshot.All(Toll.Collection, new TollFilter { Measure = ["killed"], AsOf = day })
            .Select(toll => $"{toll.Id}: {ClosedWords.Of(toll.Status)}");

    IReadOnlyList<string> VersionsOf(string id) => served.Snapshot.Texts(
        "select known_from || ' to ' || known_until || iif(current, ' now', '') from fact where id = @id order by known_from", new { id });
}
