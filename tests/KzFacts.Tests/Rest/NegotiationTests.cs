using System.Net;
using FluentAssertions;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Rest;

/// <summary>Content negotiation by RFC 9110, 12.5.1, and the types of request bodies.</summary>
public sealed class NegotiationTests(Served served)
{
    [Theory]
    [InlineData("*/*", "application/json")]
    [InlineData("", "application/json")]
    [InlineData("not a type", "application/json")]
    [InlineData("text/*", "text/csv")]
    [InlineData("application/json;q=0.1, text/csv", "text/csv")]
    [InlineData("application/json;q=0, */*", "text/csv")]
    [InlineData("application/json;q=0.1, application/*;q=0.9", "application/x-ndjson")]
    [InlineData("*/*, application/atom+xml", "application/atom+xml")]
    [InlineData("APPLICATION/JSON", "application/json")]
    [InlineData("application/json; charset=\"UTF-8\"", "application/json")]
    [InlineData("text/csv; header=present", "text/csv")]
    [InlineData("text/csv;q=0.9;header=absent, application/json;q=0.1", "text/csv")]
    [InlineData("text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8", "application/json")]
    public async Task The_most_specific_range_gives_a_format_its_quality(string accept, string type)
    {
        using var answer = await served.SendAsync(HttpMethod.Get, "/v1/facts?limit=1", ("Accept", accept));

        answer.Content.Headers.ContentType!.MediaType.Should().Be(type);
    }

    [Theory]
    [InlineData("application/xml")]
    [InlineData("text/csv; header=absent")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("*/*;q=0")]
    public async Task A_header_that_allows_no_format_is_406_and_lists_them(string accept)
    {
        using var answer = await served.SendAsync(HttpMethod.Get, "/v1/facts", ("Accept", accept));
        var problem = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        answer.StatusCode.Should().Be(HttpStatusCode.NotAcceptable);
        problem.Should().Contain("application/json, text/csv, application/x-ndjson, application/geo+json, application/atom+xml");
    }

    [Theory]
    [InlineData("application/json;q=0, */*", "application/graphql-response+json")]
    [InlineData("application/*", "application/json")]
    [InlineData("application/json;q=0.5, application/graphql-response+json;q=0.9", "application/graphql-response+json")]
    public async Task GraphQL_negotiates_in_the_same_way(string accept, string type)
    {
        using var answer = await served.SendAsync(HttpMethod.Get, "/graphql?query={revision}", ("Accept", accept));

        answer.Content.Headers.ContentType!.MediaType.Should().Be(type);
    }

    [Theory]
    [InlineData("application/json; charset=\"utf-8\"")]
    [InlineData("Application/JSON;charset=UTF-8")]
    [InlineData("application/json; profile=x")]
    public async Task The_type_of_a_body_is_compared_without_case_and_quotes(string type)
    {
        (await PostAsync("/v1/check", type)).StatusCode.Should().Be(HttpStatusCode.OK);
        (await PostAsync("/graphql", type, """{"query":"{revision}"}""")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("/v1/check", "application/x-www-form-urlencoded", "application/json, text/plain")]
    [InlineData("/v1/check", "text/plain; charset=koi8-r", "application/json, text/plain")]
    [InlineData("/v1/check", null, "application/json, text/plain")]
    [InlineData("/v1/lookup", "application/ld+json", "application/json")]
    [InlineData("/v1/lookup", "application/json; charset=utf-16", "application/json")]
    [InlineData("/graphql", "application/graphql", "application/json")]
    public async Task A_body_of_another_type_is_415_and_lists_those_that_are_accepted(string path, string? type, string accepted)
    {
        var answer = await PostAsync(path, type);

        answer.StatusCode.Should().Be(HttpStatusCode.UnsupportedMediaType);
        answer.Headers.GetValues("Accept").Should().Equal(accepted);
    }

    [Theory]
    [InlineData("/v1/check")]
    [InlineData("/graphql")]
    public async Task An_encoded_body_is_415_and_says_that_none_is_decoded(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent("{}", null, "application/json") };
        request.Content.Headers.ContentEncoding.Add("gzip");
        using var answer = await served.Client.SendAsync(request, TestContext.Current.CancellationToken);

        answer.StatusCode.Should().Be(HttpStatusCode.UnsupportedMediaType);
        answer.Headers.GetValues("Accept-Encoding").Should().Equal("identity");
    }

    [Fact]
    public async Task A_byte_order_mark_is_not_a_part_of_a_text()
    {
        using var body = new ByteArrayContent([0xEF, 0xBB, 0xBF, .. "164 people were killed."u8]);
        body.Headers.ContentType = new("text/plain");
        using var answer = await served.Client.PostAsync("/v1/check", body, TestContext.Current.CancellationToken);

        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should()
            .Contain("\"text\":\"164 people were killed.\"");
    }

    Task<HttpResponseMessage> PostAsync(string path, string? type, string body = """{"text":"164 people were killed."}""")
    {
        var request = new HttpRequestMessage(HttpMethod.Post,
            path)
        { Content = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(body)) };
        if (type is not null) request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        return served.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
