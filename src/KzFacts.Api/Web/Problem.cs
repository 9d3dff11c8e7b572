using System.Text.Json.Serialization;
using KzFacts.Data.Changes;
using KzFacts.Data.Querying;

namespace KzFacts.Api.Web;

/// <summary>Problem details (RFC 9457). The type is the address of a page that explains cause and cure.</summary>
public sealed record Problem
{
    public required string Type { get; init; }

    public required string Title { get; init; }

    public required int Status { get; init; }

    public required string Detail { get; init; }

    /// <summary>What is wrong with the request, by parameter.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ParameterError>? Errors { get; init; }

    /// <summary>The path that was probably meant by an unknown one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Suggestion { get; init; }

    /// <summary>When and why the fact was removed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Removal? Removed { get; init; }

    /// <summary>The address of all facts, for a client that cannot get the changes it asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? WholeSet { get; init; }
}

/// <summary>A type of problem. Each has a page.</summary>
/// <param name="RetryAfter">The number of seconds after which a retry may succeed. Null if it cannot.</param>
public sealed record ProblemKind(string Slug, int Status, string Title, string Cause, string Cure, int? RetryAfter = null);
