using KzFacts.Api.Serving;

namespace KzFacts.Api.Web;

static class Operations
{
    /// <summary>Maps GET and HEAD, or POST if the operation has a body. Handlers are plain request delegates: the framework
    /// compiles other delegates at the first request, which would wait for all of them.</summary>
    public static IEndpointConventionBuilder MapOperation(
        this IEndpointRouteBuilder routes, string pattern, Operation operation, Func<HttpContext, SnapshotHost, Task> handle)
    {
        var host = routes.ServiceProvider.GetRequiredService<SnapshotHost>();
        return routes.MapMethods(pattern, operation.Body is null ? ["GET", "HEAD"] : ["POST"], http => handle(http, host))
            .WithMetadata(handle.Method, operation);
    }
}
