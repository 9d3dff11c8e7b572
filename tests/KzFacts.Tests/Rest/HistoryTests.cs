using System.Text.Json;
using FluentAssertions;
using KzFacts.Data;
using KzFacts.Data.Facts;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Rest;

/// <summary>What was known when, compared with the real facts.</summary>
public sealed class HistoryTests(Served served)
{
    /// <summary>The counts of all the dead in the whole country, as they were known by the end of a day.</summary>
    [Theory]
    [InlineData("2022-01-07", "")]
    [InlineData("2022-01-09", "164 retracted")]
    [InlineData("2022-01-10", "164 retracted")]
    [InlineData("2022-01-15", "164 retracted, 225 corroborated")]
    [InlineData("2022-08-31", "164 retracted, 225 corroborated, 227 single_source, 230 corroborated, 232 corroborated, 238 single_source")]
    public async Task The_record_of_the_dead_on_a_day_is_what_had_been_published_by_its_end(string day, string counts)
    {
        var tolls = (await served.GetAsync($"/v1/tolls?measure=killed&group=all&place=kazakhstan&asOf={day}")).GetProperty("items")
            .EnumerateArray();

        string.Join(", ", tolls.Where(toll => toll.GetProperty("places")[0].GetProperty("id").GetString() == "kazakhstan")
            .Select(toll => $"{toll.GetProperty("count").GetProperty("min")} {toll.GetProperty("status")}")).Should().Be(counts);
    }

    [Fact]
    public async Task The_history_of_the_164_tells_publication_retraction_and_replacement_day_by_day()
    {
        var history = await HistoryAsync("2022-01-09-killed-164");

        history.Versions.Select(version => (version.From, version.Status, version.Retraction!.Event?.Id,
            version.Retraction.Replacement?.Id)).Should().Equal(
            (new DateOnly(2022, 1, 9), Status.Retracted, null, null),
            (new DateOnly(2022, 1, 10), Status.Retracted, "2022-01-09-toll-164-retracted", null),
            (new DateOnly(2022, 1, 15), Status.Retracted, "2022-01-09-toll-164-retracted", "2022-01-15-killed-225"));
        history.Versions[0].NewClaims.Select(claim => (claim.Source.Id, claim.Stance)).Should()
            .Contain([("tass-ru-13379037-164", Stance.Supports), ("slovoidilo-2022-01-09-164", Stance.Retracts)]);
        history.Versions[1].NewClaims.Select(claim => claim.Source.Id).Should().Contain("tass-ru-13383263");
    }

    [Fact]
    public async Task Competing_figures_stand_side_by_side_in_the_version_that_met_them()
    {
        var history = await HistoryAsync("2022-01-01-lpg-mangystau-doubled");

        var before = history.Versions[^1].Figures.Single(figure => figure.Field == "before");
        (before.Low, before.High).Should().Be((50, 60));
        before.Values.Should().HaveCountGreaterThan(1);
    }

    [Fact]
    public async Task Each_version_is_the_fact_as_asOf_shows_it()
    {
        foreach (var version in (await HistoryAsync("2022-01-09-killed-164")).Versions)
        {
            var fact = await served.GetAsync($"/v1/facts/2022-01-09-killed-164?asOf={version.From:yyyy-MM-dd}");

            fact.GetProperty("supports").GetInt32().Should().Be(version.Supports);
            fact.GetProperty("retracts").GetInt32().Should().Be(version.Retracts);
        }
    }

    [Fact]
    public void Every_history_ends_in_the_present_and_leaves_no_day_out()
    {
        using var lane = served.Snapshot.Rent(Timeout.InfiniteTimeSpan, TestContext.Current.CancellationToken);
        foreach (var id in lane.Texts("select id from fact where current = 1"))
        {
            var history = FactHistory.Of(lane, id)!;

            history.Versions.Count(version => version.Current).Should().Be(1, id);
            history.Versions[^1].Current.Should().BeTrue(id);
            history.Versions.SkipLast(1).Select(version => version.Until).Should()
                .Equal(history.Versions.Skip(1).Select(version => (DateOnly?)version.From), id);
        }
    }

    [Fact]
    public async Task REST_and_GraphQL_give_the_same_history()
    {
        var rest = await HistoryAsync("2022-01-09-killed-164");

        var versions = (await served.QueryAsync("""
            { history(id: "2022-01-09-killed-164") { versions { from status newClaims { source { id } } } } }
            """)).GetProperty("data").GetProperty("history").GetProperty("versions");

        versions.EnumerateArray().Select(version => version.GetProperty("newClaims").GetArrayLength()).Should()
            .Equal(rest.Versions.Select(version => version.NewClaims.Count));
    }

    [Theory]
    [InlineData("2022-01-08", "null")]
    [InlineData("2022-01-12", """{"status":"retracted","retraction":{"replacement":null}}""")]
    public async Task A_node_of_GraphQL_is_what_was_known_by_a_day(string day, string known)
    {
        var data = (await served.QueryAsync($$"""
            { node(id: "2022-01-09-killed-164", asOf: "{{day}}") { ... on Toll { status retraction { replacement { id } } } } }
            """)).GetProperty("data");

        data.GetProperty("node").GetRawText().Should().Be(known);
    }

    async Task<FactHistory> HistoryAsync(string id) =>
        FactJson.Read<FactHistory>(JsonSerializer.SerializeToUtf8Bytes(await served.GetAsync($"/v1/facts/{id}/history")));
}
