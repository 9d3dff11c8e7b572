using KzFacts.Api.Serving;

namespace KzFacts.Api.Pages;

/// <summary>Renders the home page once before the server listens, or the first visitor would wait while its code is compiled.</summary>
sealed class WarmUp(SnapshotHost host, IServiceScopeFactory scopes) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider, Request = { Method = "GET", Scheme = "http", Host = new("localhost"), Path = "/" } };
        await PagesDoor.ShowAsync<HomePage>(http, host, Language.English);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
