using System.Text.Json;
using Microsoft.AspNetCore.Routing;

namespace KzFacts.Tests.Fuzzing;

/// <summary>Requests for every address that is read and is not an operation of the OpenAPI document: pages, charts, documents. They
/// have up to three parameters of any operation.</summary>
sealed class PageRequests(IReadOnlyList<RouteEndpoint> routes, JsonElement contract, DrawnValues values)
    : RestRequests(OperationsOf(routes, contract), values)
{
    /// <summary>Different sets of parameters for each address.</summary>
    const int SetsOfParameters = 20;

    static IEnumerable<(string, string, JsonElement)> OperationsOf(IReadOnlyList<RouteEndpoint> routes, JsonElement contract)
    {
        var random = new Random(1);
        var parameters = contract.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject())
            .SelectMany(operation => operation.Value.TryGetProperty("parameters", out var all) ? all.EnumerateArray() : [])
            .Where(parameter => parameter.GetProperty("in").GetString() == "query")
            .DistinctBy(parameter => parameter.GetProperty("name").GetString()).ToList();
        foreach (var route in routes)
            for (var set = 0; set < SetsOfParameters; set++)
            {
                var chosen = Enumerable.Range(0, random.Next(4)).Select(_ => DrawnValues.One(random, parameters))
                    .DistinctBy(parameter => parameter.GetProperty("name").GetString())
                    .Select(parameter => (object)new
                    {
                        name = parameter.GetProperty("name"),
                        @in = "query",
                        schema = parameter.GetProperty("schema"),
                        description = parameter.GetProperty("description"),
                        required = true,
                    });
                var ofPath = route.RoutePattern.Parameters.Select(parameter => (object)new
                {
                    name = parameter.Name,
                    @in = "path",
                    schema = new { type = "string" },
                    description = "",
                });
                yield return (Addresses.PathOf(route), "GET", JsonSerializer.SerializeToElement(new
                {
                    parameters = ofPath.Concat(chosen),
                    responses = new Dictionary<string, object>
                    {
                        ["200"] = new { content = new Dictionary<string, string> { ["text/html"] = "", ["*/*"] = "" } },
                    },
                }));
            }
    }
}
