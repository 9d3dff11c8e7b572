using System.Globalization;
using System.Reflection;
using System.Text.Json;
using KzFacts.Data.Querying;

namespace KzFacts.Api.Web;

/// <summary>Compares a JSON body with the record that it should fill, and names each fault as a client sees it. (The messages of the
/// serializer name one fault and .NET types.)</summary>
static class BodyMembers
{
    /// <summary>The faults of a body. The members of the record are texts, lists of texts and dates.</summary>
    public static IEnumerable<ParameterError> ErrorsIn(JsonElement body, Type record)
    {
        if (body.ValueKind != JsonValueKind.Object)
            return [new(ErrorCode.Malformed, "body", $"a JSON object is expected, not {NameOf(body.ValueKind)}.")];
        var members = record.GetConstructors().Single().GetParameters()
            .ToDictionary(parameter => JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!));
        return body.EnumerateObject().SelectMany(member => members.TryGetValue(member.Name, out var known)
                ? ErrorsIn(member.Value, member.Name, known)
                    : [ParameterError.Unknown(member.Name, "there is no such member.", members.Keys)])
            .Concat(members.Where(member => !member.Value.HasDefaultValue && !body.TryGetProperty(member.Key, out _))
                .Select(member => new ParameterError(ErrorCode.Missing, member.Key, "it is missing.")));
    }

    static IEnumerable<ParameterError> ErrorsIn(JsonElement value, string name, ParameterInfo member)
    {
        if (value.ValueKind == JsonValueKind.Null && member.HasDefaultValue) return [];
        if (member.ParameterType == typeof(string)) return Text(value, name);
        if (member.ParameterType == typeof(DateOnly?)) return Date(value, name);
        return value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray().SelectMany((one, i) => Text(one, $"{name}[{i}]")) : [Expected("a list of texts", value, name)];
    }

    static IEnumerable<ParameterError> Text(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.String ? [] : [Expected("a text", value, name)];

    static IEnumerable<ParameterError> Date(JsonElement value, string name)
    {
        if (value.ValueKind != JsonValueKind.String) return [Expected("a date", value, name)];
        return DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? []
            : [new(ErrorCode.Malformed, name, $"'{value.GetString()}' is not a valid date.", value.GetString(),
                Hint: "such as 2022-01-05")];
    }

    static ParameterError Expected(string what, JsonElement value, string name) =>
        new(ErrorCode.Malformed, name, $"{what} is expected, not {NameOf(value.ValueKind)}.");

    static string NameOf(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "a boolean",
    };
}
