using KzFacts.Api.Serving;
using KzFacts.Api.Web;
using KzFacts.Data.Checking;
using KzFacts.Data.Text.Urls;
using KzFacts.Languages;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Primitives;

namespace KzFacts.Api.Pages;

/// <summary>Answers the one input box, into which visitors paste addresses and sentences.</summary>
static class AskEndpoint
{
    /// <summary>Answers what somebody pasted: an address by the look-up, a sentence by the search. Each has an address of its own.
    /// A text that is too long for an address is answered directly.</summary>
    public static async Task AnswerAsync(HttpContext http, SnapshotHost host, Language language)
    {
        var isForm = HttpMethods.IsPost(http.Request.Method);
        if (isForm) await ReadFormAsync(http);
        IEnumerable<KeyValuePair<string, StringValues>> given = isForm ? http.Request.Form : http.Request.Query;
        string? Field(string name) =>
            given.FirstOrDefault(pair => pair.Key == name).Value.ToString().Trim() is { Length: > 0 } value ? value : null;
        var text = Field("q");
        if (isForm && text?.Length > SearchPage.LongestInAddress)
        {
            http.Response.Headers.CacheControl = "no-store";
            await PagesDoor.ShowAsync<SearchPage>(http, host, language, "/search");
            return;
        }
        var (path, name) = text is null ? ("/", null) : WebAddress.Of(text) is null ? ("/search", "q") : ("/lookup", "url");
        var query = new QueryBuilder();
        if (name is not null) query.Add(name, text!);
        if (Field("asOf") is { } day) query.Add("asOf", day);
        http.Response.StatusCode = isForm ? StatusCodes.Status303SeeOther : StatusCodes.Status302Found;
        http.Response.Headers.Location = http.Request.PathBase + Visit.At(language, path) + query;
    }

    /// <summary>Reads a form that may be longer than a text to check, so that the page can show the text again.</summary>
    /// <exception cref="BadHttpRequestException">The body is not a form, or it is longer still.</exception>
    static async Task ReadFormAsync(HttpContext http)
    {
        if (!http.Request.HasFormContentType) throw new BadHttpRequestException("The body is not a form.");
        JsonBody.Bound(http, MostFormBytes);
        try
        {
            await http.Request.ReadFormAsync(http.RequestAborted);
        }
        // A limit was exceeded, the body ended early, or the charset is unknown.
        catch (Exception e) when (e is InvalidDataException or IOException and not BadHttpRequestException or NotSupportedException)
        {
            throw new BadHttpRequestException(e.Message);
        }
    }

    const int MostFormBytes = 16 * Check.MostBytes;
}
