namespace KzFacts.Api.Web;

/// <summary>All problems that a request can have.</summary>
public static class ProblemKinds
{
    public static readonly ProblemKind InvalidParameters = new("invalid-parameters", 400, "The parameters are invalid.",
        "A parameter is unknown, is given too often, or has an invalid value. The answer lists all of them under errors.",
        "Follow the hint of each error. Names, ids and words are exact; only q takes free text.");

    public static readonly ProblemKind NotFound = new("not-found", 404, "Nothing was found here.",
        "The path or the id is unknown. With asOf: the entry was not known by that day.",
        "/v1 lists all collections; each list gives the ids of its entries.");

    public static readonly ProblemKind MethodNotAllowed = new("method-not-allowed", 405, "The method is not allowed here.",
        "Facts are read only: GET and HEAD everywhere, POST for GraphQL, for looking up many addresses and for checking a text.",
        "The Allow header names the methods.");

    public static readonly ProblemKind NotAcceptable = new("not-acceptable", 406, "No accepted format is available here.",
        "The Accept header allows none of the formats of this address.",
        "Accept application/json, which is served everywhere, or one of the types that the OpenAPI document lists for the address; or " +
        "say which with format=.");

    public static readonly ProblemKind RequestTimeout = new("request-timeout", 408, "The request arrived too slowly.",
        "The body of the request arrived more slowly than the server allows.",
        "Send the request again, on a faster connection or with a smaller body.");

    public static readonly ProblemKind Removed = new("removed", 410, "The fact was removed.",
        "The fact was removed; the answer says when and why. Its id is never used again.",
        "Stop requesting it, and tell the readers to whom you showed it.");

    public static readonly ProblemKind UnknownRevision = new("unknown-revision", 410, "The changes since then are not known.",
        "The journal does not hold the revision or the position: it is too old, from another server, or from facts with another schema.",
        "Read all facts, at the address in the answer, and continue from their revision.");

    public static readonly ProblemKind PreconditionFailed = new("precondition-failed", 412, "A condition of the request does not hold.",
        "If-Match names a tag that the answer does not have, or If-None-Match, in a request that is not GET, names the tag that it has.",
        "Send the request without the condition. If-None-Match with GET answers 304 if your copy is still valid.");

    public static readonly ProblemKind TooLarge = new("too-large", 413, "The request is too large.",
        "The body is larger than this address accepts.",
        "Send less at a time.");

    public static readonly ProblemKind UnsupportedMediaType = new("unsupported-media-type", 415, "The type of the body is not supported.",
        "The Content-Type or the Content-Encoding of the body is not one that this address accepts.",
        "Send one of the types that the Accept header of the answer lists, in UTF-8 and without a Content-Encoding.");

    public static readonly ProblemKind TooManyRequests = new("too-many-requests", 429, "Too many requests.",
        "The server limits the requests of each client address. The limit is reached.",
        "Send requests more slowly. Retry-After says when the next one is possible.", RetryAfter: 1);

    public static readonly ProblemKind Timeout = new("timeout", 503, "The query took too long.",
        "All statements of one request together may take a few seconds. These took longer.",
        "Narrow the filter by a day, a place or a kind; ask for a smaller page; leave out count=true; send a text in parts.");

    public static readonly ProblemKind TooManyStreams = new("too-many-streams", 503, "Too many streams are open.",
        "The server limits the number of open streams, for each client and in all. The limit is reached.",
        "Try again in a minute, or request /v1/changes from time to time.", RetryAfter: 60);

    public static readonly ProblemKind Overloaded = new("overloaded", 503, "The server is busy.",
        "The server limits the number of requests that run at once and the bytes that wait for clients. No capacity became free in time.",
        "Try again after the number of seconds in Retry-After. Ask for smaller pages, and send fewer requests at once.", RetryAfter: 1);

    public static readonly ProblemKind NoSnapshot = new("no-snapshot", 503, "There are no facts to serve.",
        "The file of the facts is damaged, so its content is not served.",
        "Try again in a minute. The operator of the server has to replace the file.", RetryAfter: 60);

    public static readonly ProblemKind Internal = new("internal", 500, "Something went wrong here.",
        "The server has a fault, which it has logged.",
        "Try again. If the error persists, report the address that you requested.");

    public static readonly IReadOnlyList<ProblemKind> All =
        [InvalidParameters, NotFound, MethodNotAllowed, NotAcceptable, RequestTimeout, Removed, UnknownRevision, PreconditionFailed,
        TooLarge, UnsupportedMediaType, TooManyRequests, Timeout, TooManyStreams, Overloaded, NoSnapshot, Internal];
}
