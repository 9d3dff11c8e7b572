using System.Text.Json.Nodes;
using FluentAssertions;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.GraphQL;

public sealed class SelectionTests(Served served)
{
    [Theory]
    [InlineData(
        """{ priceChange(id: "2022-01-01-lpg-mangystau-doubled") { status before { min max } after { min } percent { value derived } } }""",
        """
        {"data":{"priceChange":{"status":"corroborated",
          "before":{"min":60,"max":60},"after":{"min":120},"percent":{"value":100,"derived":true}}}}
        """)]
    [InlineData(
        """{ toll(id: "2022-01-09-killed-164") { __typename status retraction { event { id } replacement { id title } } } }""",
        """
        {"data":{"toll":{"__typename":"Toll","status":"retracted","retraction":{
          "event":{"id":"2022-01-09-toll-164-retracted"},
          "replacement":{"id":"2022-01-15-killed-225","title":"Killed, Kazakhstan: 225"}}}}}
        """)]
    [InlineData(
        """
        { node(id: "2022-01-05-zatulin-warns-not-at-random") {
          id ... on Fact { kind } ... on Statement { speaker { name actor { kind affiliations { id } } } } ... on Toll { count { min } } } }
        """,
        """
        {"data":{"node":{"id":"2022-01-05-zatulin-warns-not-at-random","kind":"statement","speaker":{
          "name":"Konstantin Zatulin","actor":{"kind":"person","affiliations":[{"id":"russia"},{"id":"state-duma"}]}}}}}
        """)]
    [InlineData(
        """
        { fact: node(id: "2022-01-09-killed-164") { __typename id }
          page: node(id: "pledgetimes-csto-peacekeepers") { __typename id ... on Source { publisher } ... on Toll { measure } }
          none: node(id: "nothing") { id } }
        """,
        """
        {"data":{"fact":{"__typename":"Toll","id":"2022-01-09-killed-164"},
          "page":{"__typename":"Source","id":"pledgetimes-csto-peacekeepers","publisher":"Pledge Times"},"none":null}}
        """)]
    [InlineData(
        """
        query Q($no: Boolean = false) {
          a: place(id: "zhanaozen") { n: names { en } name: names { kk } parent @include(if: $no) { id } ...P } }
        fragment P on Place { n: names { ru } kind }
        """,
        """{"data":{"a":{"n":{"en":"Zhanaozen","ru":"Жанаозен"},"name":{"kk":"Жаңаөзен"},"kind":"city"}}}""")]
    [InlineData(
        """
        { lookup(urls: ["https://pledgetimes.com/csto-will-send-peacekeepers-to-kazakhstan?utm_source=x", "https://example.org/"]) {
          match { level } source { id } } }
        """,
        """
        {"data":{"lookup":[{"match":{"level":"normalized"},"source":{"id":"pledgetimes-csto-peacekeepers"}},
          {"match":{"level":"none"},"source":null}]}}
        """)]
    [InlineData(
        """{ toll(id: "2022-01-09-killed-164", asOf: "2022-01-01") { id } event(id: "2022-01-09-killed-164") { id } }""",
        """{"data":{"toll":null,"event":null}}""")]
    public async Task A_query_returns_its_selection_in_its_order(string query, string answer) =>
        JsonNode.Parse((await served.QueryAsync(query)).GetRawText())!.ToJsonString().Should().Be(JsonNode.Parse(answer)!.ToJsonString());

    [Fact]
    public async Task A_connection_pages_by_its_cursors()
    {
        var first =
            (await served.QueryAsync(
            "{ deployments(first: 2) { edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } " +
            "totalCount } }")).GetProperty("data").GetProperty("deployments");
        var cursor = first.GetProperty("edges")[0].GetProperty("cursor").GetString();
        var second =
            (await served.QueryAsync(
            $"{{ deployments(first: 1, after: \"{cursor}\") {{ nodes {{ id }} pageInfo {{ hasPreviousPage }} }} }}")).GetProperty("data")
            .GetProperty("deployments");

        first.GetProperty("totalCount").GetInt32().Should().Be(78);
        first.GetProperty("pageInfo").GetProperty("endCursor").GetString().Should()
            .Be(first.GetProperty("edges")[1].GetProperty("cursor").GetString());
        second.GetProperty("nodes")[0].GetProperty("id").GetString().Should()
            .Be(first.GetProperty("edges")[1].GetProperty("node").GetProperty("id").GetString());
        second.GetProperty("pageInfo").GetProperty("hasPreviousPage").GetBoolean().Should().BeTrue();
    }

    [Theory]
    [InlineData(5)]
    [InlineData(50)]
    public async Task Links_cost_one_statement_for_each_registry_of_a_level_however_many_facts(int facts)
    {
        await using var server = Served.Start(null, served.Database, ("KzFacts:WarmUp", "false"));
        using var client = server.CreateClient();
        var snapshot = await Served.QuietSnapshotAsync(server);
        var query =
            $"{{ events(first: {facts}, filter: {{place: [\"almaty\"]}}) {{ nodes {{ id places {{ place {{ parent {{ place {{ id }} }} " +
            $"}} }} actors {{ actor {{ actor {{ id }} }} }} claims {{ source {{ source {{ id }} }} }} }} }} }}";
        var before = snapshot.Statements;

        using var response = await client.GetAsync($"/graphql?query={Uri.EscapeDataString(query)}", TestContext.Current.CancellationToken);

        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should().NotContain("errors");
        (snapshot.Statements - before).Should()
            .Be(6, "the check of the filter, the page, its places, actors and sources, and the places' parents");
    }
}
