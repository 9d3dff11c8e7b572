using System.ComponentModel;
using System.Text.Json.Serialization;
using KzFacts.Data.Querying;

namespace KzFacts.Api.Web;

[Description("An error in the form of Google's services, for their clients.")]
public sealed record GoogleError(GoogleStatus Error)
{
    /// <summary>The path under which errors have this form.</summary>
    public const string Root = "/v1alpha1";

    public static GoogleError Of(ProblemKind kind, string message, IReadOnlyList<ParameterError>? errors) =>
        new(new GoogleStatus(kind.Status, message,
        kind.Status switch { 400 => "INVALID_ARGUMENT", 404 => "NOT_FOUND", 405 => "UNIMPLEMENTED", 503 => "UNAVAILABLE", _ => "INTERNAL" },
        errors is null ? null : [new("type.googleapis.com/google.rpc.BadRequest",
            [.. errors.Select(error => new GoogleViolation(error.Parameter, $"{error.Detail} {error.Advice}".TrimEnd()))])]));
}

[Description("The status, its name, and the invalid parameters if there are any.")]
public sealed record GoogleStatus(int Code, string Message, string Status,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<GoogleBadRequest>? Details);

[Description("The invalid parameters.")]
public sealed record GoogleBadRequest([property: JsonPropertyName("@type")] string Type, IReadOnlyList<GoogleViolation> FieldViolations);

[Description("A parameter, and what is wrong with it.")]
public sealed record GoogleViolation(string Field, string Description);
