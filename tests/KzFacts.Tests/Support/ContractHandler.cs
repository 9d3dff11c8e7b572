using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Json.Schema;

namespace KzFacts.Tests.Support;

/// <summary>Compares every answer of an operation with the OpenAPI document that the server serves (JSON Schema 2020-12): its status,
/// its media type, and its body. An answer that the document does not describe fails the test that received it.</summary>
sealed class ContractHandler(Uri server) : DelegatingHandler(new SocketsHttpHandler())
{
    const string Document = "/openapi/kzfacts-v1.json";

    static readonly Uri Id = new("https://kzfacts.example/openapi");

    readonly ConcurrentDictionary<string, JsonSchema> schemas = new();
    readonly SemaphoreSlim reading = new(1);
    IReadOnlyList<(Regex Path, JsonObject Operations)>? paths;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        await ReadDocumentAsync(cancellationToken);
        var method = request.Method == HttpMethod.Head ? "get" : request.Method.Method.ToLowerInvariant();
        if (paths!.FirstOrDefault(path => path.Path.IsMatch(request.RequestUri!.AbsolutePath))
            .Operations?[method] is not JsonObject operation)
            return answer;
        var what = $"{request.Method} {request.RequestUri} answered {(int)answer.StatusCode}";
        var described = operation["responses"]![$"{(int)answer.StatusCode}"] ?? throw new InvalidOperationException($"{what}, undeclared.");
        if (request.Method == HttpMethod.Head || answer.Content.Headers.ContentLength == 0
            || answer.Content.Headers.ContentType?.MediaType is not { } type) return answer;
        if (described["content"]?[type] is not JsonObject content) throw new InvalidOperationException($"{what} as {type}, undeclared.");
        var isJson = type.EndsWith("json", StringComparison.Ordinal) && type != "application/x-ndjson";
        if (!isJson || answer.Content.Headers.ContentEncoding.Count > 0) return answer;
        var body = JsonElement.Parse(await answer.Content.ReadAsByteArrayAsync(cancellationToken));
        var faults = FaultsOf(body, content["schema"]!);
        return faults.Count == 0 ? answer : throw new InvalidOperationException($"{what}, unlike its schema: {string.Join("; ", faults)}");
    }

    List<string> FaultsOf(JsonElement body, JsonNode schema)
    {
        var known = schemas.GetOrAdd(schema.GetPath(), _ =>
            JsonSchema.FromText(InDefinitions(schema).Replace("\"#/", $"\"{Id}#/", StringComparison.Ordinal)));
        var result = known.Evaluate(body, new() { OutputFormat = OutputFormat.List });
        return result.IsValid ? [] : [.. (result.Details ?? []).Where(detail => detail.Errors is not null)
            .SelectMany(detail => detail.Errors!.Select(error => $"{detail.InstanceLocation}: {error.Value}")).Take(5)];
    }

    /// <summary>A schema as text, with references to definitions in place of components, and without what OpenAPI adds to JSON
    /// Schema.</summary>
    static string InDefinitions(JsonNode schema) =>
        WithoutOpenApi(schema.DeepClone()).ToJsonString().Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal);

    static JsonNode WithoutOpenApi(JsonNode schema)
    {
        if (schema is JsonObject open && open["discriminator"] is JsonObject) open.Remove("discriminator");
        var parts = schema is JsonObject one ? one.Select(member => member.Value) : schema is JsonArray list ? list : [];
        foreach (var part in parts.OfType<JsonNode>().ToList()) WithoutOpenApi(part);
        return schema;
    }

    async Task ReadDocumentAsync(CancellationToken cancel)
    {
        if (paths is not null) return;
        await reading.WaitAsync(cancel);
        try
        {
            if (paths is not null) return;
            using var answer = await base.SendAsync(new(HttpMethod.Get, new Uri(server, Document)), cancel);
            var document = JsonNode.Parse(await answer.Content.ReadAsStringAsync(cancel))!;
            JsonSchema.FromText($$"""{"$id":"{{Id}}","$defs":{{InDefinitions(document["components"]!["schemas"]!)}}}""");
            paths = [.. document["paths"]!.AsObject().OrderBy(path => path.Key.Contains('{')).Select(path =>
                (new Regex($"^{Regex.Replace(Regex.Escape(path.Key), @"\\\{[^}]*\}", "[^/]+")}/?$"), path.Value!.AsObject()))];
        }
        finally
        {
            reading.Release();
        }
    }
}
