using FluentAssertions;
using KzFacts.Data.Facts;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Rest;

public sealed class ListTests(Served served)
{
    [Fact]
    public async Task A_fact_without_a_known_first_day_is_ordered_and_filtered_by_its_last()
    {
        const string Id = "2022-01-armenia-aksai-bakery-guard";
        var fact = (await served.ListAsync<Deployment>("/v1/deployments?contributor=armenia&limit=500")).Single(one => one.Id == Id);

        (fact.First, fact.Last, fact.Precision).Should().Be((null, new DateOnly(2022, 1, 14), Precision.Unknown));
        (await served.IdsAsync("/v1/facts?from=2022-01-14&to=2022-01-14&limit=500")).Should().Contain(Id);
        (await served.IdsAsync("/v1/facts?to=2022-01-13&limit=500&kind=deployment")).Should().NotContain(Id);
        (await served.IdsAsync("/v1/facts?from=2022-01-15&limit=500&kind=deployment")).Should().NotContain(Id);
        var ordered = await served.ListAsync<Fact>("/v1/deployments?limit=500");
        ordered.Select(one => one.OrderedBy()).Should().BeInAscendingOrder();
        (await served.GetAsync("/v1/search?q=bakery&facets=day")).GetProperty("facets").GetProperty("day").EnumerateArray()
            .Select(day => day.GetProperty("value").GetString()).Should().NotContain("2022-01-01");
    }

    [Fact]
    public async Task A_list_gives_cards_in_the_order_of_first_day_time_and_id()
    {
        var events = await served.ListAsync<Event>("/v1/events?limit=500");

        events.Should().HaveCount(SeedCounts.Of("events")).And.OnlyContain(fact => fact.Claims == null);
        var keys = events.Select(fact => $"{fact.First:yyyy-MM-dd} {fact.Time} {fact.Id}").ToList();
        keys.Should().Equal(keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_page_names_the_next_in_its_body_and_in_Link()
    {
        using var response = await served.Client.GetAsync("/v1/tolls?limit=3&measure=killed", TestContext.Current.CancellationToken);
        var page = await served.GetAsync("/v1/tolls?limit=3&measure=killed");

        var next = page.GetProperty("next").GetString();
        next.Should().StartWith(served.Address.ToString()).And.Contain("measure=killed").And.Contain(
            $"after={page.GetProperty("nextCursor").GetString()}");
        response.Headers.GetValues("Link").Should().Equal($"<{next}>; rel=\"next\"");
    }

    [Fact]
    public async Task The_last_page_names_no_next()
    {
        var page = await served.GetAsync("/v1/deployments?limit=500");

        page.GetProperty("next").ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task Expand_claims_gives_each_fact_with_its_pages()
    {
        var tolls = await served.ListAsync<Toll>("/v1/tolls?expand=claims&limit=20");

        tolls.Should().OnlyContain(fact => fact.Claims!.Count > 0);
    }

    [Fact]
    public async Task Count_is_given_only_when_asked_for()
    {
        var without = await served.GetAsync("/v1/events?limit=1");
        var with = await served.GetAsync("/v1/events?limit=1&count=true");

        without.GetProperty("count").ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);
        with.GetProperty("count").GetInt32().Should().Be(SeedCounts.Of("events"));
    }

    [Fact]
    public async Task Sort_by_minus_date_gives_the_latest_first()
    {
        var (oldest, latest) = (await served.IdsAsync("/v1/facts?limit=500"), await served.IdsAsync("/v1/facts?limit=1&sort=-date"));

        latest.Should().NotContain(oldest[0]);
        (await served.IdsAsync("/v1/price-changes?sort=-date&limit=500")).Should()
            .Equal((await served.IdsAsync("/v1/price-changes?limit=500")).Reverse());
    }

    [Fact]
    public async Task The_contents_list_every_collection_with_its_size()
    {
        var contents = await served.GetAsync("/v1");

        contents.GetProperty("collections").EnumerateArray()
            .Select(one => (one.GetProperty("name").GetString(), one.GetProperty("count").GetInt32()))
            .Should().BeEquivalentTo(SeedCounts.Collections.Select(row => (row.Data, SeedCounts.Of(row.Data))));
    }
}
