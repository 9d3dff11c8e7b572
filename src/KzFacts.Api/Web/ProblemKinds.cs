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

    public static readonly ProblemKind Removed = new("removed", 410, "The fact was removed.",
        "The fact was removed; the answer says when and why. Its id is never used again.",
        "Stop requesting it, and tell the readers to whom you showed it.");

    public static readonly ProblemKind UnknownRevision = new("unknown-revision", 410, "The changes since then are not known.",
        "The journal does not hold the revision or the position: it is too old, from another server, or from facts with another schema.",
        "Read all facts, at the address in the answer, and continue from their revision.");

    public static readonly ProblemKind TooLarge = new("too-large", 413, "The request is too large.",
        "The body is larger than this address accepts.",
        "Send less at a time.");

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
        [InvalidParameters, NotFound, MethodNotAllowed, NotAcceptable, Removed, UnknownRevision, TooLarge, Timeout, TooManyStreams,
        Overloaded, NoSnapshot, Internal];
}
