using System.Text;
using System.Text.Json;
using KzFacts.Data;
using KzFacts.Data.Querying;
using Microsoft.AspNetCore.Http.Features;

namespace KzFacts.Api.Web;

/// <summary>Reads the bodies of requests.</summary>
static class JsonBody
{
    /// <summary>The most errors that are reported for one body.</summary>
    const int MostErrors = 50;

    /// <summary>Reads a JSON body into a record whose members are texts, lists of texts and dates.</summary>
    /// <param name="example">A valid body, to show in the error.</param>
    /// <exception cref="InvalidParametersException">The body is not JSON of this form.</exception>
    /// <exception cref="BadHttpRequestException">The body is larger than <paramref name="mostBytes"/>.</exception>
    public static async Task<T> ReadAsync<T>(HttpContext http, int mostBytes, string example)
    {
        InvalidParametersException Wrong(string detail) =>
            new([new(ErrorCode.Malformed, "body", detail, Hint: $"send JSON in UTF-8, such as {example}")]);
        Bound(http, mostBytes);
        try
        {
            using var body = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
            List<ParameterError> errors = [.. BodyMembers.ErrorsIn(body.RootElement, typeof(T)).Take(MostErrors)];
            if (errors.Count > 0) throw new InvalidParametersException([.. errors.Select(error => error with
            {
                Hint = $"{(error.Hint is null ? "" : $"{error.Hint}; ")}such as {example}",
            })]);
            return body.Deserialize<T>(FactJson.Options)!;
        }
        catch (JsonException e)
        {
            throw Wrong($"it is not JSON: line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}.");
        }
        catch (InvalidOperationException) // half of a surrogate pair, or invalid UTF-8
        {
            throw Wrong("it holds a text that is not Unicode.");
        }
    }

    /// <summary>Reads a body of text in UTF-8. A byte order mark is not a part of the text.</summary>
    /// <exception cref="InvalidParametersException">The body is not UTF-8.</exception>
    /// <exception cref="BadHttpRequestException">The body is larger than <paramref name="mostBytes"/>.</exception>
    public static async Task<string> ReadTextAsync(HttpContext http, int mostBytes)
    {
        Bound(http, mostBytes);
        try
        {
            using var reader = new StreamReader(http.Request.Body, new UTF8Encoding(false, throwOnInvalidBytes: true),
                detectEncodingFromByteOrderMarks: false);
            return (await reader.ReadToEndAsync(http.RequestAborted)).TrimStart('\ufeff');
        }
        catch (DecoderFallbackException)
        {
            throw new InvalidParametersException([new(ErrorCode.Malformed, "body", "it is not in UTF-8.",
                Hint: "send text/plain in UTF-8")]);
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
