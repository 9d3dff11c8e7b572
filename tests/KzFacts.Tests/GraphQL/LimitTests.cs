using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using FluentAssertions;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.GraphQL;

public sealed class LimitTests(Served served)
{
    [Fact]
    public async Task A_fragment_bomb_of_a_kilobyte_is_refused_in_milliseconds()
    {
        var bomb = new StringBuilder("{ events { ...f0 } }");
        for (var i = 0; i < 25; i++) bomb.Append($" fragment f{i} on EventConnection {{ ...f{i + 1} ...f{i + 1} a{i}: totalCount }}");
        bomb.Append(" fragment f25 on EventConnection { totalCount }");
        await served.QueryAsync("{ revision }");
        var clock = Stopwatch.StartNew();

        var answer = await served.QueryAsync(bomb.ToString());

        CodeOf(answer).Should().Be("QUERY_TOO_LARGE");
        clock.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(1), "unguarded it takes many seconds");
    }

    public static TheoryData<string, string> TooLarge => new()
    {
        { "nested 100 deep",
            $"{{ {string.Concat(Enumerable.Repeat("events { nodes { relations { fact { fact { ", 20))}id{new string('}', 100)} }}" },
        { "nested 1,000 deep", $"{{ {string.Concat(Enumerable.Repeat("a{", 1000))}id{new string('}', 1000)} }}" },
        { "10,000 aliases", $"{{ {string.Join(' ', Enumerable.Range(0, 10_000).Select(i => $"a{i}: revision"))} }}" },
        { "600 fields", $"{{ events {{ {string.Join(' ', Enumerable.Range(0, 600).Select(i => $"a{i}:totalCount"))} }} }}" },
        { "21 root fields", $"{{ {string.Join(' ', Enumerable.Range(0, 21).Select(i => $"a{i}: revision"))} }}" },
        { "21 root fields in a fragment",
            $"{{ ...all }} fragment all on Query {{ {string.Join(' ', Enumerable.Range(0, 21).Select(i => $"a{i}: revision"))} }}" },
        { "a hundred thousand fields of the schema",
            $"{{ __schema {{ types {{ fields {{ type {{ ofType {{ " +
            $"{string.Join(' ', Enumerable.Range(0, 400).Select(i => $"a{i}: name"))} }} }} }} }} }} }}" },
        { "34 MB of documents for an answer of 1 MB",
            PagesOf("claims { stance }") },
        { "costly pages",
            PagesOf("id title summary first last time status origins supports disputes retracts") },
    };

    static string PagesOf(string fields) =>
        $"{{ {string.Join(' ', Enumerable.Range(0, 20).Select(i => $"a{i}: facts(first: 500) {{ nodes {{ {fields} }} }}"))} }}";

    [Theory, MemberData(nameof(TooLarge))]
    public async Task A_document_that_is_too_large_is_refused_with_a_code(string what, string query) =>
        CodeOf(await served.QueryAsync(query)).Should().Be("QUERY_TOO_LARGE", what);

    [Fact]
    public async Task A_root_field_that_is_written_many_times_is_executed_and_counted_once() =>
        (await served.QueryAsync($"{{ {string.Concat(Enumerable.Repeat("revision ", 50))} }}")).TryGetProperty("errors", out _).Should()
            .BeFalse();

    [Fact]
    public async Task No_more_than_a_hundred_errors_of_a_document_are_reported()
    {
        var answer = await served.QueryAsync($"{{ facts {{ {string.Join(' ', Enumerable.Range(0, 400).Select(i => $"nothing{i}"))} }} }}");

        var errors = answer.GetProperty("errors").EnumerateArray().ToList();
        errors.Should().HaveCount(101);
        errors[^1].GetProperty("message").GetString().Should().Be("There are 300 more errors.");
    }

    [Fact]
    public async Task An_answer_of_more_than_eight_megabytes_is_refused()
    {
        var claims = string.Join(' ', Enumerable.Range(0, 40).Select(i => $"a{i}: claims {{ evidence {{ url }} }}"));

        var answer = await served.QueryAsync($"{{ facts(first: 500) {{ nodes {{ {claims} }} }} }}");

        CodeOf(answer).Should().Be("QUERY_TOO_LARGE");
        answer.GetProperty("errors")[0].GetProperty("message").GetString().Should().Contain("8388608 bytes");
        answer.GetProperty("data").GetProperty("facts").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Theory]
    [InlineData("""{ events(first: 0) { totalCount } }""", "first")]
    [InlineData("""{ events(filter: {place: ["almatty"]}) { totalCount } }""", "did you mean 'almaty'?")]
    [InlineData("""{ priceChanges(filter: {commodity: ["lgp"]}) { totalCount } }""", "did you mean 'lpg'?")]
    [InlineData("""{ events(after: "garbage") { totalCount } }""", "after")]
    [InlineData("""{ search(q: "***") { total } }""", "no word to search for")]
    [InlineData("""{ lookup(urls: []) { url } }""", "1 to 100")]
    public async Task An_invalid_value_is_named_with_a_code(string query, string words)
    {
        var answer = await served.QueryAsync(query);

        CodeOf(answer).Should().Be("BAD_USER_INPUT");
        answer.GetProperty("errors")[0].GetProperty("message").GetString().Should().Contain(words);
    }

    [Fact]
    public async Task A_field_that_fails_leaves_the_other_answers()
    {
        var answer = await served.QueryAsync("""{ revision bad: events(first: 0) { totalCount } good: events { totalCount } }""");

        answer.GetProperty("data").GetProperty("bad").ValueKind.Should().Be(JsonValueKind.Null);
        answer.GetProperty("data").GetProperty("good").GetProperty("totalCount").GetInt32().Should().Be(SeedCounts.Of("events"));
    }

    [Theory]
    [InlineData("""{ events(filter: {type: [protests]}) { totalCount } }""")]
    [InlineData("""{ events(filter: {from: "banana"}) { totalCount } }""")]
    [InlineData("""{ event { id } }""")]
    [InlineData("""{ nothing }""")]
    [InlineData("""{ events { """)]
    public async Task A_query_that_the_schema_forbids_is_an_error_with_a_code_and_without_a_stack_trace(string query)
    {
        var answer = await served.QueryAsync(query);

        CodeOf(answer).Should().NotBeNullOrEmpty();
        answer.GetRawText().Should().NotContain("   at ").And.NotContain("Exception");
    }

    [Fact]
    public async Task A_body_of_ten_megabytes_is_413()
    {
        // With its length, so that the server need not read it.
        using var body = new StringContent($$"""{"query":"{{new string('x', 10_000_000)}}"}""", null, "application/json");
        using var response = await served.Client.PostAsync("/graphql", body, TestContext.Current.CancellationToken);

        response.StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task A_query_over_the_time_limit_is_interrupted_in_REST_and_GraphQL()
    {
        await using var server = Served.Start(null, served.Database, ("KzFacts:QueryTimeout", "00:00:00"));
        using var client = server.CreateClient();
        using var rest = await client.GetAsync("/v1/facts?count=true&bbox=-180,-90,180,90", TestContext.Current.CancellationToken);
        using var graphql = await client.PostAsJsonAsync("/graphql", new
        {
            query = "{ facts(filter: {bbox: \"-180,-90,180,90\"}) { totalCount } }"
        }, TestContext.Current.CancellationToken);

        rest.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        (await graphql.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should().Contain("TIMEOUT");
    }

    static string? CodeOf(JsonElement answer) => answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString();
}
