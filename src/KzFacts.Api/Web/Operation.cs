using System.Text.Json.Nodes;
using KzFacts.Api.Serving;
using KzFacts.Data.Names;
using KzFacts.Data.Querying;

namespace KzFacts.Api.Web;

/// <summary>What the OpenAPI document says of an operation, besides what the framework's metadata says: name, summary, description and
/// tag.</summary>
/// <param name="Answer">The record of its JSON answer; null where it has none.</param>
public sealed record Operation(Type? Answer = null)
{
    /// <summary>The records of its query parameters.</summary>
    public IReadOnlyList<Type> Parameters { get; init; } = [];

    /// <summary>The names of the parameters that must be given.</summary>
    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>How many entries it gives where nobody says.</summary>
    public int DefaultLimit { get; init; } = Page.Default;

    /// <summary>The collection of which the path names an entry by its id, or null.</summary>
    public ICollection? EntryOf { get; init; }

    /// <summary>The body in which it is asked, by POST; or null.</summary>
    public RequestBody? Body { get; init; }

    /// <summary>The formats of its answers, the default first.</summary>
    public IReadOnlyList<string> Formats { get; init; } = ["json"];

    /// <summary>What a format holds here, where that is not what it holds everywhere.</summary>
    public IReadOnlyDictionary<string, string> FormatNotes { get; init; } = new Dictionary<string, string>();

    /// <summary>What a successful answer is.</summary>
    public string Success { get; init; } = "The answer.";

    /// <summary>Whether an answer has an ETag, and 304 is an answer.</summary>
    public bool HasValidators { get; init; } = true;

    /// <summary>Whether the Link header names the next page.</summary>
    public bool IsPaged { get; init; }

    /// <summary>Whether a part of the answer can be asked for by Range.</summary>
    public bool HasRanges { get; init; }

    /// <summary>What it fails by, besides what its parameters, formats and entries can fail by.</summary>
    public IReadOnlyList<ProblemKind> Problems { get; init; } = [];

    /// <summary>An answer to show, in a format; null where there is none.</summary>
    public Func<ExampleReading, string, JsonNode?> Example { get; init; } = (_, _) => null;
}

/// <summary>The body of a request.</summary>
public sealed record RequestBody(Type Type, string Description, Func<CrisisExamples, JsonNode?> Example);

/// <summary>The tags of operations that belong to no collection.</summary>
static class Tags
{
    public const string Changes = "Changes", Search = "Look-up and search";
}

static class Operations
{
    /// <summary>Maps GET and HEAD, or POST where the operation has a body. Handlers are plain request delegates: the framework compiles
    /// others when the first request comes, which then waits for all of them.</summary>
    public static IEndpointConventionBuilder MapOperation(
        this IEndpointRouteBuilder routes, string pattern, Operation operation, Func<HttpContext, SnapshotHost, Task> handle)
    {
        var host = routes.ServiceProvider.GetRequiredService<SnapshotHost>();
        return routes.MapMethods(pattern, operation.Body is null ? ["GET", "HEAD"] : ["POST"], http => handle(http, host))
            .WithMetadata(handle.Method, operation);
    }
}
