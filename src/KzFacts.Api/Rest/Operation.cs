using KzFacts.Api.Serving;
using KzFacts.Data.Querying;

namespace KzFacts.Api.Rest;

/// <summary>What the documentation needs to know of a mapped operation.</summary>
public sealed record Operation(string Id, ICollection? Collection, OperationKind Kind, IReadOnlyList<Type> Parameters)
{
    /// <summary>Whether what is asked for stands in the body.</summary>
    public bool HasBody => Kind is OperationKind.Lookups or OperationKind.Check;

    /// <summary>The formats of its answers, the one to give where none is asked for first.</summary>
    public IReadOnlyList<string> Formats { get; init; } = ["json"];

    /// <summary>Series: what they are answered with.</summary>
    public SeriesAnswer? Series { get; init; }
}

public enum OperationKind { List, Find, Search, Lookup, Lookups, Check, History, Citation, Claims, Changes, ChangeStream, Export, Series, Chart, Index }

/// <summary>Maps what is read.</summary>
static class Operations
{
    /// <summary>Maps GET and HEAD, or POST where the operation has a body. As a plain request delegate: handlers of other shapes are compiled, all at once, when the first request
    /// comes, which then waits for them.</summary>
    public static void MapOperation(this IEndpointRouteBuilder routes, string pattern, Operation operation, Func<HttpContext, SnapshotHost, Task> handle)
    {
        var host = routes.ServiceProvider.GetRequiredService<SnapshotHost>();
        routes.MapMethods(pattern, operation.HasBody ? ["POST"] : ["GET", "HEAD"], http => handle(http, host))
            .WithMetadata(handle.Method, operation).WithTags(
                operation.Kind is OperationKind.Changes or OperationKind.ChangeStream ? "Changes" : operation.Collection is { } collection && operation.Kind is not OperationKind.Search ? collection.Label : "Look-up and search");
    }
}
