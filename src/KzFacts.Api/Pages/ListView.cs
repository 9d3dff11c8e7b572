using KzFacts.Api.Web;
using KzFacts.Data.Querying;
using Microsoft.Extensions.Primitives;

namespace KzFacts.Api.Pages;

/// <summary>A page that lists a collection. It takes the parameters of its API call.</summary>
public abstract class ListView<TItem, TFilter> : View where TFilter : Filter, new()
{
    protected abstract Collection<TItem, TFilter> Collection { get; }

    protected TFilter Filter { get; private set; } = new();

    protected IReadOnlyList<TItem> Items { get; private set; } = [];

    /// <summary>The cursor of the next page, or null.</summary>
    protected string? Next { get; private set; }

    /// <summary>The number of entries that the filter keeps, on all pages.</summary>
    protected long Total { get; private set; }

    /// <summary>The visitor's filter with the conditions of the page itself.</summary>
    protected virtual TFilter Narrow(TFilter filter) => filter;

    /// <summary>The number of entries on a page, unless the visitor says otherwise.</summary>
    protected virtual int Limit => Page.Default;

    /// <summary>The API call behind the page.</summary>
    protected IReadOnlyList<string> Calls => [Visit.ApiCallOf(Visit.Path, [
        .. Visit.Used.Where(pair => pair.Key != "limit" && (Collection.IsFact || pair.Key != "asOf")),
        .. Filter.Page.Limit == Page.Default ? (KeyValuePair<string, StringValues>[])[] : [new("limit", $"{Filter.Page.Limit}")]])];

    protected override void OnInitialized()
    {
        PageRequest request = Collection.IsFact ? new FactPageRequest() : new RegistryPageRequest();
        // Registries do not depend on a day, but links keep the visitor's day.
        if (Collection.IsFact) Visit.Read(Filter, request);
        else Visit.Read(Filter, request, new FactRequest());
        var scope = CursorScope.Of(Collection.Path, Filter, request.Descending);
        Filter = Narrow(Filter with { Page = Visit.PageOf(request, scope, Limit) });
        List<TItem> items = [];
        var next = Collection.List(Visit.Lane, Filter, withClaims: false, row => items.Add(Collection.Read(row.Utf8(0))));
        Next = scope.Write(next);
        Items = items;
        Total = Collection.Count(Visit.Lane, Filter);
    }
}
