using System.Text.Json;

namespace KzFacts.Tests.Fuzzing;

/// <summary>Requests generated from the OpenAPI document: every operation, with some of its parameters and mostly real values.</summary>
class RestRequests : IGeneratedRequests
{
    const double StrangeShare = 0.04, UnknownShare = 0.01;

    readonly DrawnValues values;
    readonly IReadOnlyList<(string Path, string Method, JsonElement Operation)> operations;

    public RestRequests(JsonElement contract, DrawnValues values)
        : this(OperationsOf(contract), values) { }

    protected RestRequests(IEnumerable<(string Path, string Method, JsonElement Operation)> operations, DrawnValues values) =>
        (this.operations, this.values) = ([.. operations], values);

    static IEnumerable<(string Path, string Method, JsonElement Operation)> OperationsOf(JsonElement contract) =>
        contract.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(one => (path.Name, one.Name.ToUpperInvariant(), one.Value)))
            .Where(one => !one.Name.EndsWith("/stream", StringComparison.Ordinal)); // it does not end

    /// <summary>The request with a number. The same number gives the same request.</summary>
    public GeneratedRequest Of(int seed)
    {
        var random = new Random(seed);
        var (path, method, operation) = DrawnValues.One(random, operations);
        List<string> query = [];
        foreach (var parameter in operation.TryGetProperty("parameters", out var all) ? all.EnumerateArray() : [])
        {
            var name = parameter.GetProperty("name").GetString()!;
            if (parameter.GetProperty("in").GetString() == "path")
                path = path.Replace($"{{{name}}}", Uri.EscapeDataString(Value(random, parameter, path)));
            else if ((parameter.TryGetProperty("required", out var required) && required.GetBoolean()) || random.NextDouble() < 0.15)
                for (var i = parameter.GetProperty("schema").TryGetProperty("items", out _) ? random.Next(1, 4) : 1; i > 0; i--)
                    query.Add($"{name}={Uri.EscapeDataString(Value(random, parameter, path))}");
        }
        if (random.NextDouble() < UnknownShare)
            query.Add($"{Uri.EscapeDataString(DrawnValues.Odd(random))}={Uri.EscapeDataString(DrawnValues.Odd(random))}");
        var address = query.Count == 0 ? path : $"{path}?{string.Join('&', query)}";
        var (body, type) = operation.TryGetProperty("requestBody", out _) ? Body(random, path) : (null, null);
        return new(method, address, body, type, random.NextDouble() < 0.3 ? Accept(random, operation) : null);
    }

    string Value(Random random, JsonElement parameter, string path)
    {
        if (random.NextDouble() < StrangeShare) return DrawnValues.Odd(random);
        var (name, schema) = (parameter.GetProperty("name").GetString()!, parameter.GetProperty("schema"));
        if (schema.TryGetProperty("items", out var items)) schema = items;
        if (schema.TryGetProperty("enum", out var words)) return DrawnValues.One(random, [.. words.EnumerateArray()]).GetString()!;
        if (schema.TryGetProperty("format", out var format) && format.GetString() == "date") return DrawnValues.Day(random);
        if (name == "id") return values.Id(random, path.Split('/').TakeWhile(part => part != "{id}").Last());
        return schema.GetProperty("type").GetString() switch
        {
            "boolean" => random.Next(2) == 0 ? "true" : "false",
            "integer" => $"{random.Next(Number(schema, "minimum", 0), Math.Min(Number(schema, "maximum", 100), 1000) + 1)}",
            _ when name is "after" or "pageToken" => random.Next(2) == 0 ? "MjAyMi0wMS0wNXx8MjAyMi0wMS0wNS14" : DrawnValues.Odd(random),
            _ => values.Real(random, name, parameter.GetProperty("description").GetString()!),
        };
    }

    static int Number(JsonElement schema, string bound, int otherwise) =>
        schema.TryGetProperty(bound, out var value) ? (int)value.GetDouble() : otherwise;

    (string, string) Body(Random random, string path)
    {
        var body = path.EndsWith("/check", StringComparison.Ordinal)
            ? JsonSerializer.Serialize(new
            {
                text = random.NextDouble() < StrangeShare ? DrawnValues.Odd(random)
                : values.Article(random),
                date = random.Next(2) == 0 ? DrawnValues.Day(random) : null
            })
            : JsonSerializer.Serialize(new
            {
                urls = Enumerable.Range(0, random.Next(1, 6))
                .Select(_ => random.NextDouble() < StrangeShare ? DrawnValues.Odd(random) : values.Url(random))
            });
        if (random.NextDouble() < StrangeShare) body = body.Remove(random.Next(body.Length), 1);
        return (body, random.NextDouble() < UnknownShare ? "text/plain; charset=utf-16" : "application/json");
    }

    /// <summary>One of the media types of the answer, or an odd one.</summary>
    static string Accept(Random random, JsonElement operation) =>
        random.NextDouble() < UnknownShare ? DrawnValues.One(random, ["x", "*/*;q=0", "image/*", "application/json;q=NaN", "text/html"])
        : DrawnValues.One(random, [.. operation.GetProperty("responses").GetProperty("200").GetProperty("content").EnumerateObject()
            .Select(one => one.Name)]);
}
