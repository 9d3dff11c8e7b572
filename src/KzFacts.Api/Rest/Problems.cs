using System.Text.Json;
using KzFacts.Api.Serving;
using KzFacts.Data;
using KzFacts.Data.Changes;
using KzFacts.Data.Querying;
using Microsoft.AspNetCore.Diagnostics;

namespace KzFacts.Api.Rest;

/// <summary>RFC 9457 problem details. The type address leads to a page with cause and cure.</summary>
public sealed record Problem
{
    public required string Type { get; init; }

    public required string Title { get; init; }

    public required int Status { get; init; }

    public string? Detail { get; init; }

    /// <summary>What is wrong with the request, by parameter.</summary>
    public IReadOnlyList<ParameterError>? Errors { get; init; }

    /// <summary>When and why the fact was removed.</summary>
    public Removal? Removed { get; init; }

    /// <summary>Where to read the whole set, instead of what changed.</summary>
    public string? WholeSet { get; init; }
}

/// <summary>The sorts of problem, each with its page.</summary>
/// <param name="RetryAfter">After how many seconds to try again, where it may be otherwise then.</param>
public sealed record ProblemKind(string Slug, int Status, string Title, string Cause, string Cure, int? RetryAfter = null);

public static class Problems
{
    public static readonly ProblemKind InvalidParameters = new("invalid-parameters", 400, "The parameters do not fit.",
        "A parameter is unknown, is given too often, or has a value that cannot stand there. The answer lists all of them under errors.",
        "Follow the hint of each error. Names, ids and words are exact; only q takes free text.");

    public static readonly ProblemKind NotFound = new("not-found", 404, "There is no such thing here.",
        "The path is unknown, or the id under it is; with asOf, nothing of it was known by that day.",
        "/v1 lists what there is; each list gives the ids of its entries.");

    public static readonly ProblemKind MethodNotAllowed = new("method-not-allowed", 405, "The method is not allowed here.",
        "Facts are read only: GET and HEAD everywhere, POST for GraphQL, for looking up many addresses and for checking a text.",
        "The Allow header names the methods.");

    public static readonly ProblemKind NotAcceptable = new("not-acceptable", 406, "None of the accepted formats is served here.",
        "The Accept header allows no format of this address.",
        "Accept application/json, which is served everywhere, or one of the types that the OpenAPI document lists for the address; or say which with format=.");

    public static readonly ProblemKind Removed = new("removed", 410, "The fact was removed.",
        "The fact was taken out of what is held; the answer says when and why. Its id is never used again.",
        "Ask no more for it, and tell those who were shown it.");

    public static readonly ProblemKind UnknownRevision = new("unknown-revision", 410, "What changed since then is not known.",
        "The journal does not hold that revision or place: it is too old, of another server, or of facts with another schema.",
        "Read the whole set, at the address that the answer gives, and go on from its revision.");

    public static readonly ProblemKind TooLarge = new("too-large", 413, "The request is too large.",
        "The body is larger than this address takes.",
        "Send less at once.");

    public static readonly ProblemKind Timeout = new("timeout", 503, "The query took too long.",
        "The statements of one request together may take a few seconds, and these took longer.",
        "Narrow the filter by a day, a place or a kind; ask for a smaller page; leave out count=true; send a text in parts.");

    public static readonly ProblemKind TooManyStreams = new("too-many-streams", 503, "Too many streams are open.",
        "The server keeps a bounded number of streams of changes open, for all clients together and for each, and all of them are taken.",
        "Try again in a minute, or ask /v1/changes from time to time.", RetryAfter: 60);

    public static readonly ProblemKind Overloaded = new("overloaded", 503, "The server is busy.",
        "The server works on a bounded number of requests at once, and no place became free within a second.",
        "Try again after the seconds of Retry-After; ask for smaller pages, and for fewer at once.", RetryAfter: 1);

    public static readonly ProblemKind NoSnapshot = new("no-snapshot", 503, "There are no facts to serve.",
        "The file of the facts turned out to be damaged, and what it holds is not served.",
        "Try again in a minute; whoever runs the server has to replace the file.", RetryAfter: 60);

    public static readonly ProblemKind Internal = new("internal", 500, "Something went wrong here.",
        "The server met a fault of its own. It is logged.",
        "Try again; if it stays, report the address that you asked for.");

    public static readonly IReadOnlyList<ProblemKind> All = [InvalidParameters, NotFound, MethodNotAllowed, NotAcceptable, Removed, UnknownRevision, TooLarge, Timeout, TooManyStreams, Overloaded, NoSnapshot, Internal];

    static readonly JsonSerializerOptions Json = new(FactJson.Options) { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    public static Task WriteAsync(HttpContext http, ProblemKind kind, string? detail = null, IReadOnlyList<ParameterError>? errors = null, Removal? removed = null)
    {
        http.Fail(kind);
        if (http.Request.Path.StartsWithSegments(ClaimSearchEndpoint.Root)) return http.SendAsync(GoogleError.Of(kind, detail ?? kind.Cause, errors));
        var problem = new Problem
        {
            Type = $"{http.PublicUrl()}/problems/{kind.Slug}", Title = kind.Title, Status = kind.Status, Detail = detail ?? kind.Cause, Errors = errors,
            Removed = removed, WholeSet = kind == UnknownRevision ? http.PublicUrl() + ChangesEndpoint.Path : null,
        };
        return http.Response.WriteAsJsonAsync(problem, Json, "application/problem+json", http.RequestAborted);
    }

    /// <summary>Sets status and headers of an answer that is a failure, whatever its body is.</summary>
    public static void Fail(this HttpContext http, ProblemKind kind)
    {
        http.Response.StatusCode = kind.Status;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.Remove("ETag");
        if (kind.RetryAfter is { } seconds) http.Response.Headers.RetryAfter = $"{seconds}";
    }

    public static ProblemKind KindOf(Exception? failure) => failure switch
    {
        InvalidParametersException => InvalidParameters,
        QueryTimeoutException => Timeout,
        UnknownRevisionException => UnknownRevision,
        OverloadedException => Overloaded,
        NoSnapshotException or InvalidSnapshotException => NoSnapshot,
        BadHttpRequestException { StatusCode: 413 } => TooLarge,
        BadHttpRequestException => InvalidParameters,
        _ => Internal,
    };

    /// <summary>Every failure becomes a problem; nothing of an exception's text that is not meant for a client leaves the server.</summary>
    public static void UseProblems(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = http =>
            {
                var failure = http.Features.Get<IExceptionHandlerFeature>()?.Error;
                var kind = KindOf(failure);
                var isToldApart = kind == InvalidParameters || kind == Timeout || kind == UnknownRevision;
                return WriteAsync(http, kind, isToldApart ? failure!.Message : null, (failure as InvalidParametersException)?.Errors);
            },
            // A client's mistake is no fault of the server, and not worth a stack trace in its log.
            SuppressDiagnosticsCallback = context => KindOf(context.Exception) != Internal && context.Exception is not InvalidSnapshotException,
        });
        app.UseStatusCodePages(context => context.HttpContext.Response.StatusCode switch
        {
            404 => WriteAsync(context.HttpContext, NotFound, $"There is nothing at {context.HttpContext.Request.Path}."),
            405 => WriteAsync(context.HttpContext, MethodNotAllowed),
            413 => WriteAsync(context.HttpContext, TooLarge),
            _ => Task.CompletedTask,
        });
    }
}
