using KzFacts.Api.Serving;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace KzFacts.Api.Web;

/// <summary>The proxies whose X-Forwarded headers are believed.</summary>
static class Proxies
{
    public static void AddProxies(this IServiceCollection services) =>
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<ServerOptions>>((forwarded, server) =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.All;
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var proxy in server.Value.Proxies) forwarded.KnownIPNetworks.Add(ServerOptions.NetworkOf(proxy)!.Value);
        });

    /// <summary>Takes the address, the scheme, the host and the path of the client from the headers of the configured proxies.
    /// </summary>
    public static void UseProxies(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<ServerOptions>>().Value.Proxies.Length > 0) app.UseForwardedHeaders();
    }
}
