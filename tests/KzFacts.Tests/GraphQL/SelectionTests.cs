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
          page: node(id: "pledgetimes-csto-peacekeepers") { __typename id ... on Source { publisher } ... on Toll { measure } } }
        """,
        """
        {"data":{"fact":{"__typename":"Toll","id":"2022-01-09-killed-164"},
          "page":{"__typename":"Source","id":"pledgetimes-csto-peacekeepers","publisher":"Pledge Times"}}}
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
    public async Task A_query_returns_its_selection_in_its_order(string query, string answer) =>
        JsonNode.Parse((await served.QueryAsync(query)).GetRawText())!.ToJsonString().Should().Be(JsonNode.Parse(answer)!.ToJsonString());

    [Theory]
    [InlineData("""toll(id: "2022-01-09-killed-164", asOf: "2022-01-01")""",
        "Nothing was known of '2022-01-09-killed-164' among the tolls by 2022-01-01.", null)]
    [InlineData("""event(id: "2022-01-09-killed-164")""",
        "'2022-01-09-killed-164' is of the kind toll; see /v1/facts/2022-01-09-killed-164.", "2022-01-09-killed-164")]
    [InlineData("""actor(id: "Токаев")""",
        "There is no 'Токаев' among the actors. Did you mean 'kassym-jomart-tokayev'?",
        "kassym-jomart-tokayev")]
    [InlineData("""node(id: "nothing")""", "There is no 'nothing' among the facts.", null)]
    public async Task An_unknown_id_is_null_and_an_error_says_why(string field, string message, string? suggestion)
    {
        var answer = await served.QueryAsync($"{{ found: {field} {{ id }} }}");

        answer.GetProperty("data").GetRawText().Should().Be("""{"found":null}""");
        var error = answer.GetProperty("errors").EnumerateArray().Single();
        error.GetProperty("message").GetString().Should().Be(message);
        error.GetProperty("path")[0].GetString().Should().Be("found");
        error.GetProperty("extensions").GetProperty("code").GetString().Should().Be("NOT_FOUND");
        (error.GetProperty("extensions").TryGetProperty("suggestion", out var meant) ? meant.GetString() : null).Should().Be(suggestion);
    }

    [Theory]
    [InlineData("facts(limit: 3) { totalCount }", "limit", "unknown", "first")]
    [InlineData("facts(last: 5) { totalCount }", "last", "unknown", "descending")]
    [InlineData("""tolls(asOf: "2022-01-09") { totalCount }""", "asOf", "unknown", "filter")]
    [InlineData("""facts(filter: { plase: "almaty" }) { totalCount }""", "filter.plase", "unknown", "place")]
    [InlineData("""facts(filter: { kind: ["toll"] }) { totalCount }""", "filter.kind[0]", "no_such_value", "toll")]
    [InlineData("facts(filter: { kind: [TOLL] }) { totalCount }", "filter.kind[0]", "no_such_value", "toll")]
    [InlineData("""facts(filter: { from: "5 Jan 2022" }) { totalCount }""", "filter.from", "malformed", null)]
    public async Task An_invalid_argument_is_named_with_what_was_probably_meant(string field, string parameter, string code,
        string? suggestion)
    {
        var answer = await served.QueryAsync($"{{ {field} }}");

        var error = answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("errors")[0];
        error.GetProperty("parameter").GetString().Should().Be(parameter);
        error.GetProperty("code").GetString().Should().Be(code);
        (error.TryGetProperty("suggestion", out var meant) ? meant.GetString() : null).Should().Be(suggestion);
    }

    [Fact]
    public async Task All_invalid_values_of_a_field_are_reported_at_once()
    {
        var answer = await served.QueryAsync(
            """{ facts(filter: { place: ["Алматы"], from: "2022-01-08", to: "2022-01-04" }, after: "x", first: 0) { totalCount } }""");

        answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("errors").EnumerateArray()
            .Select(error => error.GetProperty("code").GetString()).Should()
            .BeEquivalentTo("invalid_cursor", "no_such_value", "contradiction", "out_of_range");
    }

    [Theory]
    [InlineData("subscription { changes { id } }", "GET /v1/changes/stream")]
    [InlineData("query($kind: [Kind!]) { facts(filter: { kind: $kind }) { totalCount } }", "one of event, statement")]
    public async Task A_message_says_what_would_be_right(string query, string words)
    {
        var answer = await served.QueryAsync(query, new { kind = new[] { "TOLL" } });

        answer.GetProperty("errors")[0].GetProperty("message").GetString().Should().Contain(words);
    }

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
