using FluentAssertions;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.GraphQL;

public sealed class AuditTests(Served served)
{
    [Fact]
    public async Task The_GraphQL_over_HTTP_audit_passes_completely()
    {
        Tool.NeedNode();

        var (exitCode, output) = await Tool.RunAsync("node", Repository.Path("tests", "contracts"), "audit.mjs",
            new Uri(served.Address, "/graphql").ToString());

        exitCode.Should().Be(0, output);
        output.Should().Contain("0 notices, 0 warnings, 0 errors");
    }
}
