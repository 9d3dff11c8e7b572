using KzFacts.Data.Querying;
using KzFacts.Data.Text;
using Microsoft.Net.Http.Headers;

namespace KzFacts.Api.Web;

/// <summary>The media types of the formats, and content negotiation.</summary>
static class MediaTypes
{
    /// <summary>Text types that the framework does not know.</summary>
    public static IReadOnlyList<string> OfText { get; } =
        [.. new[] { "ld+json", "csv", "ndjson", "geojson", "atom", "svg" }.Select(TypeOf)];

    /// <summary>The format of the answer: the one named by <paramref name="format"/>, otherwise the first one that the Accept
    /// header allows. Null if it allows none.</summary>
    /// <exception cref="InvalidParametersException">The named format is not available here.</exception>
    public static string? Negotiate(this HttpContext http, string? format, params IReadOnlyList<string> formats)
    {
        if (format is not null)
            return formats.Contains(format) ? format
                : throw new InvalidParametersException([new("format", $"'{format}' is not one of {string.Join(", ", formats)}.",
                    Suggestion.Among(formats, format))]);
        if (http.Request.Headers.Accept.Count == 0 || !MediaTypeHeaderValue.TryParseList(http.Request.Headers.Accept.ToArray()!,
            out var accepted)) return formats[0];
        foreach (var range in accepted.Where(range => range.Quality is not 0).OrderByDescending(range => range.Quality ?? 1))
            foreach (var one in formats)
                if (range.MatchesAllTypes || TypeOf(one) is var served
                    && (range.MediaType.Equals(served, StringComparison.OrdinalIgnoreCase)
                    || range.MatchesAllSubTypes && served.StartsWith($"{range.Type}/", StringComparison.OrdinalIgnoreCase))) return one;
        return null;
    }

    /// <summary>The media type of a format.</summary>
    public static string TypeOf(string format) => format switch
    {
        "csv" => "text/csv",
        "ndjson" => "application/x-ndjson",
        "geojson" => "application/geo+json",
        "atom" => "application/atom+xml",
        "svg" => "image/svg+xml",
        "sqlite" => "application/vnd.sqlite3",
        "event-stream" => "text/event-stream",
        "text" => "text/plain",
        "bibtex" => "application/x-bibtex",
        "csl" => "application/vnd.citationstyles.csl+json",
        _ => $"application/{format}",
    };

    /// <summary>The media type of a format with its parameters.</summary>
    public static string ContentTypeOf(string format) => $"{TypeOf(format)}; charset=utf-8{(format == "csv" ? "; header=present" : "")}";
}
