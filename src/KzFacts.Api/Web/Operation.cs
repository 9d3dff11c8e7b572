using System.Text.Json.Nodes;
using KzFacts.Data.Querying;
using KzFacts.Data.Registries;

namespace KzFacts.Api.Web;

/// <summary>What the OpenAPI document says about an operation. Its name, summary, description and tag are metadata of the
/// framework.</summary>
/// <param name="Answer">The record of its JSON answer. Null if it has none.</param>
public sealed record Operation(Type? Answer = null)
{
    /// <summary>The records of its query parameters.</summary>
    public IReadOnlyList<Type> Parameters { get; init; } = [];

    /// <summary>The names of the required parameters.</summary>
    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>What to give if a required parameter is missing, as a phrase.</summary>
    public string? Missing { get; init; }

    /// <summary>The default number of entries.</summary>
    public int DefaultLimit { get; init; } = Page.Default;

    /// <summary>The collection whose entry the path names by id, or null.</summary>
    public ICollection? EntryOf { get; init; }

    /// <summary>The body of a POST request, or null.</summary>
    public RequestBody? Body { get; init; }

    /// <summary>The formats of its answers, the default first.</summary>
    public IReadOnlyList<string> Formats { get; init; } = ["json"];

    /// <summary>What a format means for this operation, if that differs from its general meaning.</summary>
    public IReadOnlyDictionary<string, string> FormatNotes { get; init; } = new Dictionary<string, string>();

    /// <summary>The description of a successful answer.</summary>
    public string Success { get; init; } = "The answer.";

    /// <summary>Whether answers have an ETag, and 304 is possible.</summary>
    public bool HasValidators { get; init; } = true;

    /// <summary>The name of the list whose pages it gives. The Link header has the next one. Null if it has no pages.</summary>
    public string? List { get; init; }

    /// <summary>Whether a Range header can ask for a part of the answer.</summary>
    public bool HasRanges { get; init; }

    /// <summary>Whether a failure of the request is drawn as a picture, too.</summary>
    public bool DrawsFailures { get; init; }

    /// <summary>A header of the request that it reads, with its description and an example. Null if it reads none of its own.</summary>
    public (string Name, string Description, string Example)? Header { get; init; }

    /// <summary>The problems it can have, apart from those of its parameters, formats and entries.</summary>
    public IReadOnlyList<ProblemKind> Problems { get; init; } = [];

    /// <summary>An example answer in a format. Null if there is none.</summary>
    public Func<ExampleReading, string, JsonNode?> Example { get; init; } = (_, _) => null;
}

/// <summary>The body of a request.</summary>
/// <param name="IsText">Whether plain text is accepted beside JSON.</param>
public sealed record RequestBody(Type Type, string Description, Func<CrisisExamples, JsonNode?> Example, bool IsText = false);

/// <summary>The tags of operations that do not belong to a collection.</summary>
static class Tags
{
    public const string Changes = "Changes", Search = "Look-up and search";
}
