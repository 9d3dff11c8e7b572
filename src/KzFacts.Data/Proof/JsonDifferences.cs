using System.Text.Json;

namespace KzFacts.Data.Proof;

/// <summary>Says where two JSON values differ, member by member.</summary>
static class JsonDifferences
{
    const int MostShown = 120;

    public static void Collect(string path, JsonElement here, JsonElement held, List<string> differences)
    {
        if (here.ValueKind == JsonValueKind.Object && held.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in held.EnumerateObject())
                if (here.TryGetProperty(member.Name, out var value)) Collect(Join(path, member.Name), value, member.Value, differences);
                else differences.Add($"{Join(path, member.Name)}: missing here, in the snapshot {Show(member.Value)}");
            foreach (var member in here.EnumerateObject())
                if (!held.TryGetProperty(member.Name, out _)) differences.Add($"{Join(path, member.Name)}: here {Show(member.Value)}, not in the snapshot");
        }
        else if (here.ValueKind == JsonValueKind.Array && held.ValueKind == JsonValueKind.Array)
        {
            if (here.GetArrayLength() != held.GetArrayLength()) differences.Add($"{path}: here {here.GetArrayLength()} entries, in the snapshot {held.GetArrayLength()}");
            else for (var i = 0; i < here.GetArrayLength(); i++) Collect($"{path}[{i}]", here[i], held[i], differences);
        }
        else if (here.GetRawText() != held.GetRawText()) differences.Add($"{(path.Length == 0 ? "the answer" : path)}: here {Show(here)}, in the snapshot {(held.ValueKind == JsonValueKind.Null && here.ValueKind == JsonValueKind.Object ? "nothing" : Show(held))}");
    }

    static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    static string Show(JsonElement value) => value.GetRawText() is { Length: > MostShown } text ? $"{text[..MostShown]}…" : value.GetRawText();
}
