using FluentAssertions;
using KzFacts.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KzFacts.BrowserTests;

public sealed class GraphiQLTests(Served served, Browser browser)
{
    [Fact]
    public async Task GraphiQL_runs_from_this_server_alone_and_answers_its_first_query()
    {
        var webRoot = Repository.Path("src", "KzFacts.Api", "wwwroot");
        Assert.SkipUnless(File.Exists(Path.Join(webRoot, "graphiql", "graphiql.js")),
            "the bundle of GraphiQL is needed; ./test.sh makes it");
        await using var server = Served.Start(null, served.Database, ("webroot", webRoot));
        var address = server.ClientOptions.BaseAddress;
        var page = await browser.OpenAsync(address);
        var hosts = new List<string>();
        page.Request += (_, request) => hosts.Add(new Uri(request.Url).Authority);

        await page.GotoAsync("/graphiql");
        await page.GetByRole(AriaRole.Button, new() { Name = "Execute query" }).ClickAsync();

        await Expect(page.Locator(".result-window")).ToContainTextAsync("\"stance\": \"retracts\"");
        hosts.Should().OnlyContain(host => host == address.Authority);
    }
}
