using System.Text.Json;
using FluentAssertions;
using KzFacts.Compiler.Derivation;
using KzFacts.Compiler.Seeds;
using KzFacts.Data.Facts;
using KzFacts.Data.Registries;

namespace KzFacts.Tests.Compiler;

/// <summary>The rules for versions, statuses and figures, on invented claims.</summary>
public sealed class FactVersionTests
{
    static readonly DateOnly Read = new(2026, 11, 23);

    [Fact]
    public void A_version_lists_its_claims_by_day_and_then_by_source()
    {
        var version = FactVersion.Of([On(3, "b"), On(3, "a"), On(1, "z")], [])[^1];

        version.Claims.Select(claim => claim.Source.Id).Should().Equal("z", "a", "b");
    }

    [Fact]
    public void A_day_of_a_related_fact_begins_a_version_only_after_the_first_day_of_the_fact()
    {
        FactVersion.Of([On(3, "a")], [Day(2), Day(3), Day(5)]).Select(version => version.From).Should().Equal(Day(3), Day(5));
    }

    [Fact]
    public void A_retraction_counts_from_the_day_of_the_retracting_event_if_its_page_is_later()
    {
        DayOfRetraction(fact: 3, page: 20, happening: 9).Should().Be(Day(9));
    }

    [Fact]
    public void A_retraction_does_not_count_before_the_fact_is_known()
    {
        DayOfRetraction(fact: 12, page: 20, happening: 9).Should().Be(Day(12));
    }

    [Fact]
    public void A_retraction_counts_from_the_day_of_its_page_if_that_is_earlier_than_the_event()
    {
        DayOfRetraction(fact: 3, page: 7, happening: 9).Should().Be(Day(7));
    }

    [Fact]
    public void One_page_that_asserts_a_fact_makes_it_more_than_speculation()
    {
        StatusOf(On(1, "a", modality: Modality.Speculated), On(2, "b")).Should().Be(Status.SingleSource);
        StatusOf(On(1, "a", modality: Modality.Speculated), On(2, "b", modality: Modality.Speculated)).Should().Be(Status.Unconfirmed);
    }

    [Fact]
    public void A_fact_that_no_page_supports_is_not_disputed()
    {
        StatusOf(On(1, "a", Stance.Disputes)).Should().NotBe(Status.Disputed);
    }

    [Fact]
    public void On_a_tie_of_origins_the_value_of_the_later_page_is_the_best()
    {
        FigureOf((1, "a", 10), (9, "b", 20)).Best.Min.Should().Be(20);
        FigureOf((9, "a", 10), (1, "b", 20)).Best.Min.Should().Be(10);
    }

    [Fact]
    public void On_a_tie_of_origins_and_days_the_value_of_the_first_source_is_the_best()
    {
        FigureOf((5, "b", 20), (5, "a", 10)).Best.Min.Should().Be(10);
        FigureOf((5, "b", 10), (5, "a", 20)).Best.Min.Should().Be(20);
    }

    [Fact]
    public void The_latest_page_of_a_value_breaks_a_tie()
    {
        // Both values have two origins. The latest of all four pages gives 10.
        FigureOf((1, "a", 10), (9, "b", 10), (5, "c", 20), (6, "d", 20)).Best.Min.Should().Be(10);
    }

    [Fact]
    public void The_bound_of_a_range_that_is_open_above_counts_as_its_highest_number()
    {
        var figure = FigureOf((1, "a", 10), (2, "b", new { min = 40 }), (3, "c", new { max = 5 }));

        (figure.Low, figure.High).Should().Be((5, 40));
    }

    static DateOnly Day(int day) => new(2022, 1, day);

    static DatedClaim On(int day, string source, Stance stance = Stance.Supports, Modality modality = Modality.Asserted) =>
        new(ClaimOf(source, stance, modality), Page(source, day), Day(day), Day(day));

    static SeedClaim ClaimOf(string source, Stance stance = Stance.Supports, Modality modality = Modality.Asserted) => new()
    {
        Source = source, Stance = stance, Modality = modality, Evidence = new() { Start = "start", End = "end" },
    };

    static SeedSource Page(string id, int day)
    {
        PartialDate.TryParse($"2022-01-{day:00}", out var published).Should().BeTrue();
        return new()
        {
            Id = id, Urls = [$"https://{id}.example/"], Publisher = id, Language = "en", Kind = SourceKind.News, Published = published,
            Accessed = Read,
        };
    }

    static DateOnly DayOfRetraction(int fact, int page, int happening) =>
        DatedClaim.Of([(ClaimOf("a"), Page("a", fact)), (ClaimOf("b", Stance.Retracts), Page("b", page))], Day(happening))
            .Single(claim => claim.Claim.Stance == Stance.Retracts).Day;

    static Status StatusOf(params DatedClaim[] claims) =>
        FactVersion.Of(claims, [])[^1].StatusOf(origins: 1);

    static Figure FigureOf(params (int Day, string Source, object Count)[] pages)
    {
        var claims = pages.Select(page => On(page.Day, page.Source) with
        {
            Claim = ClaimOf(page.Source) with { Values = new() { ["count"] = JsonSerializer.SerializeToElement(page.Count) } },
        }).ToList();
        // Only the field for numbers is read.
        var toll = Activator.CreateInstance<Toll>();
        return Figures.Of(toll, claims, new(pages.Select(page => (page.Source, (IReadOnlyList<string>)[page.Source])))).Single();
    }
}
