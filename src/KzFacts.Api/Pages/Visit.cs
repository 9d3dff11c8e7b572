using KzFacts.Api.Kinds;
using KzFacts.Api.Web;
using KzFacts.Data.Changes;
using KzFacts.Data.Querying;
using KzFacts.Languages;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Primitives;

namespace KzFacts.Api.Pages;

/// <summary>One request for a page: in which language, from which snapshot, as known by which day. A page stands at the path of its API
/// call, without <c>/v1</c>, and takes the same parameters.</summary>
/// <param name="Path">The path of the page in any language, such as <c>/facts</c>.</param>
public sealed record Visit(HttpContext Http, Lane Lane, Snapshot Snapshot, Language Language, string Path)
{
    static readonly string[] ForMachines = ["format", "expand", "count"];

    /// <summary>What was asked for: the parameters of the address, or the fields of a form that was sent.</summary>
    public IEnumerable<KeyValuePair<string, StringValues>> Given =>
        HttpMethods.IsPost(Http.Request.Method) ? Http.Request.Form : Http.Request.Query;

    /// <summary>The parameters of the address that the page understood, in its order.</summary>
    public IReadOnlyList<KeyValuePair<string, StringValues>> Used { get; private set; } = [];

    /// <summary>The values of the address that cannot stand there; the page goes without them.</summary>
    public IReadOnlyList<ParameterError> Errors { get; private set; } = [];

    /// <summary>The day whose knowledge the visitor looks at; links keep it.</summary>
    public DateOnly? AsOf { get; private set; }

    public Labels Labels => Labels.Of(Lane, Snapshot, Language);

    public string Root => Http.PublicUrl();

    /// <summary>Fills parameter records as the API does, but leaves out what it does not know (links grow tracking tails, forms send empty
    /// fields) and what does not fit.</summary>
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

    /// <summary>Makes the answer one that says that nothing is there; it is not kept.</summary>
    /// <param name="removed">When and why it was taken away, where it was.</param>
    public void IsMissing(Removal? removed)
    {
        Http.Response.StatusCode = removed is null ? StatusCodes.Status404NotFound : StatusCodes.Status410Gone;
        Http.Response.Headers.Remove("ETag");
        Http.Response.Headers.CacheControl = "no-store";
    }

    /// <summary>The page of a list that is asked for; the first where its cursor is none.</summary>
    public Page PageOf(PageRequest request, int limit)
    {
        try
        {
            return request.ToPage() with { Limit = request.Limit ?? limit };
        }
        catch (InvalidParametersException e)
        {
            Errors = [.. Errors, .. e.Errors];
            Used = [.. Used.Where(pair => pair.Key != "after")];
            return new() { Limit = request.Limit ?? limit, Descending = request.Descending };
        }
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

    /// <summary>The address of another page in the visitor's language, as known by the visitor's day.</summary>
    public string To(string path) =>
        At(Language, path) + (AsOf is { } day ? $"{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}asOf={day:yyyy-MM-dd}" : "");

    /// <summary>This page in a language.</summary>
    public string In(Language language) => At(language, Path) + Query(Used);

    /// <summary>The address of a path in a language.</summary>
    public static string At(Language language, string path) =>
        path == "/" && language.Prefix.Length > 0 ? language.Prefix : language.Prefix + path;

    /// <summary>This page with another value of a parameter; null takes it away. The list begins anew.</summary>
    public string With(string name, string? value) => At(Language, Path) + Query([
        .. Used.Where(pair => pair.Key != name && pair.Key != "after"), .. value is null
            ? [] : (KeyValuePair<string, StringValues>[])[new(name, value)]]);

    /// <summary>The API call behind the page.</summary>
    public string Call => CallOf(Path == "/" ? "" : Path, Used);

    public string CallOf(string path, IEnumerable<KeyValuePair<string, StringValues>> query) => $"{Root}/v1{path}{Query(query)}";

    static string Query(IEnumerable<KeyValuePair<string, StringValues>> query) => new QueryBuilder(query).ToString();
}
