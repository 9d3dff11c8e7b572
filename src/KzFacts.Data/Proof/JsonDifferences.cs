using System.Text.Json;

namespace KzFacts.Data.Proof;

/// <summary>A member in which two JSON values differ.</summary>
/// <param name="Here">Its value in the first one. Null if it is missing there.</param>
/// <param name="Held">Its value in the second one. Null if it is missing there.</param>
public sealed record JsonDifference(string Path, JsonElement? Here, JsonElement? Held)
{
    const int MostShown = 120;

    /// <summary>The value, shortened to one line. For two lists of different lengths, the length.</summary>
    public string Show(JsonElement value) =>
        Here?.ValueKind == JsonValueKind.Array && Held?.ValueKind == JsonValueKind.Array ? $"{value.GetArrayLength()} entries"
        : value.GetRawText() is { Length: > MostShown } text ? $"{text[..MostShown]}…" : value.GetRawText();
}

/// <summary>Finds the members in which two JSON values differ.</summary>
public static class JsonDifferences
{
    public static IEnumerable<JsonDifference> Between(JsonElement here, JsonElement held, string path = "") =>
        (here.ValueKind, held.ValueKind) switch
        {
            (JsonValueKind.Object, JsonValueKind.Object) =>
                held.EnumerateObject().SelectMany(member => here.TryGetProperty(member.Name, out var value)
                    ? Between(value, member.Value, Join(path, member.Name))
                    : [new(Join(path, member.Name), null, member.Value)])
                .Concat(here.EnumerateObject().Where(member => !held.TryGetProperty(member.Name, out _))
                    .Select(member => new JsonDifference(Join(path, member.Name), member.Value, null))),
            (JsonValueKind.Array, JsonValueKind.Array) when here.GetArrayLength() == held.GetArrayLength() =>
                here.EnumerateArray().Zip(held.EnumerateArray()).SelectMany((pair, i) => Between(pair.First, pair.Second, $"{path}[{i}]")),
            _ => here.GetRawText() == held.GetRawText() ? [] : [new(path, here, held)],
        };

    static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
