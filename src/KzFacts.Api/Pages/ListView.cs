using KzFacts.Api.Web;
using KzFacts.Data.Querying;
using Microsoft.Extensions.Primitives;

namespace KzFacts.Api.Pages;

/// <summary>A page that lists a collection by the parameters of its API call.</summary>
public abstract class ListView<TItem, TFilter> : View where TFilter : Filter, new()
{
    protected abstract Collection<TItem, TFilter> Collection { get; }

    protected TFilter Filter { get; private set; } = new();

    protected IReadOnlyList<TItem> Items { get; private set; } = [];

    protected Cursor? Next { get; private set; }

    /// <summary>How many entries the filter keeps, on all pages.</summary>
    protected long Total { get; private set; }

    /// <summary>What the page itself keeps to, besides what the visitor asks for.</summary>
    protected virtual TFilter Narrow(TFilter filter) => filter;

    /// <summary>How many entries a page holds where the visitor does not say.</summary>
    protected virtual int Limit => Page.Default;

    /// <summary>The API call behind the page.</summary>
    protected IReadOnlyList<string> Calls => [Visit.CallOf(Visit.Path, [
        .. Visit.Used.Where(pair => pair.Key != "limit" && (Collection.IsFact || pair.Key != "asOf")),
        .. Filter.Page.Limit == Page.Default ? (KeyValuePair<string, StringValues>[])[] : [new("limit", $"{Filter.Page.Limit}")]])];

    protected override void OnInitialized()
    {
        PageRequest request = Collection.IsFact ? new FactPageRequest() : new NamePageRequest();
        // Registries are of no day, but links keep the visitor's.
        if (Collection.IsFact) Visit.Read(Filter, request);
        else Visit.Read(Filter, request, new FactRequest());
        Filter = Narrow(Filter with { Page = Visit.PageOf(request, Limit) });
        List<TItem> items = [];
        Next = Collection.List(Visit.Lane, Filter, withClaims: false, row => items.Add(Collection.Read(row.Utf8(0))));
        Items = items;
        Total = Collection.Count(Visit.Lane, Filter);
    }
}
