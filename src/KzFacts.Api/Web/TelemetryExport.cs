using KzFacts.Api.Serving;
using KzFacts.Data.Querying;
using Microsoft.Extensions.Logging.Console;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace KzFacts.Api.Web;

/// <summary>Where metrics and traces go: to <c>/metrics</c> for Prometheus if <see cref="ServerOptions.Metrics"/> is set, and to the
/// collector that the standard variables of OpenTelemetry name (<c>OTEL_EXPORTER_OTLP_ENDPOINT</c>). With neither, nothing is
/// collected.</summary>
static class TelemetryExport
{
    public const string Path = "/metrics";

    static readonly string[] Endpoints =
    [
        "OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT",
        "OTEL_EXPORTER_OTLP_LOGS_ENDPOINT",
    ];

    static readonly string[] Meters =
    [
        Telemetry.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.RateLimiting", "Microsoft.AspNetCore.Server.Kestrel",
        "System.Runtime",
    ];

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<SimpleConsoleFormatterOptions>(InRequest);
        builder.Services.Configure<JsonConsoleFormatterOptions>(options =>
        {
            InRequest(options);
            options.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
        });
        var isScraped = IsScraped(builder.Configuration);
        var isPushed = Endpoints.Any(name => !string.IsNullOrEmpty(builder.Configuration[name]));
        if (!isScraped && !isPushed) return;
        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource
                .AddService("kzfacts", serviceVersion: typeof(TelemetryExport).Assembly.GetName().Version!.ToString(3))
                .AddEnvironmentVariableDetector()) // OTEL_SERVICE_NAME wins
            .WithMetrics(metrics =>
            {
                metrics.AddMeter(Meters);
                if (isScraped) metrics.AddPrometheusExporter(options => options.ScopeInfoEnabled = false);
            });
        if (isPushed)
            telemetry.WithTracing(traces => traces.AddSource(Telemetry.Name)
                .AddAspNetCoreInstrumentation(requests => requests.Filter = http => !Health.IsHealth(http.Request.Path)))
                .WithLogging(null, logs => logs.IncludeScopes = true).UseOtlpExporter();
    }

    /// <summary>Logs the id, the address and the trace of the request with each message.</summary>
    static void InRequest(ConsoleFormatterOptions options) => (options.IncludeScopes, options.UseUtcTimestamp) = (true, true);

    public static void MapMetrics(this WebApplication app)
    {
        if (IsScraped(app.Configuration))
            app.MapPrometheusScrapingEndpoint(Path).WithMetadata(new HttpMethodMetadata(["GET", "HEAD"])).DisableRateLimiting();
    }

    // A value that is neither true nor false is reported when the options are validated.
    static bool IsScraped(IConfiguration configuration) =>
        bool.TryParse(configuration[$"KzFacts:{nameof(ServerOptions.Metrics)}"], out var isScraped) && isScraped;
}
