using System.Net;
using FluentAssertions;
using KzFacts.Tests.Support;
using Microsoft.AspNetCore.Mvc.Testing;

namespace KzFacts.Tests.Serving;

public sealed class ClientLimitTests(Served served)
{
    const int Burst = 3;

    [Fact]
    public async Task A_client_that_sends_too_many_requests_is_answered_429_and_told_when_to_continue()
    {
        using var server = Start();
        using var client = server.CreateClient();
        for (var i = 0; i < Burst; i++) (await StatusAsync(client)).Should().Be(HttpStatusCode.OK);

        using var refused = await client.GetAsync("/v1/facts?limit=1", TestContext.Current.CancellationToken);

        refused.StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
        refused.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        refused.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(1));
        refused.Headers.GetValues("RateLimit-Policy").Should().Equal("\"client\";q=3;w=3");
        refused.Headers.GetValues("RateLimit").Should().Equal("\"client\";r=0;t=1");
        refused.Headers.GetValues("Access-Control-Expose-Headers").Single().Should().Contain("Retry-After").And.Contain("RateLimit");
    }

    [Fact]
    public async Task A_supervisor_is_never_refused()
    {
        using var server = Start();
        using var client = server.CreateClient();

        for (var i = 0; i < 2 * Burst; i++) (await StatusAsync(client, path: "/health/live")).Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_clients_of_a_configured_proxy_have_a_budget_each()
    {
        using var server = Start(("KzFacts:Proxies:0", "127.0.0.0/8"));
        using var client = server.CreateClient();

        for (var i = 0; i <= Burst; i++) (await StatusAsync(client, $"203.0.113.{i}")).Should().Be(HttpStatusCode.OK);
        for (var i = 1; i < Burst; i++) (await StatusAsync(client, "203.0.113.0")).Should().Be(HttpStatusCode.OK);
        (await IsRefusedAsync(_ => StatusAsync(client, "203.0.113.0"))).Should().BeTrue();
    }

    [Fact]
    public async Task An_unknown_proxy_is_not_believed()
    {
        using var server = Start(("KzFacts:Proxies:0", "192.0.2.1"));
        using var client = server.CreateClient();

        (await IsRefusedAsync(i => StatusAsync(client, $"203.0.113.{i}"))).Should().BeTrue();
    }

    [Fact]
    public async Task The_addresses_of_one_network_of_64_bits_are_one_client()
    {
        using var server = Start(("KzFacts:Proxies:0", "127.0.0.1"));
        using var client = server.CreateClient();

        (await IsRefusedAsync(i => StatusAsync(client, $"2001:db8::{i}"))).Should().BeTrue();
        (await StatusAsync(client, "2001:db8:0:1::1")).Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Links_have_the_scheme_and_host_that_a_configured_proxy_names()
    {
        using var server = Start(("KzFacts:Proxies:0", "127.0.0.1"));
        using var client = server.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/facts?limit=1")
        {
            Headers = { { "X-Forwarded-For", "203.0.113.1" }, { "X-Forwarded-Proto", "https" }, { "X-Forwarded-Host", "facts.example" } },
        };
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);

        answer.Headers.GetValues("Link").Single().Should().StartWith("<https://facts.example/v1/facts?");
    }

    [Fact]
    public async Task Only_the_configured_hosts_are_served()
    {
        using var server = Start(("AllowedHosts", "facts.example"));
        using var client = server.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/facts?limit=1") { Headers = { Host = "facts.example" } };
        using var allowed = await client.SendAsync(request, TestContext.Current.CancellationToken);

        allowed.StatusCode.Should().Be(HttpStatusCode.OK);
        (await StatusAsync(client)).Should().Be(HttpStatusCode.BadRequest);
    }

    WebApplicationFactory<Program> Start(params (string, string)[] settings) => Served.Start(null, served.Database,
        [("KzFacts:RequestsPerSecond", "1"), ("KzFacts:RequestBurst", $"{Burst}"), ("KzFacts:WarmUp", "false"), .. settings]);

    /// <summary>Whether one of many requests is refused. A slow machine earns new requests while it sends them.</summary>
    static async Task<bool> IsRefusedAsync(Func<int, Task<HttpStatusCode>> send)
    {
        for (var i = 0; i < 20 * Burst; i++)
            if (await send(i) == HttpStatusCode.TooManyRequests) return true;
        return false;
    }

    static async Task<HttpStatusCode> StatusAsync(HttpClient client, string? forwardedFor = null, string path = "/v1/facts?limit=1")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (forwardedFor is not null) request.Headers.Add("X-Forwarded-For", forwardedFor);
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
