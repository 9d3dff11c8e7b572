using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using KzFacts.Compiler.Kinds;
using KzFacts.Data.Facts;

namespace KzFacts.Compiler.Seeds;

/// <summary>JSON Schemas (draft 2020-12) of the seed files. They are made from the records that read the files, so that an editor
/// can complete and check entries.</summary>
public static class SeedSchema
{
    static readonly Dictionary<string, Type> Entries = new Dictionary<string, Type>
    {
        ["words"] = typeof(SeedWord), ["actors"] = typeof(SeedActor), ["places"] = typeof(SeedPlace), ["sources"] = typeof(SeedSource),
        ["removed"] = typeof(SeedRemoved),
        ["publishers"] = typeof(SeedPublisher), [SeedCrisis.Part] = typeof(SeedCrisis),
    }.Concat(SeedKind.All.Values.Select(kind => KeyValuePair.Create(kind.Part, kind.Seed))).ToDictionary();

    /// <summary>The schema of the files of a part.</summary>
    public static JsonObject Of(string part)
    {
        var schema = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["title"] = $"KzFacts seeds: {part}" };
        var entry = Value(Entries[part], null, Entries[part]);
        if (part != SeedCrisis.Part) entry = new() { ["type"] = "array", ["items"] = entry };
        foreach (var (name, value) in entry.ToList()) schema[name] = value?.DeepClone();
        return schema;
    }

    static JsonObject Value(Type type, PropertyInfo? field, Type entry)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string)) return Text(field);
        if (type == typeof(bool)) return new() { ["type"] = "boolean" };
        if (type == typeof(double)) return new() { ["type"] = "number" };
        if (type == typeof(DateOnly)) return new() { ["type"] = "string", ["format"] = "date" };
        if (type == typeof(PartialDate))
            return new()
            {
                ["type"] = new JsonArray("string", "integer"),
                ["pattern"] = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T[0-9]{2}:[0-9]{2}[+-][0-9]{2}:[0-9]{2})?)?)?$"
            };
        if (type.IsEnum) return new() { ["enum"] = new JsonArray([.. ClosedWords.All(type).Select(word => (JsonNode)word)]) };
        if (type == typeof(NumberRange))
            return new() { ["oneOf"] = new JsonArray(new JsonObject { ["type"] = "number" }, Record(type, entry)) };
        if (type == typeof(PageValues)) return PageValuesOf(entry);
        if (type == typeof(Details))
            return new()
            {
                ["type"] = "object", ["additionalProperties"] =
                new JsonObject { ["type"] = new JsonArray("string", "number", "boolean") }
            };
        if (type == typeof(Dictionary<string, string>))
            return new() { ["type"] = "object", ["additionalProperties"] = new JsonObject { ["type"] = "string" } };
        if (typeof(IDictionary).IsAssignableFrom(type)) return Dictionary(type, field, entry);
        if (typeof(IList).IsAssignableFrom(type))
            return new() { ["type"] = "array", ["items"] = Value(type.GetGenericArguments()[0], field, entry) };
        return Record(type, entry);
    }

    static JsonObject Text(PropertyInfo? field)
    {
        var schema = new JsonObject { ["type"] = "string", ["minLength"] = 1 };
        if (field?.GetCustomAttribute<RefersToAttribute>() is { } refers) schema["description"] = $"The id of a {refers.What}.";
        if (field?.GetCustomAttribute<WordOfAttribute>() is { } word)
            schema["description"] = $"A word of the registry {word.Registry} in words.yaml.";
        return schema;
    }

    static JsonObject Record(Type record, Type entry)
    {
        var fields = SeedBinder.Fields(record);
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key,
                (JsonNode?)Value(field.Value.PropertyType, field.Value, entry)))),
            ["additionalProperties"] = false,
        };
        var required = fields.Where(field => field.Value.IsDefined(typeof(RequiredMemberAttribute))).Select(field => (JsonNode)field.Key)
            .ToArray();
        if (required.Length > 0) schema["required"] = new JsonArray(required);
        return schema;
    }

    static JsonObject Dictionary(Type type, PropertyInfo? field, Type entry) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(ClosedWords.All(type.GetGenericArguments()[0])
            .Select(word => KeyValuePair.Create(word, (JsonNode?)Value(type.GetGenericArguments()[1], field, entry)))),
        ["additionalProperties"] = false,
    };

    /// <summary>The fields for which a page may give its own value. Null means that the page gives none.</summary>
    static JsonObject PageValuesOf(Type entry) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(SeedBinder.Fields(entry).Where(field => field.Value.IsDefined(typeof(PageValueAttribute)))
            .Select(field => KeyValuePair.Create(field.Key, (JsonNode?)new JsonObject
            {
                ["oneOf"] =
                new JsonArray(new JsonObject { ["type"] = "null" }, Value(field.Value.PropertyType, field.Value, entry))
            }))),
        ["additionalProperties"] = false,
    };
}
