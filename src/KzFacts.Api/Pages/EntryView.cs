using KzFacts.Data;
using KzFacts.Data.Querying;

namespace KzFacts.Api.Pages;

/// <summary>The page of one entry of a registry, with the facts that name it.</summary>
public abstract class EntryView<TItem, TItemFilter> : ListView<Data.Facts.Fact, Data.Querying.AnyFactFilter> where TItemFilter
    : Filter, new()
{
    protected override Collection<Data.Facts.Fact, AnyFactFilter> Collection => Catalog.Facts;

    protected abstract Collection<TItem, TItemFilter> Registry { get; }

    protected string Id => (string)Http.Request.RouteValues["id"]!;

    /// <summary>The entry. Null if there is none.</summary>
    protected TItem? Entry { get; private set; }

    /// <summary>The closest existing id, to suggest if there is no entry.</summary>
    protected string? Closest => Registry.Nearest(Visit.Lane, Id);

    protected override void OnInitialized()
    {
        if (Registry.Find(Visit.Lane, Id, null, row => Entry = Registry.Read(row.Utf8(0)))) base.OnInitialized();
    }

    /// <summary>The API calls behind the page: the entry and its facts.</summary>
    protected IReadOnlyList<string> CallsBy(string parameter) =>
        [Visit.ApiCallOf($"/{Registry.Path}/{Id}", []), Visit.ApiCallOf("/facts", [new(parameter, Id), .. Visit.Used])];
}
