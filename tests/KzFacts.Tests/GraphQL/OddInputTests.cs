using System.Net;
using System.Text;
using System.Text.Json;
using FluentAssertions;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.GraphQL;

/// <summary>Null where the schema has defaults or lists of non-null items, and bytes that are not text.</summary>
public sealed class OddInputTests(Served served)
{
    [Theory]
    [InlineData("{ timeline(by: null, bucket: null, filter: {from: \"2022-01-05\", to: \"2022-01-06\"}) { count } }",
        "{ timeline(filter: {from: \"2022-01-05\", to: \"2022-01-06\"}) { count } }")]
    [InlineData("{ facts(first: null, descending: null, filter: null) { totalCount nodes { id } } }",
        "{ facts { totalCount nodes { id } } }")]
    [InlineData("{ search(q: \"almaty\", first: null, filter: null) { items { fact { id } } } }",
        "{ search(q: \"almaty\") { items { fact { id } } } }")]
    [InlineData("{ changes(first: null, since: null) { nodes { fact } } }", "{ changes { nodes { fact } } }")]
    [InlineData("query ($first: Int, $by: TimelineBy) { facts(first: $first) { nodes { id } } timeline(by: $by) { count } }",
        "{ facts { nodes { id } } timeline { count } }")]
    public async Task A_null_for_an_argument_with_a_default_means_the_default(string query, string plain) =>
        (await served.QueryAsync(query, new { first = (int?)null, by = (string?)null })).GetRawText().Should()
            .Be((await served.QueryAsync(plain)).GetRawText());

    [Theory]
    [InlineData("query ($p: String) { facts(filter: {place: [$p]}) { totalCount } }", "null")]
    [InlineData("query ($p: String) { facts(filter: {place: [$p]}) { totalCount } }", "\"almaty\"")]
    [InlineData("query ($p: [String]) { facts(filter: {place: $p}) { totalCount } }", "[\"almaty\", null]")]
    [InlineData("query ($p: [Status]) { facts(filter: {status: $p}) { totalCount } }", "[\"retracted\", null]")]
    [InlineData("query ($p: [Status!]) { facts(filter: {status: $p}) { totalCount } }", "[\"retracted\", null]")]
    [InlineData("query ($p: [Int]) { facts(filter: {place: $p}) { totalCount } }", "[1]")]
    [InlineData("query ($p: String = \"almaty\") { facts(filter: {place: [$p]}) { totalCount } }", "null")]
    [InlineData("query ($p: Status = disputed) { facts(filter: {status: [retracted, $p]}) { totalCount } }", "null")]
    [InlineData("query ($p: String) { lookup(urls: [$p]) { url } }", "null")]
    [InlineData("query ($p: AnyFactFilter) { facts(filter: $p) { totalCount } }", "{\"place\": [null]}")]
    public async Task A_null_that_could_reach_a_list_of_non_null_items_is_a_validation_error(string query, string value)
    {
        var answer = await served.QueryAsync(query, new { p = JsonSerializer.Deserialize<JsonElement>(value) });

        answer.TryGetProperty("data", out _).Should().BeFalse("nothing is executed");
        answer.GetProperty("errors")[0].GetProperty("message").GetString().Should().Contain("$p");
    }

    [Theory]
    [InlineData("type X { a: Int } { revision }")]
    [InlineData("{ revision } extend schema { query: Y }")]
    public async Task A_request_with_a_definition_of_types_is_not_executed(string query)
    {
        var answer = await served.QueryAsync(query);

        answer.TryGetProperty("data", out _).Should().BeFalse();
        answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().Should().Be("EXECUTABLE_DEFINITIONS");
    }

    [Theory]
    [InlineData("query ($p: String!) { facts(filter: {place: [$p]}) { totalCount } }", "\"almaty\"")]
    [InlineData("query ($p: String = \"almaty\") { facts(filter: {place: [$p]}) { totalCount } }", "\"almaty\"")]
    [InlineData("query ($p: [String!]!) { facts(filter: {place: $p}) { totalCount } }", "[\"almaty\"]")]
    [InlineData("query ($p: [String!]) { facts(filter: {place: $p}) { totalCount } }", "[\"almaty\"]")]
    public async Task A_non_null_variable_is_allowed_in_a_list(string query, string value) =>
        (await served.QueryAsync(query, new { p = JsonSerializer.Deserialize<JsonElement>(value) })).GetProperty("data")
            .GetProperty("facts").GetProperty("totalCount").GetInt32().Should().BePositive();

    public static TheoryData<string> Bodies =>
    [
        """{"query":"{revision} #\ud800"}""", """{"query":"{revision} #\udc00"}""",
        """{"query":"{revision}","operationName":"\ud800"}""", """{"query":"{revision}","\ud800":1}""",
        """{"query":"{revision}","variables":{"a":"\ud800"}}""", "{\"query\":\"{revision} #\u00ff\"}", "\u00fe\u00ff",
    ];

    [Theory, MemberData(nameof(Bodies))]
    public async Task A_body_that_is_not_text_is_a_bad_request(string body)
    {
        using var content = new ByteArrayContent(Encoding.Latin1.GetBytes(body)) { Headers = { ContentType = new("application/json") } };

        using var response = await served.Client.PostAsync("/graphql", content, TestContext.Current.CancellationToken);

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken))
            .GetProperty("errors").GetArrayLength().Should().Be(1);
    }

    [Theory]
    [InlineData("{__type(name:\"Fact\"){possibleTypes{interfaces{possibleTypes{name}}}}}")]
    [InlineData("{__schema{types{fields{type{fields{type{fields{name}}}}}}}}")]
    [InlineData(
        "{revision __type(name:\"Fact\"){...a}} fragment a on __Type{possibleTypes{...b}} fragment b on " +
        "__Type{interfaces{possibleTypes{name}}}")]
    [InlineData("{__schema{types{... on __Type{inputFields{type{fields{type{interfaces{name}}}}}}}}}")]
    public async Task Introspection_of_lists_inside_lists_inside_lists_is_refused(string query)
    {
        var answer = await served.QueryAsync(query);

        answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().Should().Be("QUERY_TOO_LARGE");
        answer.GetProperty("errors")[0].GetProperty("message").GetString().Should().Contain("the limit is 2");
    }

    [Fact]
    public async Task Introspection_of_two_lists_is_answered() =>
        (await served.QueryAsync("{__type(name:\"Fact\"){possibleTypes{interfaces{name}}}}")).GetProperty("data").GetProperty("__type")
            .GetProperty("possibleTypes").GetArrayLength().Should().Be(5);
}
