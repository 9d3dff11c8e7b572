using System.Text;
using System.Text.Json;
using KzFacts.Data;
using KzFacts.Data.Querying;
using Microsoft.AspNetCore.Http.Features;

namespace KzFacts.Api.Web;

/// <summary>Reads the bodies of requests.</summary>
static class JsonBody
{
    static readonly JsonSerializerOptions Json = new(FactJson.Options)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow
    };

    /// <exception cref="InvalidParametersException">The body is no JSON of this shape.</exception>
    /// <exception cref="BadHttpRequestException">The body is larger than <paramref name="mostBytes"/>.</exception>
    /// <param name="example">A body that would be right.</param>
    public static async Task<T> ReadAsync<T>(HttpContext http, int mostBytes, string example)
    {
        InvalidParametersException Wrong(string detail) => new([new("body", detail, $"send application/json in UTF-8, such as {example}")]);
        if (!http.Request.HasJsonContentType()) throw Wrong($"its type is '{http.Request.ContentType}'.");
        Bound(http, mostBytes);
        try
        {
            return await JsonSerializer.DeserializeAsync<T>(http.Request.Body, Json, http.RequestAborted) ?? throw Wrong("it is null.");
        }
        catch (JsonException e)
        {
            throw Wrong($"it is not what belongs there: {e.Message.Split(" Path:")[0]}{(e.Path is null ? "" : $" At {e.Path}.")}");
        }
    }

    /// <summary>Reads a body of text in UTF-8.</summary>
    /// <exception cref="InvalidParametersException">The body is no UTF-8.</exception>
    /// <exception cref="BadHttpRequestException">The body is larger than <paramref name="mostBytes"/>.</exception>
    public static async Task<string> ReadTextAsync(HttpContext http, int mostBytes)
    {
        Bound(http, mostBytes);
        try
        {
            using var reader = new StreamReader(http.Request.Body, new UTF8Encoding(false, throwOnInvalidBytes: true),
                detectEncodingFromByteOrderMarks: false);
            return await reader.ReadToEndAsync(http.RequestAborted);
        }
        catch (DecoderFallbackException)
        {
            throw new InvalidParametersException([new("body", "it is not in UTF-8.", "send text/plain in UTF-8")]);
        }
    }

    /// <summary>Bounds a body before it is read; one that does not say its length is cut off by the server itself.</summary>
    /// <exception cref="BadHttpRequestException">The body is larger than <paramref name="mostBytes"/>: then, or while it is
    /// read.</exception>
    public static void Bound(HttpContext http, int mostBytes)
    {
        if (http.Request.ContentLength > mostBytes) throw new BadHttpRequestException("", StatusCodes.Status413PayloadTooLarge);
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } bound) bound.MaxRequestBodySize = mostBytes;
    }
}
