using KzFacts.Data.Text;

namespace KzFacts.Api.Web;

/// <summary>Finds the address that was probably meant by an unknown path.</summary>
static class UnknownPath
{
    /// <summary>The closest path of the server. Null if none is similar.</summary>
    public static string? Neighbour(HttpContext http)
    {
        var given = http.Request.Path.Value!.TrimEnd('/');
        List<string> paths = [.. http.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.Parameters.Count == 0)
                .Select(endpoint => $"/{endpoint.RoutePattern.RawText!.Trim('/')}")
            .Distinct()];
        if (paths.Contains($"/v1{given}")) return $"/v1{given}";
        // The collection may be misspelt before an id.
        var parts = given.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return Suggestion.Nearest(paths, given)
            ?? (parts is [var version, var collection, var id] && Suggestion.Nearest(paths, $"/{version}/{collection}") is { } list
                && list.StartsWith("/v1/", StringComparison.Ordinal) ? $"{list}/{id}" : null)
            ?? (parts is [var first, ..] ? paths.Find(path => path.StartsWith($"/{Path.GetFileNameWithoutExtension(first)}/",
                StringComparison.OrdinalIgnoreCase) && path.EndsWith(Path.GetExtension(first), StringComparison.Ordinal)) : null);
    }
}
