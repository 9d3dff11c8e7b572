using FluentAssertions;
using KzFacts.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace KzFacts.Tests.Rest;

/// <summary>The headers that every answer has.</summary>
public sealed class HeaderTests(Served served)
{
    [Theory]
    [InlineData("GET", "/v1/facts?limit=1", 200)]
    [InlineData("GET", "/v1/facts?limit=0", 400)]
    [InlineData("GET", "/v1/facts/nope", 404)]
    [InlineData("GET", "/nope", 404)]
    [InlineData("DELETE", "/v1/facts", 405)]
    [InlineData("POST", "/v1/check", 415)]
    [InlineData("GET", "/", 200)]
    [InlineData("GET", "/facts/nope", 404)]
    [InlineData("GET", "/embed/facts/2022-01-09-killed-164", 200)]
    [InlineData("GET", "/charts/map.svg?bbox=1", 400)]
    [InlineData("GET", "/site.css", 200)]
    [InlineData("GET", "/swagger/index.html", 200)]
    [InlineData("GET", "/graphql", 400)]
    [InlineData("OPTIONS", "/v1/facts", 204)]
    public async Task Every_answer_has_the_headers_of_security_and_permits_pages_of_any_origin(string method, string path, int status)
    {
        using var answer = await served.SendAsync(new(method), path, ("Origin", "https://newsroom.example"),
            ("Access-Control-Request-Method", "GET"));

        ((int)answer.StatusCode).Should().Be(status);
        Header(answer, "X-Content-Type-Options").Should().Be("nosniff");
        Header(answer, "Content-Security-Policy").Should().StartWith("default-src ");
        Header(answer, "Referrer-Policy").Should().Be("strict-origin-when-cross-origin");
        Header(answer, "Access-Control-Allow-Origin").Should().Be("*");
        answer.Headers.Contains("Server").Should().BeFalse();
    }

    [Theory]
    [InlineData("/v1/facts?limit=1", "cross-origin")]
    [InlineData("/charts/tolls.svg", "cross-origin")]
    [InlineData("/embed/facts/2022-01-09-killed-164", "cross-origin")]
    [InlineData("/ru/embed/facts/2022-01-09-killed-164", "cross-origin")]
    [InlineData("/facts", "same-origin")]
    [InlineData("/site.js", "same-origin")]
    public async Task Other_sites_may_embed_what_is_meant_for_it(string path, string policy)
    {
        using var answer = await served.SendAsync(HttpMethod.Get, path);

        Header(answer, "Cross-Origin-Resource-Policy").Should().Be(policy);
    }

    [Fact]
    public async Task An_answer_permits_any_origin_even_if_the_request_names_none()
    {
        using var answer = await served.SendAsync(HttpMethod.Get, "/v1/events?limit=1");

        Header(answer, "Access-Control-Allow-Origin").Should().Be("*");
        Header(answer, "Access-Control-Expose-Headers").Should().Contain("ETag").And.Contain("Retry-After");
    }

    [Fact]
    public async Task A_browser_remembers_a_preflight_for_a_day()
    {
        using var answer = await served.SendAsync(HttpMethod.Options, "/v1/check", ("Origin", "https://newsroom.example"),
            ("Access-Control-Request-Method", "POST"), ("Access-Control-Request-Headers", "content-type"));

        Header(answer, "Access-Control-Max-Age").Should().Be("86400");
    }

    [Fact]
    public void Every_address_that_takes_GET_takes_HEAD()
    {
        using var server = Served.Start(null, served.Database);

        server.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Select(endpoint => (endpoint.DisplayName, Methods: endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []))
            .Where(one => one.Methods.Contains("GET") && !one.Methods.Contains("HEAD")).Should().BeEmpty();
    }

    [Fact]
    public async Task A_page_that_fails_is_a_page_for_a_browser_and_problem_details_for_a_program()
    {
        foreach (var (accept, type) in new[] { ("text/html,*/*;q=0.8", "text/html"), ("*/*", "application/problem+json") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/ask") { Content = new StringContent("no form") };
            request.Headers.TryAddWithoutValidation("Accept", accept);
            using var answer = await served.Client.SendAsync(request, TestContext.Current.CancellationToken);

            ((int)answer.StatusCode).Should().Be(400);
            answer.Content.Headers.ContentType!.MediaType.Should().Be(type);
            Header(answer, "Content-Security-Policy").Should().Contain("frame-ancestors 'none'");
        }
    }

    static string Header(HttpResponseMessage answer, string name) => answer.Headers.GetValues(name).Should().ContainSingle().Subject;
}
