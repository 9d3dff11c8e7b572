using System.Collections.Concurrent;
using System.Text;
using FluentAssertions;
using KzFacts.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace KzFacts.Tests.Operating;

public sealed class TraceTests(Served served)
{
    [Fact]
    public async Task A_collector_that_the_standard_variables_name_receives_requests_with_their_statements_and_metrics_and_logs()
    {
        await using var collector = new Collector();
        var address = await collector.StartAsync();
        using var server = await ServerProcess.StartAsync(served.Database, new()
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = address, ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "100", ["OTEL_METRIC_EXPORT_INTERVAL"] = "200", ["OTEL_BLRP_SCHEDULE_DELAY"] = "100",
            ["OTEL_SERVICE_NAME"] = "facts-of-ours",
        });
        using var client = new HttpClient { BaseAddress = server.Address };
        await client.GetAsync("/v1/events?limit=1", TestContext.Current.CancellationToken);

        (await collector.ReceivesAsync("/v1/traces", "GET /v1/events")).Should()
            .Contain("GET /v1/events").And.Contain("db.query.text").And.Contain("select").And.Contain("facts-of-ours");
        (await collector.ReceivesAsync("/v1/metrics", "http.server.request.duration")).Should()
            .Contain("http.server.request.duration").And.Contain("db.client.connection.wait_time");
        (await collector.ReceivesAsync("/v1/logs", "Serving revision")).Should().Contain("Serving revision");
    }

    /// <summary>A collector of OpenTelemetry over HTTP. It keeps the bodies as text: names and statements are readable in them.
    /// </summary>
    sealed class Collector : IAsyncDisposable
    {
        readonly ConcurrentDictionary<string, string> received = new();
        readonly WebApplication app;

        public Collector()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.ClearProviders();
            app = builder.Build();
            app.Run(async http =>
            {
                using var body = new StreamReader(http.Request.Body, Encoding.Latin1);
                var text = await body.ReadToEndAsync(http.RequestAborted);
                received.AddOrUpdate(http.Request.Path, text, (_, before) => before + text);
                http.Response.ContentType = "application/x-protobuf";
            });
        }

        public async Task<string> StartAsync()
        {
            await app.StartAsync(TestContext.Current.CancellationToken);
            return app.Urls.Single();
        }

        public Task<string> ReceivesAsync(string path, string text) => Eventually.AskAsync(
            () => Task.FromResult(received.GetValueOrDefault(path, "")), body => body.Contains(text, StringComparison.Ordinal));

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}
