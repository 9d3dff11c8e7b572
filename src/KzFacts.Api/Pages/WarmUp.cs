using KzFacts.Api.Serving;
using KzFacts.Languages;
using Microsoft.Extensions.Options;

namespace KzFacts.Api.Pages;

/// <summary>Renders the home page and a chart once when the server has started, or the first visitor would wait while their code is
/// compiled.</summary>
sealed partial class WarmUp(SnapshotHost host, EndpointDataSource endpoints, IServiceScopeFactory scopes,
    IHostApplicationLifetime lifetime, IOptions<ServerOptions> options, ILogger<WarmUp> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.WarmUp) return;
        try
        {
            // Not before: the first answer of the API need not wait for it.
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
            // The server stops, and took the snapshot away.
        }
        catch (Exception e) // whatever is wrong with a page or a chart must not stop a server that answers the rest
        {
            LogCold(e);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The home page and a chart could not be rendered ahead of their first visitor.")]
    partial void LogCold(Exception exception);
}
