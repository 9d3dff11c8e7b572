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

    /// <exception cref="InvalidParametersException">The body is not JSON of this form.</exception>
    /// <exception cref="BadHttpRequestException">The body is larger than <paramref name="mostBytes"/>.</exception>
    /// <param name="example">A valid body, to show in the error.</param>
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
            throw Wrong($"it has another form: {e.Message.Split(" Path:")[0]}{(e.Path is null ? "" : $" At {e.Path}.")}");
        }
    }

    /// <summary>Reads a body of text in UTF-8.</summary>
    /// <exception cref="InvalidParametersException">The body is not UTF-8.</exception>
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

    /// <summary>Limits a body before it is read. If its length is not declared, the server stops reading at the limit.</summary>
    /// <exception cref="BadHttpRequestException">The body is larger than <paramref name="mostBytes"/>. It is thrown now, or while
    /// the body is read.</exception>
    public static void Bound(HttpContext http, int mostBytes)
    {
        if (http.Request.ContentLength > mostBytes) throw new BadHttpRequestException("", StatusCodes.Status413PayloadTooLarge);
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } bound) bound.MaxRequestBodySize = mostBytes;
    }
}
