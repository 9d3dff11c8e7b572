using System.Text.Json;
using FluentAssertions;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Operating;

public sealed class RequestIdTests(Served served)
{
    const string Trace = "0af7651916cd43dd8448eb211c80319c", Parent = $"00-{Trace}-b7ad6b7169203331-01", Finished = "Request finished";

    [Theory]
    [InlineData("/v1/events?limit=1")]
    [InlineData("/v1/events?limit=none")]
    [InlineData("/v1/nothing")]
    [InlineData("/")]
    [InlineData("/site.css")]
    [InlineData("/health/live")]
    public async Task An_answer_has_an_id_of_its_own(string path)
    {
        var (one, other) = (await IdOfAsync(path), await IdOfAsync(path));

        one.Should().MatchRegex("^[0-9a-f]{32}$").And.NotBe(other);
    }

    [Fact]
    public async Task The_id_is_that_of_the_trace_of_a_proxy() =>
        (await IdOfAsync("/v1", ("traceparent", Parent))).Should().Be(Trace);

    [Fact]
    public async Task The_log_is_structured_and_names_the_id_of_the_request()
    {
        using var server = await ServerProcess.StartAsync(served.Database, null, null,
            "--Logging:Console:FormatterName", "json", "--Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics", "Information");
        using var client = new HttpClient { BaseAddress = server.Address, DefaultRequestHeaders = { { "traceparent", Parent } } };
        await client.GetAsync("/v1/nothing", TestContext.Current.CancellationToken);

        var log = await Eventually.AskAsync(() => Task.FromResult(server.Log), text => text.Contains(Finished, StringComparison.Ordinal));
        var line = JsonSerializer.Deserialize<JsonElement>(
            log.Split('\n').Single(one => one.Contains(Finished, StringComparison.Ordinal)));

        line.GetProperty("State").GetProperty("StatusCode").GetInt32().Should().Be(404);
        line.GetProperty("Timestamp").GetDateTime().Should().BeCloseTo(DateTime.UtcNow, TimeSpan.FromMinutes(5));
        line.GetProperty("Scopes").EnumerateArray().Where(scope => scope.TryGetProperty("TraceId", out _))
            .Select(scope => scope.GetProperty("TraceId").GetString()).Should().Equal(Trace);
    }

    async Task<string> IdOfAsync(string path, params (string, string)[] headers)
    {
        using var answer = await served.SendAsync(HttpMethod.Get, path, headers);
        return answer.Headers.GetValues("X-Request-ID").Single();
    }
}
