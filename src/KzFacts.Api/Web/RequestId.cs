using System.Diagnostics;

namespace KzFacts.Api.Web;

/// <summary>One id for a request in its answer (<c>X-Request-ID</c>), in the log (<c>TraceId</c>) and in traces: the trace id of W3C
/// Trace Context. A proxy that sends <c>traceparent</c> chooses it.</summary>
static class RequestId
{
    public const string Header = "X-Request-ID";

    public static void UseRequestId(this WebApplication app) => app.Use((http, next) =>
    {
        var id = Activity.Current?.TraceId.ToHexString() ?? http.TraceIdentifier;
        http.Response.OnStarting(() =>
        {
            http.Response.Headers[Header] = id;
            return Task.CompletedTask;
        });
        return next(http);
    });
}
