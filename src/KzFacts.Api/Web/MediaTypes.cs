namespace KzFacts.Api.Web;

/// <summary>The media types of the formats.</summary>
static class MediaTypes
{
    /// <summary>Text types that the framework does not know.</summary>
    public static IReadOnlyList<string> OfText { get; } =
        [.. new[] { "ld+json", "csv", "ndjson", "geojson", "atom", "svg", "csl", "bibtex", "yaml", "problem+json", "graphql",
            "graphql-response+json" }.Select(TypeOf)];

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
