using KzFacts.Data.Changes;
using KzFacts.Data.Querying;

namespace KzFacts.Api.Web;

/// <summary>RFC 9457 problem details. The type address leads to a page with cause and cure.</summary>
public sealed record Problem
{
    public required string Type { get; init; }

    public required string Title { get; init; }

    public required int Status { get; init; }

    public string? Detail { get; init; }

    /// <summary>What is wrong with the request, by parameter.</summary>
    public IReadOnlyList<ParameterError>? Errors { get; init; }

    /// <summary>When and why the fact was removed.</summary>
    public Removal? Removed { get; init; }

    /// <summary>Where to read the whole set, instead of what changed.</summary>
    public string? WholeSet { get; init; }
}

/// <summary>The sorts of problem, each with its page.</summary>
/// <param name="RetryAfter">After how many seconds to try again, where it may be otherwise then.</param>
public sealed record ProblemKind(string Slug, int Status, string Title, string Cause, string Cure, int? RetryAfter = null);
