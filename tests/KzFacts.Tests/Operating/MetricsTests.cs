using System.Net;
using FluentAssertions;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Operating;

public sealed class MetricsTests(Served served, MeteredServer metered) : IClassFixture<MeteredServer>
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("http_server_request_duration_seconds_count{http_request_method=\"GET\",http_response_status_code=\"200\"," +
        "http_route=\"/v1/events/{id}\"", "requests")]
    [InlineData("db_client_operation_duration_seconds_count{db_system_name=\"sqlite\"} ", "statements")]
    [InlineData("db_client_connection_wait_time_seconds_count{db_client_connection_pool_name=\"cheap\"} ", "waits for a lane")]
    [InlineData("kzfacts_cache_name=\"statements\"} ", "caches")]
    [InlineData("kzfacts_snapshot_swap_duration_seconds_count{error_type=\"InvalidSnapshotException\"} 1", "swaps")]
    [InlineData("kzfacts_snapshot_compiled_time_seconds{kzfacts_revision=\"", "the age of the data")]
    [InlineData("aspnetcore_rate_limiting_requests_total{aspnetcore_rate_limiting_result=\"acquired\"} ", "the limiter")]
    [InlineData("kzfacts_streams_open{} 0", "streams")]
    [InlineData("kzfacts_answers_waiting_bytes{} 0", "answers that wait for slow clients")]
    [InlineData("kzfacts_requests_waiting{db_client_connection_pool_name=\"costly\"} 0", "requests that wait for their turn")]
    [InlineData("dotnet_gc_heap_total_allocated_bytes_total{} ", "the runtime")]
    public async Task Prometheus_reads_the_metrics_of(string line, string what) =>
        (await Eventually.AskAsync(() => metered.Client.GetStringAsync("/metrics", Cancel),
            text => text.Contains(line, StringComparison.Ordinal))).Should().Contain(line, what);

    [Fact]
    public async Task Metrics_are_not_shown_unless_a_setting_says_so() =>
        (await served.Client.GetAsync("/metrics", Cancel)).StatusCode.Should().Be(HttpStatusCode.NotFound);

    [Fact]
    public async Task Metrics_are_read_when_their_reader_is_over_its_limit()
    {
        using var server = MeteredServer.Start(served.Database, ("KzFacts:RequestsPerSecond", "1"), ("KzFacts:RequestBurst", "1"));
        using var client = server.CreateClient();
        await client.GetAsync("/v1", Cancel);

        (await client.GetAsync("/v1", Cancel)).StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
        (await client.GetAsync("/metrics", Cancel)).StatusCode.Should().Be(HttpStatusCode.OK);
    }
}
