using FluentAssertions;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Serving;

/// <summary>A server with an invalid setting does not start, and says which setting it is and what would be right.</summary>
public sealed class SettingTests(Served served)
{
    [Theory]
    [InlineData("PublicUrl", "facts.example", "KzFacts:PublicUrl must be an address like https://facts.example")]
    [InlineData("QueryTimeout", "-00:00:01", "KzFacts:QueryTimeout must be 00:00:00 to 00:10:00 (hours:minutes:seconds).")]
    [InlineData("QueryTimeout", "soon", "KzFacts:QueryTimeout is 'soon', but must be a time (hours:minutes:seconds).")]
    [InlineData("MostStreams", "many", "KzFacts:MostStreams is 'many', but must be a whole number.")]
    [InlineData("Metrics", "yes", "KzFacts:Metrics is 'yes', but must be true or false.")]
    [InlineData("PollInterval", "00:00:00", "KzFacts:PollInterval must be 00:00:00.0100000 to 1.00:00:00")]
    [InlineData("MostStreams", "-1", "KzFacts:MostStreams must be 0 to 100000.")]
    [InlineData("MostBytesWaiting", "1", "KzFacts:MostBytesWaiting must be 65536 to 2147483647.")]
    [InlineData("RequestsPerSecond", "-1", "KzFacts:RequestsPerSecond must be 0 to 100000.")]
    [InlineData("Proxies:0", "nobody", "KzFacts:Proxies must be IP addresses or networks, such as 127.0.0.1 or 10.0.0.0/8.")]
    [InlineData("MostStream", "5", "There is no setting KzFacts:MostStream. docs/operating.md lists all.")]
    public async Task An_invalid_setting_ends_the_start_with_a_sentence(string setting, string value, string sentence)
    {
        using var server = ServerProcess.Begin(served.Database, options: [$"--KzFacts:{setting}", value]);

        await server.Process.WaitForExitAsync(TestContext.Current.CancellationToken);

        server.Process.ExitCode.Should().Be(1, server.Log);
        server.Log.Should().Contain(sentence).And.NotContain("   at ").And.NotContain("System.");
    }
}
