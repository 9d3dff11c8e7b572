using System.ComponentModel;
using System.Text.Json.Serialization;

namespace KzFacts.Data.Querying;

/// <summary>What kind of fault a value has. Programs may rely on these words.</summary>
public enum ErrorCode
{
    [Description("The address has no parameter, or the body no member, of this name.")]
    Unknown,

    [Description("A required parameter is missing.")]
    Missing,

    [Description("The parameter is given more than once, but takes one value.")]
    Repeated,

    [Description("The parameter has more values than it may have.")]
    TooMany,

    [Description("The parameter has no value, or a text without a word.")]
    Empty,

    [Description("The value does not have the form of its type: a date, a number, an address.")]
    Malformed,

    [Description("A number or a length is outside its bounds.")]
    OutOfRange,

    [Description("The value is none of the words or ids that exist.")]
    NoSuchValue,

    [Description("The cursor is damaged, or belongs to another list, filter or order.")]
    InvalidCursor,

    [Description("Two parameters exclude each other.")]
    Contradiction,
}

/// <summary>What is wrong with one value of a request.</summary>
public sealed record ParameterError(
    [property: Description("The kind of fault.")] ErrorCode Code,
    [property: Description("The name of the parameter, or the place in the body: url, urls[3], body.")] string Parameter,
    [property: Description("What is wrong, as a sentence.")] string Detail,
    string? Value = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [property: Description("What was probably meant, to put in place of the value or of the name. Absent if nothing is similar.")]
        string? Suggestion = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [property: Description("How to put it right, as a phrase. Absent if the detail says it.")] string? Hint = null)
{
    const int LongestValue = 200;

    [Description("The value, cut after 200 characters. Absent if none is concerned.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Value { get; init; } = Value?.Length > LongestValue ? $"{Value[..LongestValue]}…" : Value;

    /// <summary>The error in a name that does not exist.</summary>
    /// <param name="names">The names that exist.</param>
    public static ParameterError Unknown(string name, string detail, IReadOnlyCollection<string> names) => new(ErrorCode.Unknown, name,
        detail, null, Text.Suggestion.Nearest(names, name), $"one of {string.Join(", ", names)}");

    /// <summary>The suggestion and the hint in words, for people. Empty if there is neither.</summary>
    [JsonIgnore]
    public string Advice =>
        string.Join(" ", new[] { Suggestion is null ? null : $"did you mean '{Suggestion}'?", Hint }.OfType<string>());

    public override string ToString() => $"{Parameter}: {Detail}{(Advice.Length == 0 ? "" : $" ({Advice})")}";
}

/// <summary>A request with invalid values. The exception lists all of them.</summary>
public sealed class InvalidParametersException(IReadOnlyList<ParameterError> errors) : Exception(string.Join(" ", errors))
{
    public IReadOnlyList<ParameterError> Errors { get; } = errors;
}
