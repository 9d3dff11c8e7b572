using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace KzFacts.Api.Web;

/// <summary>Tells the ETags of compressed and uncompressed answers apart (RFC 9110, 8.8.3.3). The tag <c>"x"</c> of a handler is sent
/// as <c>"x.br"</c>, <c>"x.gzip"</c> or <c>"x.identity"</c>, and is received as such. Types that are never compressed keep their
/// tag.</summary>
sealed class EncodedTags(RequestDelegate next, IResponseCompressionProvider compression, IOptions<ResponseCompressionOptions> options)
{
    readonly HashSet<string> compressed = options.Value.MimeTypes.ToHashSet(StringComparer.OrdinalIgnoreCase);

    public Task InvokeAsync(HttpContext http)
    {
        var encoding = compression.GetCompressionProvider(http)?.EncodingName ?? "identity";
        var (wasEncoded, headers) = (false, http.Response.Headers);
        foreach (var name in (ReadOnlySpan<string>)[HeaderNames.IfMatch, HeaderNames.IfNoneMatch])
            if (http.Request.Headers[name] is { Count: > 0 } tags)
                http.Request.Headers[name] = Decoded(tags, $".{encoding}\"", ref wasEncoded);
        http.Response.OnStarting(() =>
        {
            var isUnchanged = http.Response.StatusCode == StatusCodes.Status304NotModified;
            if (headers.ETag is [{ Length: > 0 } tag] && (isUnchanged ? wasEncoded : IsCompressed(headers.ContentType)))
                headers.ETag = $"{tag[..^1]}.{(headers.ContentEncoding is [{ Length: > 0 } actual] ? actual : encoding)}\"";
            return Task.CompletedTask;
        });
        return next(http);
    }

    /// <summary>Removes the encoding from the tags that have it. A tag of another encoding stays as it is, and so matches
    /// nothing.</summary>
    static StringValues Decoded(StringValues tags, string suffix, ref bool wasEncoded)
    {
        if (!EntityTagHeaderValue.TryParseList(tags, out var given)) return tags;
        var decoded = new string[given.Count];
        for (var i = 0; i < decoded.Length; i++)
        {
            decoded[i] = given[i].ToString();
            if (!decoded[i].EndsWith(suffix, StringComparison.Ordinal)) continue;
            (decoded[i], wasEncoded) = ($"{decoded[i][..^suffix.Length]}\"", true);
        }
        return decoded;
    }

    bool IsCompressed(StringValues contentType) =>
        MediaTypeHeaderValue.TryParse(contentType.ToString(), out var type) && compressed.Contains(type.MediaType.ToString());
}
