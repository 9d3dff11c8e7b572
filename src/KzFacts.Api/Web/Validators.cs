using System.Security.Cryptography;
using KzFacts.Data;
using KzFacts.Data.Querying;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace KzFacts.Api.Web;

/// <summary>The ETag and the cache lifetime of an answer, and the conditions of a request (RFC 9110, 13; RFC 9111; RFC 5861).</summary>
static class Validators
{
    /// <summary>Caches may show an answer for half a minute, for another minute while they fetch it again, and for a day while the
    /// server cannot be reached.</summary>
    public const string Cached = "public, max-age=30, stale-while-revalidate=60, stale-if-error=86400";

    /// <summary>For addresses that are requested to learn what is new: caches ask each time whether their copy is valid.</summary>
    public const string Revalidated = "public, no-cache";

    static readonly string Build = typeof(Validators).Module.ModuleVersionId.ToString("N")[..8];

    /// <summary>Sets the validators of an answer from a snapshot. Returns true, with the status 304, if the client's copy is still
    /// valid.</summary>
    /// <param name="format">The format of the answer. Each has its own tag, because a browser may revalidate a copy in another
    /// format.</param>
    /// <param name="variant">What the answer depends on apart from the snapshot and the address.</param>
    /// <exception cref="PreconditionFailedException">If-Match or, in a POST request, If-None-Match does not hold.</exception>
    public static bool IsAnswered(this HttpContext http, Snapshot snapshot, string format, string? variant = null, string cached = Cached)
    {
        var tag = $"W/\"{snapshot.State.Revision[..16]}.{Build}.{format}{(variant is null ? "" : $".{variant}")}\"";
        var (request, headers) = (http.Request, http.Response.Headers);
        var isRead = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        headers.ETag = tag;
        headers.Vary = "Accept, Accept-Encoding";
        headers.CacheControl = isRead ? cached : "no-store";
        // Weak tags never match strongly, so only If-Match: * holds.
        if (request.Headers.IfMatch.Count > 0 && !Names(request.Headers.IfMatch, null)) throw new PreconditionFailedException("If-Match");
        if (request.Headers.IfNoneMatch.Count == 0 || !Names(request.Headers.IfNoneMatch, EntityTagHeaderValue.Parse(tag))) return false;
        if (!isRead) throw new PreconditionFailedException("If-None-Match");
        http.Response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }

    /// <summary>A short hash of the body of a request, for the tag of its answer.</summary>
    public static string VariantOf<T>(T body) => Convert.ToHexStringLower(SHA256.HashData(FactJson.Utf8(body)))[..16];

    static bool Names(StringValues condition, EntityTagHeaderValue? tag) =>
        EntityTagHeaderValue.TryParseList(condition, out var given)
        && given.Any(one => one.Equals(EntityTagHeaderValue.Any) || tag is not null && one.Compare(tag, useStrongComparison: false));
}

/// <summary>A condition of the request does not hold, so it was not executed (RFC 9110, 13.1).</summary>
public sealed class PreconditionFailedException(string header)
    : Exception(header == "If-Match" ? "The answer does not have a tag that If-Match names. Its tag is weak, so only If-Match: * holds."
        : "The answer still has the tag that If-None-Match names.");
