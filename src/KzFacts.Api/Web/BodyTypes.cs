using Microsoft.Net.Http.Headers;

namespace KzFacts.Api.Web;

/// <summary>The media types of request bodies (RFC 9110, 8.3 and 15.5.16).</summary>
static class BodyTypes
{
    /// <summary>The type of the body: one of those that the address accepts.</summary>
    /// <exception cref="UnsupportedMediaTypeException">The body has another type, another charset than UTF-8, or a
    /// Content-Encoding.</exception>
    public static string TypeOfBody(this HttpContext http, params IReadOnlyList<string> accepted)
    {
        if (http.Request.Headers.ContentEncoding.Any(coding => coding is not (null or "" or "identity")))
            throw new UnsupportedMediaTypeException($"The body has the Content-Encoding '{http.Request.Headers.ContentEncoding}'.",
                accepted);
        if (MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type)
            && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            && accepted.FirstOrDefault(one => type.MediaType.Equals(one, StringComparison.OrdinalIgnoreCase)) is { } found) return found;
        throw new UnsupportedMediaTypeException(http.Request.ContentType is { } given
            ? $"The body has the Content-Type '{given}'." : "The body has no Content-Type.", accepted);
    }
}

/// <summary>A body of a type that the address does not accept.</summary>
public sealed class UnsupportedMediaTypeException(string fault, IReadOnlyList<string> accepted)
    : Exception($"{fault} Send {string.Join(" or ", accepted)} in UTF-8, without a Content-Encoding.")
{
    /// <summary>Tells the client what the address accepts.</summary>
    public void SetHeaders(IHeaderDictionary headers) =>
        (headers.Accept, headers.AcceptEncoding) = (string.Join(", ", accepted), "identity");
}
