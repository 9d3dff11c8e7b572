using System.Net;
using System.Text.RegularExpressions;
using FluentAssertions;
using KzFacts.Tests.Support;
using Microsoft.AspNetCore.Mvc.Testing;

namespace KzFacts.Tests.Pages;

/// <summary>A server whose public address has a path.</summary>
public sealed partial class PublicPathTests : IDisposable
{
    readonly WebApplicationFactory<Program> server;
    readonly HttpClient client;

    public PublicPathTests(Served served)
    {
        server = Served.Start(null, served.Database, ("KzFacts:PublicUrl", "https://example.org/kz/facts/"));
        using var following = server.CreateClient();
        client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = following.BaseAddress };
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/ru/facts?status=retracted")]
    [InlineData("/facts/2022-01-09-killed-164")]
    [InlineData("/facts/nope")]
    [InlineData("/embed/facts/2022-01-09-killed-164")]
    [InlineData("/kk/tolls")]
    [InlineData("/search?q=peacekeepers")]
    [InlineData("/lookup?url=https://pledgetimes.com/csto-will-send-peacekeepers-to-kazakhstan/")]
    [InlineData("/problems/timeout")]
    [InlineData("/graphiql")]
    public async Task Every_link_of_a_page_stays_below_the_path(string path)
    {
        var page = await PageAsync(path);
        var links = Link().Matches(page).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)).ToList();

        links.Where(link => link.StartsWith('/') || link.StartsWith("https://example.org", StringComparison.Ordinal))
            .Should().NotBeEmpty().And.OnlyContain(link => link.StartsWith("/kz/facts") || link.StartsWith("https://example.org/kz/facts"))
            .And.NotContain(link => link.Contains("/kz/facts/kz/facts"));
    }

    [Fact]
    public async Task Every_link_of_the_home_page_leads_somewhere()
    {
        var page = await PageAsync("/");
        foreach (var link in Link().Matches(page).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)).Distinct()
            .Where(link => link.StartsWith('/') && !link.Contains("/stream", StringComparison.Ordinal) && !link.EndsWith("/ask")))
        {
            using var answer = await client.GetAsync(link, TestContext.Current.CancellationToken);
            ((int)answer.StatusCode).Should().BeLessThan(400, link);
        }
    }

    [Theory]
    [InlineData("/kz/facts/v1/facts?limit=1")]
    [InlineData("/v1/facts?limit=1")]
    public async Task A_proxy_may_pass_the_path_on_or_remove_it(string path)
    {
        (await PageAsync(path)).Should().Contain("\"next\":\"https://example.org/kz/facts/v1/facts?limit=1&after=");
    }

    [Fact]
    public async Task The_input_box_leads_to_an_address_below_the_path()
    {
        using var answer = await client.GetAsync("/ask?q=peacekeepers", TestContext.Current.CancellationToken);

        answer.Headers.Location!.ToString().Should().Be("/kz/facts/search?q=peacekeepers");
    }

    async Task<string> PageAsync(string path)
    {
        using var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        client.Dispose();
        server.Dispose();
    }

    [GeneratedRegex("(?:href|src|srcset|action|data-live|data-facts)=\"([^\"#]+)")]
    private static partial Regex Link();
}
