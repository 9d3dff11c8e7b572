using System.Net;
using FluentAssertions;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Rest;

public sealed class ConditionalTests(Served served)
{
    public static TheoryData<string> Addresses =>
    [
        "/v1", "/v1/facts", "/v1/events?type=clash", "/v1/tolls/2022-01-09-killed-164", "/v1/sources", "/v1/words?format=csv",
            "/v1/tolls?format=ndjson", "/v1/places?format=geojson", "/v1/events?format=atom", "/v1/timeline",
            "/v1/price-series?format=csv", "/v1/toll-series", "/v1/deployment-summary",
        "/v1/lookup?url=https://pledgetimes.com/csto-will-send-peacekeepers-to-kazakhstan/", "/v1/search?q=peacekeepers",
    ];

    [Theory, MemberData(nameof(Addresses))]
    public async Task An_answer_is_304_to_its_own_ETag(string path)
    {
        using var first = await SendAsync(HttpMethod.Get, path);
        using var second = await SendAsync(HttpMethod.Get, path, ("If-None-Match", first.Headers.ETag!.ToString()));

        first.Headers.ETag.IsWeak.Should().BeTrue();
        second.StatusCode.Should().Be(HttpStatusCode.NotModified);
        (await second.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Should().BeEmpty();
    }

    [Theory, MemberData(nameof(Addresses))]
    public async Task HEAD_is_GET_without_the_body(string path)
    {
        using var get = await SendAsync(HttpMethod.Get, path);
        using var head = await SendAsync(HttpMethod.Head, path);

        head.StatusCode.Should().Be(HttpStatusCode.OK);
        head.Headers.ETag.Should().Be(get.Headers.ETag);
        head.Content.Headers.ContentType.Should().Be(get.Content.Headers.ContentType);
        (await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Should().BeEmpty();
    }

    [Fact]
    public async Task Invalid_parameters_are_an_error_even_if_the_ETag_matches()
    {
        using var first = await SendAsync(HttpMethod.Get, "/v1/events");
        using var second = await SendAsync(HttpMethod.Get, "/v1/events?form=1", ("If-None-Match", first.Headers.ETag!.ToString()));

        second.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        second.Headers.ETag.Should().BeNull();
    }

    [Fact]
    public async Task Pages_of_any_origin_may_read()
    {
        using var response = await SendAsync(HttpMethod.Get, "/v1/events?limit=1", ("Origin", "https://newsroom.example"));

        response.Headers.GetValues("Access-Control-Allow-Origin").Should().Equal("*");
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Answers_are_compressed_on_request(string encoding)
    {
        using var response = await SendAsync(HttpMethod.Get, "/v1/events", ("Accept-Encoding", encoding));

        response.Content.Headers.ContentEncoding.Should().Equal(encoding);
    }

    Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return served.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
