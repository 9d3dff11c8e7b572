using FluentAssertions;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.GraphQL;

public sealed class AuditTests(Served served)
{
    [Fact]
    public async Task The_GraphQL_over_HTTP_audit_is_wholly_green()
    {
        Tool.NeedNode();

        var (exitCode, output) = await Tool.RunAsync("node", Repository.Path("tests", "contracts"), "audit.mjs", new Uri(served.Address, "/graphql").ToString());

        exitCode.Should().Be(0, output);
        output.Should().Contain("0 notices, 0 warnings, 0 errors");
    }

    [Fact]
    public async Task GraphiQL_runs_in_a_browser_from_this_server_alone()
    {
        Tool.Need("chromium");
        Assert.SkipUnless(File.Exists(Repository.Path("src", "KzFacts.Api", "wwwroot", "graphiql", "graphiql.js")), "the bundle of GraphiQL is needed; ./test.sh makes it");
        await using var server = Served.Start(null, served.Database, ("webroot", Repository.Path("src", "KzFacts.Api", "wwwroot")));
        using var client = server.CreateClient();

        var (_, page) = await Tool.RunAsync("chromium", Path.GetTempPath(), "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking",
            "--disable-sync", "--no-first-run", "--virtual-time-budget=8000", "--dump-dom", new Uri(client.BaseAddress!, "/graphiql").ToString());

        page.Should().Contain("graphiql-container").And.Contain("2022-01-01-lpg-mangystau-doubled");
        page.Should().NotContain("https://unpkg.com").And.NotContain("https://cdn.");
    }
}
