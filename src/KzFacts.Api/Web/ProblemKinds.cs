namespace KzFacts.Api.Web;

/// <summary>All that a request can fail by.</summary>
public static class ProblemKinds
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
        "Accept application/json, which is served everywhere, or one of the types that the OpenAPI document lists for the address; or " +
        "say which with format=.");

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

    public static readonly IReadOnlyList<ProblemKind> All =
        [InvalidParameters, NotFound, MethodNotAllowed, NotAcceptable, Removed, UnknownRevision, TooLarge, Timeout, TooManyStreams,
        Overloaded, NoSnapshot, Internal];
}
