using KzFacts.Api.Serving;
using KzFacts.Languages;
using Microsoft.Extensions.Options;

namespace KzFacts.Api.Pages;

/// <summary>Renders the home page and a chart once after the start. Otherwise the first visitor would wait while their code is
/// compiled.</summary>
sealed partial class WarmUp(SnapshotHost host, EndpointDataSource endpoints, IServiceScopeFactory scopes,
    IHostApplicationLifetime lifetime, IOptions<ServerOptions> options, ILogger<WarmUp> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.WarmUp) return;
        try
        {
            // Only after the start, so that the first answer of the API does not wait.
            var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await using var _ = lifetime.ApplicationStarted.Register(started.SetResult);
            await started.Task.WaitAsync(stoppingToken);
            await using var scope = scopes.CreateAsyncScope();
            var http = new DefaultHttpContext
            {
                RequestServices = scope.ServiceProvider,
                Request = { Method = "GET", Scheme = "http", Host = new("localhost"), Path = "/" }
            };
            await PagesDoor.ShowAsync<HomePage>(http, host, Language.Default);
            await endpoints.Endpoints.OfType<RouteEndpoint>()
                .Single(one => one.RoutePattern.RawText == "/charts/timeline.svg").RequestDelegate!(http);
        }
        catch (Exception) when (stoppingToken.IsCancellationRequested)
        {
            // The server is stopping and has closed the snapshot.
        }
        catch (Exception e) // a fault in a page or a chart must not stop the server
        {
            LogCold(e);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The home page and a chart could not be rendered at the start.")]
    partial void LogCold(Exception exception);
}
