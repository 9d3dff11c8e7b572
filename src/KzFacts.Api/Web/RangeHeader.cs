namespace KzFacts.Api.Web;

static class RangeHeader
{
    /// <summary>Ignores the Range header except in a GET request for bytes of an operation that has ranges (RFC 9110, 14.2). The parts
    /// of a compressed file could not be put together.</summary>
    public static void UseRanges(this WebApplication app) => app.Use((http, next) =>
    {
        var range = http.Request.Headers.Range.ToString();
        if (range.Length > 0 && !(HttpMethods.IsGet(http.Request.Method) && range.StartsWith("bytes=", StringComparison.OrdinalIgnoreCase)
            && http.GetEndpoint()?.Metadata.GetMetadata<Operation>() is { HasRanges: true }))
            http.Request.Headers.Range = default;
        return next(http);
    });
}
