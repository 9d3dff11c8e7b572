namespace KzFacts.Data.Querying;

/// <summary>What is wrong with one parameter, and what would be right.</summary>
public sealed record ParameterError(string Parameter, string Detail, string? Hint = null);

/// <summary>A request with invalid values. The exception lists all of them.</summary>
public sealed class InvalidParametersException(IReadOnlyList<ParameterError> errors)
    : Exception(
        string.Join(" ", errors.Select(error => $"{error.Parameter}: {error.Detail}{(error.Hint is null ? "" : $" ({error.Hint})")}")))
{
    public IReadOnlyList<ParameterError> Errors { get; } = errors;
}
