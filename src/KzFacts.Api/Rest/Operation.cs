using KzFacts.Api.Serving;
using KzFacts.Data.Querying;

namespace KzFacts.Api.Rest;

/// <summary>What the documentation needs to know of a mapped operation.</summary>
public sealed record Operation(string Id, ICollection? Collection, OperationKind Kind, IReadOnlyList<Type> Parameters);

public enum OperationKind { List, Find, Search, Lookup, Lookups, History, Citation, Claims, Changes, ChangeStream, Index }

/// <summary>Maps what is read.</summary>
static class Operations
{
    /// <summary>Maps GET and HEAD, or POST where the operation has a body. As a plain request delegate: handlers of other shapes are compiled, all at once, when the first request
    /// comes, which then waits for them.</summary>
    public static void MapOperation(this IEndpointRouteBuilder routes, string pattern, Operation operation, Func<HttpContext, SnapshotHost, Task> handle)
    {
        var host = routes.ServiceProvider.GetRequiredService<SnapshotHost>();
        routes.MapMethods(pattern, operation.Kind is OperationKind.Lookups ? ["POST"] : ["GET", "HEAD"], http => handle(http, host))
            .WithMetadata(handle.Method, operation).WithTags(
                operation.Kind is OperationKind.Changes or OperationKind.ChangeStream ? "Changes" : operation.Collection is { } collection && operation.Kind is not OperationKind.Search ? collection.Label : "Look-up and search");
    }
}
