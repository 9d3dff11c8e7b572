using System.Text.Json;

namespace KzFacts.Tests.Fuzzing;

/// <summary>Queries generated from introspection: root fields with mostly real arguments, and selections of several levels.</summary>
sealed class GraphQLRequests : IGeneratedRequests
{
    const double StrangeShare = 0.03;
    const int MostLevels = 4, MostFields = 40;

    public const string Introspection = """
        {
          __schema {
            queryType { name }
            types {
              kind name possibleTypes { name }
              fields { name type { ...type } args { ...value } } inputFields { ...value } enumValues { name }
            }
          }
        }
        fragment value on __InputValue { name description type { ...type } }
        fragment type on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }
        """;

    readonly DrawnValues values;
    readonly Dictionary<string, JsonElement> types;
    readonly JsonElement query;

    public GraphQLRequests(JsonElement schema, DrawnValues values)
    {
        this.values = values;
        types = schema.GetProperty("types").EnumerateArray().ToDictionary(type => type.GetProperty("name").GetString()!);
        query = types[schema.GetProperty("queryType").GetProperty("name").GetString()!];
    }

    /// <summary>The request with a number. The same number gives the same request.</summary>
    public GeneratedRequest Of(int seed)
    {
        var random = new Random(seed);
        var left = MostFields;
        var document = string.Join(' ', Enumerable.Range(0, random.Next(1, 4))
            .Select(i => $"a{i}: {Field(random, DrawnValues.One(random, [.. Fields(query)]), 0, ref left)}"));
        var text = random.NextDouble() < StrangeShare ? $"{{ {document}" : $"{{ {document} }}";
        return random.Next(10) == 0
            ? new("GET", $"/graphql?query={Uri.EscapeDataString(text)}", Accept: "application/graphql-response+json")
            : new("POST", "/graphql", JsonSerializer.Serialize(new { query = text }), "application/json");
    }

    string Field(Random random, JsonElement field, int level, ref int left)
    {
        left--;
        List<string> arguments = [];
        foreach (var argument in field.GetProperty("args").EnumerateArray())
            if (IsRequired(argument) || random.NextDouble() < 0.4)
                arguments.Add($"{Name(argument)}: {Value(random, argument, argument.GetProperty("type"))}");
        var given = arguments.Count == 0 ? "" : $"({string.Join(", ", arguments)})";
        return $"{Name(field)}{given}{Selection(random, TypeOf(field), level, ref left)}";
    }

    /// <summary>Some fields of a type. Empty for a type without fields.</summary>
    string Selection(Random random, string type, int level, ref int left)
    {
        var of = types[type];
        if (of.GetProperty("kind").GetString() is not ("OBJECT" or "INTERFACE" or "UNION")) return "";
        List<string> chosen = ["__typename"];
        if (level < MostLevels && of.GetProperty("fields").ValueKind == JsonValueKind.Array)
            foreach (var field in Fields(of))
                if (left > 0 && random.NextDouble() < 0.35) chosen.Add(Field(random, field, level + 1, ref left));
        if (of.GetProperty("kind").GetString() != "OBJECT" && level < MostLevels && left > 0)
        {
            var possible = Name(DrawnValues.One(random, [.. of.GetProperty("possibleTypes").EnumerateArray()]));
            // Aliases, because fields of different types may have the same name and different types.
            var leaves = Fields(types[possible]).Where(field => types[TypeOf(field)].GetProperty("kind").GetString() is "SCALAR" or "ENUM");
            chosen.Add($"... on {possible} {{ {string.Join(' ', leaves.Take(5).Select(field => $"x_{Name(field)}: {Name(field)}"))} }}");
        }
        return $" {{ {string.Join(' ', chosen)} }}";
    }

    string Value(Random random, JsonElement input, JsonElement type)
    {
        var kind = type.GetProperty("kind").GetString();
        if (kind == "NON_NULL") return Value(random, input, type.GetProperty("ofType"));
        if (random.NextDouble() < StrangeShare)
            return DrawnValues.One(random, ["null", "-1", "99999999999", "\"\"", "[]", "{}", "$x", "banana",
                JsonSerializer.Serialize(DrawnValues.Odd(random))]);
        if (kind == "LIST")
        {
            var items = Enumerable.Range(0, random.Next(1, 3)).Select(_ => Value(random, input, type.GetProperty("ofType")));
            return $"[{string.Join(", ", items)}]";
        }
        var of = types[type.GetProperty("name").GetString()!];
        if (kind == "ENUM") return Name(DrawnValues.One(random, [.. of.GetProperty("enumValues").EnumerateArray()]));
        if (kind == "INPUT_OBJECT")
        {
            var members = of.GetProperty("inputFields").EnumerateArray()
                .Where(field => IsRequired(field) || random.NextDouble() < 0.15)
                .Select(field => $"{Name(field)}: {Value(random, field, field.GetProperty("type"))}");
            return $"{{{string.Join(", ", members)}}}";
        }
        return Name(of) switch
        {
            "Int" => $"{random.Next(1, 20)}",
            "Float" => "1.5",
            "Boolean" => random.Next(2) == 0 ? "true" : "false",
            "Date" => $"\"{DrawnValues.Day(random)}\"",
            _ when Name(input) == "after" => "\"MjAyMi0wMS0wNXx8MjAyMi0wMS0wNS14\"",
            _ => JsonSerializer.Serialize(values.Real(random, Name(input), input.GetProperty("description").GetString() ?? "")),
        };
    }

    static bool IsRequired(JsonElement input) => input.GetProperty("type").GetProperty("kind").GetString() == "NON_NULL";

    static string Name(JsonElement element) => element.GetProperty("name").GetString()!;

    static JsonElement.ArrayEnumerator Fields(JsonElement type) => type.GetProperty("fields").EnumerateArray();

    static string TypeOf(JsonElement field) => Named(field.GetProperty("type"));

    static string Named(JsonElement type)
    {
        while (type.GetProperty("name").ValueKind == JsonValueKind.Null) type = type.GetProperty("ofType");
        return Name(type);
    }
}
