using System.Net;
using System.Text.Json;
using FluentAssertions;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Serving;

public sealed class HealthTests(Served served)
{
    [Fact]
    public async Task A_server_that_runs_is_live()
    {
        var (status, health) = await HealthAsync(served.Client, "/health/live");

        status.Should().Be(HttpStatusCode.OK);
        health.GetProperty("status").GetString().Should().Be("healthy");
        health.GetProperty("uptimeSeconds").GetInt64().Should().BeGreaterThanOrEqualTo(0);
    }

    [Fact]
    public async Task A_server_is_ready_when_a_verified_snapshot_is_served_and_warm()
    {
        using var server = Served.Start(null, served.Database);
        using var client = server.CreateClient();
        await Served.QuietSnapshotAsync(server);
        var (status, health) = await HealthAsync(client, "/health/ready");

        status.Should().Be(HttpStatusCode.OK);
        health.GetProperty("revision").GetString().Should().Be(served.Snapshot.State.Revision);
        health.GetProperty("compiledAt").GetString().Should().Be(served.Snapshot.State.CompiledAt);
        health.GetProperty("dataAgeSeconds").GetInt64().Should().BeGreaterThanOrEqualTo(0);
    }

    [Fact]
    public async Task A_server_that_is_still_warming_up_is_live_but_not_ready()
    {
        using var server = Served.Start(null, served.Database);
        using var client = server.CreateClient();
        var (status, health) = await HealthAsync(client, "/health/ready"); // it warms up after a second

        status.Should().Be(HttpStatusCode.ServiceUnavailable);
        health.GetProperty("reason").GetString().Should().Be("The server is warming up.");
        (await HealthAsync(client, "/health/live")).Status.Should().Be(HttpStatusCode.OK);
    }

    static async Task<(HttpStatusCode Status, JsonElement Health)> HealthAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);
        answer.Headers.CacheControl!.NoStore.Should().BeTrue();
        return (answer.StatusCode, JsonSerializer.Deserialize<JsonElement>(
            await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)));
    }
}
