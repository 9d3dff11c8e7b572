using CommunityToolkit.HighPerformance.Buffers;
using KzFacts.Api.Serving;
using KzFacts.Data;
using KzFacts.Data.Querying;
using Microsoft.Net.Http.Headers;

namespace KzFacts.Api.Rest;

/// <summary>What every answer of the REST door has in common.</summary>
static class Http
{
    public const string Json = "application/json; charset=utf-8";

    /// <summary>The media types of text besides those that the framework knows.</summary>
    public static readonly IReadOnlyList<string> TextTypes = [.. new[] { "ld+json", "csv", "ndjson", "geojson", "atom", "svg" }.Select(TypeOf)];

    static readonly string Build = typeof(Http).Module.ModuleVersionId.ToString("N")[..8];

    /// <summary>Sets the validators of an answer made from a snapshot; true where the client's copy is still good (and 304 is set).</summary>
    public static bool IsNotModified(this HttpContext http, Snapshot snapshot)
    {
        var tag = $"W/\"{snapshot.State.Revision[..16]}.{Build}\"";
        var headers = http.Response.Headers;
        headers.ETag = tag;
        headers.CacheControl = "public, max-age=30, must-revalidate";
        headers.Vary = "Accept, Accept-Encoding";
        if (http.Request.Headers.IfNoneMatch.Count == 0) return false;
        var match = EntityTagHeaderValue.TryParseList(http.Request.Headers.IfNoneMatch.ToArray()!, out var given)
            && given.Any(one => one.Equals(EntityTagHeaderValue.Any) || one.Compare(EntityTagHeaderValue.Parse(tag), useStrongComparison: false));
        if (match) http.Response.StatusCode = StatusCodes.Status304NotModified;
        return match;
    }

    /// <summary>Sends the answer put together in the lane's buffer, and gives the lane back before. Nothing leaves before it is whole: a failure on the way is still a clean problem.</summary>
    public static async Task SendBufferAsync(this HttpContext http, Lane lane, string type = Json)
    {
        using var answer = lane.TakeBuffer();
        lane.Dispose();
        await http.SendBytesAsync(answer.WrittenMemory, type);
    }

    /// <summary>How much is handed to the connection at once: what a client has not read waits here, and not a second time there.</summary>
    const int Slice = 64 * 1024;

    /// <summary>Sends what is finished.</summary>
    /// <exception cref="OverloadedException">Too much waits for other clients.</exception>
    public static async Task SendBytesAsync(this HttpContext http, ReadOnlyMemory<byte> body, string type)
    {
        using var room = http.RequestServices.GetRequiredService<Admission>().Hold(body.Length);
        http.Response.ContentType = type;
        http.Response.ContentLength = body.Length;
        for (; body.Length > Slice; body = body[Slice..]) await http.Response.BodyWriter.WriteAsync(body[..Slice], http.RequestAborted);
        await http.Response.BodyWriter.WriteAsync(body, http.RequestAborted);
    }

    /// <summary>Sends what stands in a buffer as a part of a long JSON answer, and empties it. A failure after the first part cuts the connection:
    /// half an answer is never taken for a whole one.</summary>
    public static async Task SendPartAsync(this HttpContext http, ArrayPoolBufferWriter<byte> part)
    {
        if (!http.Response.HasStarted) http.Response.ContentType = Json;
        await http.Response.BodyWriter.WriteAsync(part.WrittenMemory, http.RequestAborted);
        part.Clear();
    }

    /// <summary>Sends an answer that is made of a few documents, not copied from the snapshot.</summary>
    /// <param name="lane">Where it was read, which is given back before.</param>
    public static async Task SendAsync<T>(this HttpContext http, T answer, string type = Json, Lane? lane = null)
    {
        using var body = AnswerBuffer.New();
        FactJson.Write(body, answer);
        lane?.Dispose();
        await http.SendBytesAsync(body.WrittenMemory, type);
    }

    /// <summary>The first of the formats that the request accepts: by <paramref name="format"/>, else by the Accept header; null where none is.</summary>
    /// <exception cref="InvalidParametersException">The format that is named is not served here.</exception>
    public static string? Negotiate(this HttpContext http, string? format, params IReadOnlyList<string> formats)
    {
        if (format is not null)
            return formats.Contains(format) ? format
                : throw new InvalidParametersException([new("format", $"'{format}' is not one of {string.Join(", ", formats)}.", Data.Text.Suggestion.Among(formats, format))]);
        if (http.Request.Headers.Accept.Count == 0 || !MediaTypeHeaderValue.TryParseList(http.Request.Headers.Accept.ToArray()!, out var accepted)) return formats[0];
        foreach (var range in accepted.Where(range => range.Quality is not 0).OrderByDescending(range => range.Quality ?? 1))
            foreach (var one in formats)
                if (range.MatchesAllTypes || TypeOf(one) is var served && (range.MediaType.Equals(served, StringComparison.OrdinalIgnoreCase)
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
