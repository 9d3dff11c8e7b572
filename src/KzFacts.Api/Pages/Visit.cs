using KzFacts.Api.Kinds;
using KzFacts.Api.Web;
using KzFacts.Data.Changes;
using KzFacts.Data.Querying;
using KzFacts.Languages;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Primitives;

namespace KzFacts.Api.Pages;

/// <summary>A request for a page: its language, its snapshot, the day of what was known. A page has the path of its API call
/// without <c>/v1</c>, and the same parameters.</summary>
/// <param name="Path">The path of the page without its language, such as <c>/facts</c>.</param>
public sealed record Visit(HttpContext Http, Lane Lane, Snapshot Snapshot, Language Language, string Path)
{
    static readonly string[] ForMachines = ["format", "expand", "count"];

    /// <summary>Everything that was sent: the parameters of the address, or the fields of a form.</summary>
    public IEnumerable<KeyValuePair<string, StringValues>> Given =>
        HttpMethods.IsPost(Http.Request.Method) ? Http.Request.Form : Http.Request.Query;

    /// <summary>The parameters of the address that the page recognises, in the order of the page.</summary>
    public IReadOnlyList<KeyValuePair<string, StringValues>> Used { get; private set; } = [];

    /// <summary>The invalid values of the address. The page ignores them.</summary>
    public IReadOnlyList<ParameterError> Errors { get; private set; } = [];

    /// <summary>The visitor's day: the page shows what was known by its end. Links keep it.</summary>
    public DateOnly? AsOf { get; private set; }

    public LocalLabels Labels => LocalLabels.Of(Lane, Snapshot, Language);

    /// <summary>The public address of the server, without a trailing slash. Calls of the API begin with it.</summary>
    public string Root => Http.PublicUrl();

    /// <summary>Fills parameter records as the API does, but ignores unknown parameters (links collect tracking parameters, forms
    /// send empty fields) and invalid values.</summary>
    public void Read(params object[] records)
    {
        var names = records.SelectMany(record => Parameter.Of(record.GetType())).Select(parameter => parameter.Name).Except(ForMachines)
            .ToHashSet();
        Dictionary<string, StringValues> given = Given
            .Select(pair => (pair.Key, Values: pair.Value.Where(value => !string.IsNullOrWhiteSpace(value)).ToArray()))
            .Where(pair => names.Contains(pair.Key) && pair.Values.Length > 0)
                .ToDictionary(pair => pair.Key, pair => new StringValues(pair.Values));
        Errors = Check(given, [.. records.Select(record => Activator.CreateInstance(record.GetType())!)]);
        foreach (var error in Errors) given.Remove(error.Parameter);
        QueryBinder.Bind(new QueryCollection(given), Lane, records);
        Used = [.. given];
        AsOf = records.Select(record => record.GetType().GetProperty(nameof(AsOf))?.GetValue(record)).OfType<DateOnly>().Cast<DateOnly?>()
            .FirstOrDefault();
    }

    /// <summary>Turns the answer into one for a missing entry, which is not cached.</summary>
    /// <param name="removed">When and why the entry was removed, or null.</param>
    public void IsMissing(Removal? removed)
    {
        Http.Response.StatusCode = removed is null ? StatusCodes.Status404NotFound : StatusCodes.Status410Gone;
        Http.Response.Headers.Remove("ETag");
        Http.Response.Headers.CacheControl = "no-store";
    }

    /// <summary>The page of a list that is asked for. An invalid cursor means the first page.</summary>
    public Page PageOf(PageRequest request, CursorScope scope, int limit)
    {
        List<ParameterError> errors = [];
        request.Position = scope.Given(request.After, errors);
        if (errors.Count > 0) Used = [.. Used.Where(pair => pair.Key != "after")];
        Errors = [.. Errors, .. errors];
        return request.ToPage() with { Limit = request.Limit ?? limit };
    }

    IReadOnlyList<ParameterError> Check(Dictionary<string, StringValues> given, object[] records)
    {
        try
        {
            QueryBinder.Bind(new QueryCollection(given), Lane, records);
            return [];
        }
        catch (InvalidParametersException e)
        {
            return e.Errors;
        }
    }

    /// <summary>The address of another page, in the visitor's language and as known by the visitor's day.</summary>
    public string To(string path) =>
        Local(path) + (AsOf is { } day ? $"{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}asOf={day:yyyy-MM-dd}" : "");

    /// <summary>The address of this page in another language.</summary>
    public string In(Language language) => Site(At(language, Path)) + Query(Used);

    /// <summary>The absolute address of another page, as known by the visitor's day.</summary>
    public string Absolute(string path) => Root + To(path)[Http.Request.PathBase.Value!.Length..];

    /// <summary>The absolute address of this page in another language.</summary>
    public string AbsoluteIn(Language language) => Root + At(language, Path) + Query(Used);

    /// <summary>The address of another page in the visitor's language, without the visitor's day.</summary>
    public string Local(string path) => Site(At(Language, path));

    /// <summary>The address of a path of this server. A proxy may serve it under a path of its own.</summary>
    public string Site(string path) => Http.Request.PathBase + path;

    /// <summary>A path in a language.</summary>
    public static string At(Language language, string path) =>
        path == "/" && language.Prefix.Length > 0 ? language.Prefix : language.Prefix + path;

    /// <summary>The address of this page with another value for a parameter; null removes it. The list begins at its first page.</summary>
    public string With(string name, string? value) => Local(Path) + Query([
        .. Used.Where(pair => pair.Key != name && pair.Key != "after"), .. value is null
            ? [] : (KeyValuePair<string, StringValues>[])[new(name, value)]]);

    /// <summary>The API call behind the page.</summary>
    public string ApiCall => ApiCallOf(Path == "/" ? "" : Path, Used);

    public string ApiCallOf(string path, IEnumerable<KeyValuePair<string, StringValues>> query) => $"{Root}/v1{path}{Query(query)}";

    static string Query(IEnumerable<KeyValuePair<string, StringValues>> query) => new QueryBuilder(query).ToString();
}
