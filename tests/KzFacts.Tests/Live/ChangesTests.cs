using System.Net;
using System.ServiceModel.Syndication;
using System.Text.Json;
using System.Xml;
using FluentAssertions;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Live;

/// <summary>The feed of changes, tested against a server whose seeds are changed and compiled while it runs.</summary>
public sealed class ChangesTests(Served served) : IDisposable
{
    readonly LiveServer live = new();

    [Fact]
    public async Task The_feed_has_added_changed_and_removed_facts_with_before_after_and_reason()
    {
        var changed = await live.CountAsync(8, 9);
        live.Seeds.Add("events", """
            - id: 2022-01-06-arrest
              type: arrest
              title: An arrest
              summary: Somebody is arrested.
              start: 2022-01-06
              claims:
                - source: kloop
                  evidence: { start: was, end: arrested }
            """);
        var added = await live.CompileAsync();
        var removed = await live.RemovePriceAsync();

        var (items, revision) = await live.PagesAsync($"/v1/changes?since={live.First}");

        revision.Should().Be(removed);
        items.Select(item =>
            $"{item.GetProperty("revision")} {item.GetProperty("action")} {item.GetProperty("kind")} {item.GetProperty("fact")}").Should()
            .Equal(
            $"{changed} changed toll 2022-01-05-killed", $"{added} added event 2022-01-06-arrest",
                $"{removed} removed price_change 2022-01-01-lpg");
        items[0].GetProperty("before").GetProperty("count").GetProperty("min").GetInt32().Should().Be(8);
        items[0].GetProperty("after").GetProperty("count").GetProperty("min").GetInt32().Should().Be(9);
        items[0].GetProperty("after").GetProperty("claims").GetArrayLength().Should().Be(2);
        items[1].GetProperty("before").ValueKind.Should().Be(JsonValueKind.Null);
        items[2].GetProperty("after").ValueKind.Should().Be(JsonValueKind.Null);
        items[2].GetProperty("before").GetProperty("id").GetString().Should().Be("2022-01-01-lpg");
        items[2].GetProperty("reason").GetString().Should().Be("It was a cap and no price.");
    }

    [Fact]
    public async Task Nothing_changed_since_the_present_revision()
    {
        var page = await live.GetAsync($"/v1/changes?since={live.First}");

        page.GetRawText().Should().Be(
            $$"""{"revision":"{{live.First}}","items":[],"since":"{{live.First}}","nextCursor":null,"next":null}""");
    }

    [Fact]
    public async Task A_revision_that_returned_means_its_last_occurrence()
    {
        await live.CountAsync(8, 9);
        (await live.CountAsync(9, 8)).Should().Be(live.First);

        (await live.PagesAsync($"/v1/changes?since={live.First}")).Items.Should().BeEmpty();
    }

    [Fact]
    public async Task A_mirror_that_knows_only_the_feed_is_the_original_document_by_document()
    {
        var mirror = new Mirror();
        var (items, revision) = await live.PagesAsync("/v1/changes?limit=4");
        mirror.Apply(items);
        mirror.Facts.Should().Equal(await live.FactsAsync());
        await live.CountAsync(8, 9);
        await live.RemovePriceAsync();
        live.Seeds.Change("actors", "en: Tokayev", "en: K. Tokayev");
        await live.CompileAsync();

        mirror.Apply((await live.PagesAsync($"/v1/changes?since={revision}&limit=1")).Items);

        mirror.Facts.Should().Equal(await live.FactsAsync());
    }

    [Fact]
    public async Task Facts_that_change_while_all_are_read_come_at_the_end()
    {
        var mirror = new Mirror();
        var page = await live.GetAsync("/v1/changes?limit=5");
        mirror.Apply(page.GetProperty("items").EnumerateArray());
        await live.RemovePriceAsync();
        var last = await live.CountAsync(8, 9);

        var (items, revision) = await live.PagesAsync(page.GetProperty("next").GetString()!);
        mirror.Apply(items);

        revision.Should().Be(last);
        mirror.Facts.Should().Equal(await live.FactsAsync());
    }

    [Fact]
    public async Task Reading_all_real_facts_gives_all_their_documents()
    {
        var mirror = new Mirror();
        for (var path = "/v1/changes?limit=500"; path is not null;)
        {
            var page = await served.GetAsync(path);
            mirror.Apply(page.GetProperty("items").EnumerateArray());
            path = page.GetProperty("next").GetString();
        }

        mirror.Facts.Should().HaveCount(SeedCounts.Of("facts"));
        (await served.GetAsync("/v1/facts/2022-01-09-killed-164")).GetRawText().Should().Be(mirror.Facts["2022-01-09-killed-164"]);
    }

    [Theory]
    [InlineData("kind=toll", "2022-01-05-killed")]
    [InlineData("kind=toll&kind=price_change", "2022-01-05-killed 2022-01-01-lpg")]
    [InlineData("place=kazakhstan", "2022-01-05-killed 2022-01-01-lpg")]
    [InlineData("place=almaty", "2022-01-01-lpg")]
    [InlineData("place=aktau", "")]
    [InlineData("sourceUrl=http://www.reuters.example/1/?utm_source=x", "2022-01-05-killed")]
    [InlineData("sourceUrl=https://tass.example/1", "2022-01-05-killed 2022-01-01-lpg")]
    [InlineData("sourceUrl=https://nobody.example/", "")]
    [InlineData("sourceUrl=https://tass.example/1&kind=price_change&place=almaty", "2022-01-01-lpg")]
    public async Task A_filter_keeps_changes_of_facts_that_match_before_or_after(string filter, string facts)
    {
        await live.CountAsync(8, 9);
        await live.RemovePriceAsync();

        var (items, _) = await live.PagesAsync($"/v1/changes?since={live.First}&{filter}");

        string.Join(' ', items.Select(item => item.GetProperty("fact"))).Should().Be(facts);
    }

    [Theory]
    [InlineData("kind=event", 2)]
    [InlineData("place=kazakhstan", 4)]
    [InlineData("sourceUrl=https://reuters.example/1", 3)]
    public async Task A_filter_also_applies_to_reading_all_facts(string filter, int facts) =>
        (await live.PagesAsync($"/v1/changes?limit=1&{filter}")).Items.Should().HaveCount(facts);

    [Fact]
    public async Task Changes_of_a_page_that_left_the_sources_are_still_found_by_its_address()
    {
        live.Seeds.Write("deployments", "").Change("events", "- source: reuters", "- source: tass")
            .Change("tolls", "    - source: reuters\n      evidence: { start: at least, end: were killed }\n", "")
            .Write("sources", string.Join("- id:", live.Seeds.Read("sources").Split("- id:")
                .Where(entry => !entry.Contains("reuters", StringComparison.Ordinal))));
        await live.CompileAsync();

        var (items, _) = await live.PagesAsync($"/v1/changes?since={live.First}&sourceUrl=https://reuters.example/1");

        items.Select(item => $"{item.GetProperty("action")} {item.GetProperty("fact")}").Should()
            .Equal("changed 2022-01-05-killed", "changed 2022-01-05-speech", "removed 2022-01-06-mission");
    }

    [Fact]
    public async Task An_unknown_revision_is_410_with_the_address_of_all_facts()
    {
        using var response = await live.Client.GetAsync($"/v1/changes?since={new string('0', 64)}", TestContext.Current.CancellationToken);

        response.StatusCode.Should().Be(HttpStatusCode.Gone);
        var problem = JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsByteArrayAsync(
            TestContext.Current.CancellationToken));
        problem.GetProperty("type").GetString().Should().EndWith("/problems/unknown-revision");
        (await live.GetAsync(problem.GetProperty("wholeSet").GetString()!)).GetProperty("items").GetArrayLength().Should().Be(6);
    }

    [Fact]
    public async Task A_cursor_of_another_journal_is_410()
    {
        var cursor = (await served.GetAsync("/v1/changes?limit=1")).GetProperty("nextCursor").GetString();

        (await live.GetAsync($"/v1/changes?after={cursor}")).GetProperty("status").GetInt32().Should().Be(410);
    }

    [Theory]
    [InlineData("since=yesterday", "since", "pass the revision of an answer unchanged")]
    [InlineData("after=garbage", "after", "pass the nextCursor of the previous page unchanged, with the same filter and order")]
    [InlineData("limit=501", "limit", null)]
    [InlineData("kind=tol", "kind", "did you mean 'toll'?")]
    [InlineData("place=almatty", "place", "did you mean 'almaty'? see /v1/places?q=almatty")]
    [InlineData("sourceUrl=no%20address", "sourceUrl", null)]
    [InlineData("sorce=x", "sorce", null)]
    public async Task An_invalid_value_is_refused_by_the_list_and_by_the_stream(string query, string parameter, string? hint)
    {
        foreach (var path in parameter is "after" or "limit" ? new[] { "/v1/changes" } : ["/v1/changes", "/v1/changes/stream"])
        {
            var problem = await live.GetAsync($"{path}?{query}");

            problem.GetProperty("status").GetInt32().Should().Be(400);
            var error = problem.GetProperty("errors").EnumerateArray().Single();
            error.GetProperty("parameter").GetString().Should().Be(parameter);
            if (hint is not null) Rest.BadInputTests.AdviceOf(error).Should().Be(hint);
        }
    }

    [Theory]
    [InlineData("/v1/facts/2022-01-01-lpg")]
    [InlineData("/v1/price-changes/2022-01-01-lpg")]
    [InlineData("/v1/facts/2022-01-01-lpg/history")]
    [InlineData("/v1/facts/2022-01-01-lpg/citation")]
    public async Task A_removed_fact_is_410_with_day_and_reason(string path)
    {
        await live.RemovePriceAsync();

        var problem = await live.GetAsync(path);

        problem.GetProperty("status").GetInt32().Should().Be(410);
        problem.GetProperty("detail").GetString().Should().Be("'2022-01-01-lpg' was removed on 2026-11-24: It was a cap and no price.");
        problem.GetProperty("removed").GetRawText().Should().Be("""{"day":"2026-11-24","reason":"It was a cap and no price."}""");
        var answer = await live.QueryAsync("{ fact(id: \"2022-01-01-lpg\") { id } }");
        answer.GetProperty("data").GetRawText().Should().Be("""{"fact":null}""");
        answer.GetProperty("errors")[0].GetProperty("message").GetString().Should().Be(problem.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task REST_and_GraphQL_give_the_same_changes()
    {
        await live.CountAsync(8, 9);
        await live.RemovePriceAsync();
        var rest = (await live.PagesAsync($"/v1/changes?since={live.First}&place=kazakhstan")).Items;
        const string Members =
            "revision at action fact kind before { id title } after { id ... on Toll { count { min } } claims { source { id } } } reason";

        List<JsonElement> graphql = [];
        var after = "null";
        do
        {
            var page =
                (await live.QueryAsync(
                $"{{ changes(since: \"{live.First}\", filter: {{place: [\"kazakhstan\"]}}, first: 1, after: {after}) {{ nodes {{ " +
                $"{Members} }} pageInfo {{ hasNextPage endCursor }} }} }}")).GetProperty("data").GetProperty("changes");
            graphql.AddRange(page.GetProperty("nodes").EnumerateArray());
            after = page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean()
                ? $"\"{page.GetProperty("pageInfo").GetProperty("endCursor")}\"" : "";
        }
        while (after.Length > 0);

        graphql.Should().HaveCount(2);
        foreach (var (one, other) in graphql.Zip(rest))
        {
            foreach (var member in "revision at action fact kind reason".Split(' '))
                one.GetProperty(member).GetRawText().Should().Be(other.GetProperty(member).GetRawText());
            one.GetProperty("before").GetProperty("title").GetString().Should()
                .Be(other.GetProperty("before").GetProperty("title").GetString());
        }
        graphql[0].GetProperty("after").GetProperty("count").GetRawText().Should().Be("""{"min":9}""");
        graphql[1].GetProperty("after").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Fact]
    public async Task A_feed_reader_gets_the_latest_changes_the_newest_first()
    {
        await live.CountAsync(8, 9);
        await live.RemovePriceAsync();

        using var xml = XmlReader.Create(await live.Client.GetStreamAsync("/v1/changes?format=atom&place=kazakhstan",
            TestContext.Current.CancellationToken));
        var feed = SyndicationFeed.Load(xml);

        feed.Items.Select(entry => $"{entry.Title.Text} | {entry.Summary.Text}").Should().SatisfyRespectively(
            first => first.Should().StartWith("Removed: LPG").And.EndWith("| It was a cap and no price."),
            second => second.Should().StartWith("Changed: Killed").And.Contain("9"));
        feed.Items.Select(entry => entry.Id).Should().OnlyHaveUniqueItems().And.OnlyContain(id =>
            id.StartsWith("tag:kzfacts,2022:changes/20"));
        feed.LastUpdatedTime.Should().Be(feed.Items.First().LastUpdatedTime).And.BeCloseTo(DateTimeOffset.UtcNow, TimeSpan.FromMinutes(1));
    }

    [Theory]
    [InlineData("since=", "changed removed")]
    [InlineData("limit=1&since=", "changed")]
    public async Task A_feed_since_a_revision_is_in_the_order_of_the_journal(string query, string actions)
    {
        await live.CountAsync(8, 9);
        await live.RemovePriceAsync();

        using var xml = XmlReader.Create(await live.Client.GetStreamAsync($"/v1/changes?format=atom&{query}{live.First}",
            TestContext.Current.CancellationToken));
        var feed = SyndicationFeed.Load(xml);

        string.Join(' ', feed.Items.Select(entry => entry.Categories[1].Name)).Should().Be(actions);
        feed.Links.Any(link => link.RelationshipType == "next").Should().Be(query.StartsWith("limit", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000", "UNKNOWN_REVISION")]
    [InlineData("yesterday", "BAD_USER_INPUT")]
    public async Task GraphQL_refuses_a_revision_that_it_does_not_know(string since, string code) =>
        (await live.QueryAsync($"{{ changes(since: \"{since}\") {{ nodes {{ fact }} }} }}")).GetProperty("errors")[0]
            .GetProperty("extensions").GetProperty("code").GetString().Should().Be(code);

    public void Dispose() => live.Dispose();
}
