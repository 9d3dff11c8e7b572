using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using KzFacts.Api.Serving;
using Microsoft.Extensions.Options;

namespace KzFacts.Api.Web;

/// <summary>Limits the requests of each client by a token bucket of the framework.</summary>
static class ClientLimit
{
    public static void AddClientLimit(this IServiceCollection services)
    {
        services.AddRateLimiter(_ => { });
        services.AddOptions<Microsoft.AspNetCore.RateLimiting.RateLimiterOptions>().Configure<IOptions<ServerOptions>>((limiter, server) =>
        {
            var options = server.Value;
            if (options.RequestsPerSecond == 0) return;
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, IPAddress>(http =>
                RateLimitPartition.GetTokenBucketLimiter(ClientAddress.Of(http), _ => new()
                {
                    TokenLimit = options.RequestBurst, TokensPerPeriod = options.RequestsPerSecond,
                    ReplenishmentPeriod = TimeSpan.FromSeconds(1), QueueLimit = 0,
                }));
            limiter.OnRejected = (rejected, _) => new(RefuseAsync(rejected.HttpContext, options));
        });
    }

    /// <summary>Answers 429 with the fields of draft-ietf-httpapi-ratelimit-headers. A token is there again after a second.</summary>
    static Task RefuseAsync(HttpContext http, ServerOptions options)
    {
        var window = Math.Max(options.RequestBurst / options.RequestsPerSecond, 1);
        http.Response.Headers["RateLimit-Policy"] = string.Create(CultureInfo.InvariantCulture,
            $"\"client\";q={options.RequestBurst};w={window}");
        http.Response.Headers["RateLimit"] = "\"client\";r=0;t=1";
        return Problems.WriteAsync(http, ProblemKinds.TooManyRequests,
            $"This address may send {options.RequestsPerSecond} requests a second on average, and {options.RequestBurst} at once.");
    }
}
