using KzFacts.Api.Serving;
using KzFacts.Data;
using KzFacts.Data.Changes;
using KzFacts.Data.Querying;
using Microsoft.AspNetCore.Diagnostics;

namespace KzFacts.Api.Web;

/// <summary>Answers every failure with problem details.</summary>
public static class Problems
{
    public static Task WriteAsync(HttpContext http, ProblemKind kind, string? detail = null, IReadOnlyList<ParameterError>? errors = null,
        Removal? removed = null, string? suggestion = null)
    {
        http.Fail(kind);
        if (http.Request.Path.StartsWithSegments(GoogleError.Root))
            return http.SendAsync(GoogleError.Of(kind, detail ?? kind.Cause, errors));
        if (http.WantsPage()) return FailurePage.WriteAsync(http, kind, detail ?? kind.Cause);
        var problem = new Problem
        {
            Type = $"{http.PublicUrl()}/problems/{kind.Slug}", Title = kind.Title, Status = kind.Status, Detail = detail
                ?? kind.Cause, Errors = errors,
            Suggestion = suggestion, Removed = removed, WholeSet = kind == ProblemKinds.UnknownRevision ? http.PublicUrl() + Paths.Changes
                : null,
        };
        return http.Response.WriteAsJsonAsync(problem, FactJson.Options, "application/problem+json", http.RequestAborted);
    }

    /// <summary>Sets the status and the headers of a failure. The body is up to the caller.</summary>
    public static void Fail(this HttpContext http, ProblemKind kind)
    {
        http.Response.StatusCode = kind.Status;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.Remove("ETag");
        if (kind.RetryAfter is { } seconds) http.Response.Headers.RetryAfter = $"{seconds}";
    }

    public static ProblemKind KindOf(Exception? failure) => failure switch
    {
        InvalidParametersException => ProblemKinds.InvalidParameters,
        QueryTimeoutException => ProblemKinds.Timeout,
        UnknownRevisionException => ProblemKinds.UnknownRevision,
        OverloadedException => ProblemKinds.Overloaded,
        NoSnapshotException or InvalidSnapshotException => ProblemKinds.NoSnapshot,
        NotAcceptableException => ProblemKinds.NotAcceptable,
        PreconditionFailedException => ProblemKinds.PreconditionFailed,
        UnsupportedMediaTypeException => ProblemKinds.UnsupportedMediaType,
        BadHttpRequestException { StatusCode: 408 } => ProblemKinds.RequestTimeout,
        BadHttpRequestException { StatusCode: 413 } => ProblemKinds.TooLarge,
        BadHttpRequestException => ProblemKinds.InvalidParameters,
        _ => ProblemKinds.Internal,
    };

    static Task WriteUnknownPathAsync(HttpContext http)
    {
        var suggestion = UnknownPath.Neighbour(http);
        return WriteAsync(http, ProblemKinds.NotFound, $"There is nothing at {http.Request.Path}. "
            + (suggestion is null ? "/v1 lists what there is." : $"Did you mean {suggestion}?"), suggestion: suggestion);
    }

    static bool IsForClients(Exception? failure) => failure is InvalidParametersException or QueryTimeoutException
        or UnknownRevisionException or NotAcceptableException or PreconditionFailedException or UnsupportedMediaTypeException;

    /// <summary>Turns every failure into problem details. The text of an exception is sent only if it is meant for clients.</summary>
    public static void UseProblems(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = http =>
            {
                var failure = http.Features.Get<IExceptionHandlerFeature>()?.Error;
                var kind = KindOf(failure);
                if (failure is UnsupportedMediaTypeException unsupported) unsupported.SetHeaders(http.Response.Headers);
                return WriteAsync(http, kind, IsForClients(failure) ? failure!.Message : null,
                    (failure as InvalidParametersException)?.Errors);
            },
            // A client's mistake is not an error of the server, and needs no stack trace in the log.
            SuppressDiagnosticsCallback = context =>
                KindOf(context.Exception) != ProblemKinds.Internal && context.Exception is not InvalidSnapshotException,
        });
        app.UseStatusCodePages(context => context.HttpContext.Response.StatusCode switch
        {
            404 => WriteUnknownPathAsync(context.HttpContext),
            405 => WriteAsync(context.HttpContext, ProblemKinds.MethodNotAllowed,
                $"{context.HttpContext.Request.Path} does not take {context.HttpContext.Request.Method}. It takes " +
                $"{context.HttpContext.Response.Headers.Allow}."),
            412 => WriteAsync(context.HttpContext, ProblemKinds.PreconditionFailed),
            413 => WriteAsync(context.HttpContext, ProblemKinds.TooLarge),
            _ => Task.CompletedTask,
        });
    }
}
