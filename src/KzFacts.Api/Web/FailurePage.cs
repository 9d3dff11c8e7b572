using System.Net;

namespace KzFacts.Api.Web;

/// <summary>A problem as a page, for a browser. It needs neither facts nor components, because those may be what failed.</summary>
static class FailurePage
{
    /// <summary>Whether a person asks: not for data, and for HTML rather than for problem details.</summary>
    public static bool WantsPage(this HttpContext http)
    {
        try
        {
            return !SecurityHeaders.IsData(http.Request.Path) && http.Prefer(["application/problem+json", "text/html"]) == 1;
        }
        catch (NotAcceptableException)
        {
            return false;
        }
    }

    public static Task WriteAsync(HttpContext http, ProblemKind kind, string detail)
    {
        http.Response.ContentType = "text/html; charset=utf-8";
        var (title, home) = (WebUtility.HtmlEncode(kind.Title), http.Request.PathBase + "/");
        return http.Response.WriteAsync($"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>{title} | KzFacts</title>
            <link rel="stylesheet" href="{home}site.css">
            </head>
            <body>
            <main>
            <h1>{title}</h1>
            <p>{WebUtility.HtmlEncode(detail)}</p>
            <p>{WebUtility.HtmlEncode(kind.Cure)}</p>
            <p><a href="{home}">KzFacts</a></p>
            </main>
            </body>
            </html>
            """, http.RequestAborted);
    }
}
