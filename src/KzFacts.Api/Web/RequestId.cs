using Microsoft.AspNetCore.Http.Features;

namespace KzFacts.Api.Web;

/// <summary>One id for a request in its answer (<c>X-Request-ID</c>), in the log (<c>TraceId</c>) and in traces: the trace id of W3C
/// Trace Context. A proxy that sends <c>traceparent</c> chooses it.</summary>
static class RequestId
{
    public const string Header = "X-Request-ID";

    public static string Of(HttpContext http) =>
        http.Features.Get<IHttpActivityFeature>()?.Activity.TraceId.ToHexString() ?? http.TraceIdentifier;
}
