using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace KzFacts.Tests.Fuzzing;

/// <summary>The addresses of a server, and what makes requests for each.</summary>
sealed class Addresses(WebApplicationFactory<Program> server, JsonElement contract)
{
    /// <summary>An answer of the first has no end. The second is tested by queries that the schema generates.</summary>
    static readonly string[] OfOtherTests = ["/v1/changes/stream", "/graphql"];

    readonly HashSet<string> described = [.. contract.GetProperty("paths").EnumerateObject().Select(path => path.Name)];

    public IReadOnlyList<RouteEndpoint> All { get; } =
        [.. server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    /// <summary>Those that the OpenAPI document does not describe.</summary>
    public IReadOnlyList<RouteEndpoint> OfPages =>
        [.. All.Where(one => !described.Contains(PathOf(one)) && !OfOtherTests.Contains(PathOf(one)))];

    public static string PathOf(RouteEndpoint endpoint) => $"/{endpoint.RoutePattern.RawText!.Trim('/')}";

    public static IReadOnlyList<string> MethodsOf(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [];
}
