namespace KzFacts.Api.Web;

/// <summary>The headers that every answer has, whatever answers: those of security, the id of the request, and the permission for pages
/// of any origin to read it.</summary>
static class SecurityHeaders
{
    // Nothing is loaded from other sites, nothing is inline, and only cards may be framed. Pictures and the developers' tools have
    // inline styles.
    const string
        OfPages =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri " +
            "'none'; frame-ancestors 'none'",
        OfCards = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors *",
        OfPictures = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
        OfData = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
        OfTools = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; worker-src 'self' " +
            "blob:; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Whether an address is one for programs.</summary>
    public static bool IsData(PathString path) => Data.Any(prefix => path.StartsWithSegments(prefix));

    static readonly string[] Data = ["/v1", GoogleError.Root, "/graphql", "/openapi", Health.Path, TelemetryExport.Path];

    /// <summary>The headers of an answer that a script of another origin may read.</summary>
    const string Exposed =
        "ETag, Link, Content-Range, Accept-Ranges, Content-Disposition, Retry-After, RateLimit, RateLimit-Policy, Accept, Allow, " +
        RequestId.Header;

    /// <summary>Sets the headers when an answer starts, because a failure clears what was set before.</summary>
    public static void UseSecurityHeaders(this WebApplication app) => app.Use((http, next) =>
    {
        http.Response.OnStarting(() =>
        {
            var (headers, path) = (http.Response.Headers, http.Request.Path);
            var isCard = path.Value!.Contains("/embed/", StringComparison.Ordinal);
            var (isPicture, isData) = (path.StartsWithSegments("/charts"), IsData(path));
            headers.ContentSecurityPolicy = isData ? OfData : isPicture ? OfPictures : isCard ? OfCards : IsTool(path) ? OfTools : OfPages;
            headers.XContentTypeOptions = "nosniff";
            headers[RequestId.Header] = RequestId.Of(http);
            headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
            headers["Cross-Origin-Resource-Policy"] = isData || isPicture || isCard ? "cross-origin" : "same-origin";
            // Without regard to the Origin header, because a shared cache answers requests that have one from answers to those that
            // had none (Fetch, "CORS protocol and HTTP caches").
            headers.AccessControlAllowOrigin = "*";
            if (!HttpMethods.IsOptions(http.Request.Method)) headers.AccessControlExposeHeaders = Exposed;
            return Task.CompletedTask;
        });
        return next(http);
    });

    static bool IsTool(PathString path) => path.StartsWithSegments("/swagger") || path.StartsWithSegments("/graphiql");
}
