using System.Diagnostics;
using System.Text.Json;
using KzFacts.Api.Serving;
using KzFacts.Data;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace KzFacts.Api.Web;

/// <summary>Whether the server runs (<c>/health/live</c>), and whether it serves a verified snapshot and is warm
/// (<c>/health/ready</c>). For load balancers and supervisors.</summary>
static class Health
{
    public const string Path = "/health";

    public static bool IsHealth(PathString path) => path.StartsWithSegments(Path);

    public static void AddHealth(this IServiceCollection services) => services.AddHealthChecks().AddCheck<SnapshotHealth>("snapshot");

    public static void MapHealth(this WebApplication app)
    {
        app.MapCheck($"{Path}/live", _ => false);
        app.MapCheck($"{Path}/ready", _ => true);
    }

    static void MapCheck(this WebApplication app, string path, Func<HealthCheckRegistration, bool> predicate) =>
        app.MapHealthChecks(path, new() { Predicate = predicate, ResponseWriter = WriteAsync })
            .WithMetadata(new HttpMethodMetadata(["GET", "HEAD"])).DisableRateLimiting();

    static Task WriteAsync(HttpContext http, HealthReport report)
    {
        Dictionary<string, object?> answer = new()
        {
            ["status"] = report.Status == HealthStatus.Healthy ? "healthy" : "unhealthy",
            ["uptimeSeconds"] = (long)(DateTime.UtcNow - Process.GetCurrentProcess().StartTime.ToUniversalTime()).TotalSeconds,
        };
        foreach (var entry in report.Entries.Values)
        {
            if (entry.Description is not null) answer["reason"] = entry.Description;
            foreach (var (name, value) in entry.Data) answer[name] = value;
        }
        http.Response.ContentType = Answers.Json;
        return http.Response.WriteAsync(JsonSerializer.Serialize(answer, FactJson.Options), http.RequestAborted);
    }
}

/// <summary>The state of the served snapshot.</summary>
sealed class SnapshotHealth(SnapshotHost host) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            using var lease = host.Lease();
            var state = lease.Snapshot.State;
            Dictionary<string, object> data = new()
            {
                ["revision"] = state.Revision, ["compiledAt"] = state.CompiledAt,
                ["dataAgeSeconds"] = (long)(DateTimeOffset.UtcNow - state.Compiled).TotalSeconds,
            };
            return Task.FromResult(!host.IsVerified ? HealthCheckResult.Unhealthy("The snapshot is being verified.", data: data)
                : !host.Warmed.IsCompleted ? HealthCheckResult.Unhealthy("The server is warming up.", data: data)
                : HealthCheckResult.Healthy(data: data));
        }
        catch (NoSnapshotException e)
        {
            return Task.FromResult(HealthCheckResult.Unhealthy(e.Message));
        }
    }
}
