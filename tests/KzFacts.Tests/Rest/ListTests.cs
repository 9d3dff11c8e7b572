using FluentAssertions;
using KzFacts.Data.Facts;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Rest;

public sealed class ListTests(Served served)
{
    [Fact]
    public async Task A_list_gives_cards_in_the_order_of_first_day_time_and_id()
    {
        var events = await served.ListAsync<Event>("/v1/events?limit=500");

        events.Should().HaveCount(253).And.OnlyContain(fact => fact.Claims == null);
        var keys = events.Select(fact => $"{fact.First:yyyy-MM-dd} {fact.Time} {fact.Id}").ToList();
        keys.Should().Equal(keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_page_names_the_next_in_its_body_and_in_Link()
    {
        using var response = await served.Client.GetAsync("/v1/tolls?limit=3&measure=killed", TestContext.Current.CancellationToken);
        var page = await served.GetAsync("/v1/tolls?limit=3&measure=killed");

        var next = page.GetProperty("next").GetString();
        next.Should().StartWith(served.Address.ToString()).And.Contain("measure=killed").And.Contain($"after={page.GetProperty("nextCursor").GetString()}");
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
        with.GetProperty("count").GetInt32().Should().Be(253);
    }

    [Fact]
    public async Task Sort_by_minus_date_gives_the_latest_first()
    {
        var (oldest, latest) = (await served.IdsAsync("/v1/facts?limit=500"), await served.IdsAsync("/v1/facts?limit=1&sort=-date"));

        latest.Should().NotContain(oldest[0]);
        (await served.IdsAsync("/v1/price-changes?sort=-date&limit=500")).Should().Equal((await served.IdsAsync("/v1/price-changes?limit=500")).Reverse());
    }

    [Fact]
    public async Task The_contents_list_every_collection_with_its_size()
    {
        var contents = await served.GetAsync("/v1");

        contents.GetProperty("collections").EnumerateArray().Select(one => (one.GetProperty("name").GetString(), one.GetProperty("count").GetInt32()))
            .Should().Contain([("facts", 735), ("events", 253), ("statements", 249), ("price-changes", 51), ("deployments", 78), ("tolls", 104), ("sources", 935)]);
    }
}
