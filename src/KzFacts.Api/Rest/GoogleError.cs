using System.Text.Json.Serialization;
using KzFacts.Data.Querying;

namespace KzFacts.Api.Rest;

/// <summary>A failure as Google's services tell it, for the clients of theirs that ask here.</summary>
public sealed record GoogleError(GoogleError.Content Error)
{
    public sealed record Content(int Code, string Message, string Status, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<BadRequest>? Details);

    public sealed record BadRequest([property: JsonPropertyName("@type")] string Type, IReadOnlyList<Violation> FieldViolations);

    public sealed record Violation(string Field, string Description);

    public static GoogleError Of(ProblemKind kind, string message, IReadOnlyList<ParameterError>? errors) => new(new Content(kind.Status, message,
        kind.Status switch { 400 => "INVALID_ARGUMENT", 404 => "NOT_FOUND", 405 => "UNIMPLEMENTED", 503 => "UNAVAILABLE", _ => "INTERNAL" },
        errors is null ? null : [new("type.googleapis.com/google.rpc.BadRequest", [.. errors.Select(error => new Violation(error.Parameter, $"{error.Detail} {error.Hint}".TrimEnd()))])]));
}
