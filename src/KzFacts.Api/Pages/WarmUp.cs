using KzFacts.Api.Languages;
using KzFacts.Api.Serving;
using Microsoft.Extensions.Options;

namespace KzFacts.Api.Pages;

/// <summary>Renders the home page and a chart once when the server has started, or the first visitor would wait while their code is compiled.</summary>
sealed class WarmUp(SnapshotHost host, EndpointDataSource endpoints, IServiceScopeFactory scopes, IHostApplicationLifetime lifetime, IOptions<ServerOptions> options) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.WarmUp) return;
        // Not before: the first answer of the API need not wait for it.
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var _ = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        await using var scope = scopes.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider, Request = { Method = "GET", Scheme = "http", Host = new("localhost"), Path = "/" } };
        await PagesDoor.ShowAsync<HomePage>(http, host, Language.English);
        await endpoints.Endpoints.OfType<RouteEndpoint>().Single(one => one.RoutePattern.RawText == "/charts/timeline.svg").RequestDelegate!(http);
    }
}
