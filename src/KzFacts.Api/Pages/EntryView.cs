using KzFacts.Data.Querying;

namespace KzFacts.Api.Pages;

/// <summary>A page of one entry of a registry and of the facts that name it.</summary>
public abstract class EntryView<TItem, TItemFilter> : ListView<Data.Facts.Fact, Data.Querying.AnyFactFilter> where TItemFilter
    : Filter, new()
{
    protected override Collection<Data.Facts.Fact, AnyFactFilter> Collection => Data.Collections.Facts;

    protected abstract Collection<TItem, TItemFilter> Registry { get; }

    protected string Id => (string)Http.Request.RouteValues["id"]!;

    /// <summary>The entry; null where there is none.</summary>
    protected TItem? Entry { get; private set; }

    /// <summary>The id that was probably meant, where there is no entry.</summary>
    protected string? Meant => Registry.Nearest(Visit.Lane, Id);

    protected override void OnInitialized()
    {
        if (Registry.Find(Visit.Lane, Id, null, row => Entry = Registry.Read(row.Utf8(0)))) base.OnInitialized();
    }

    /// <summary>The calls behind the page: the entry and its facts.</summary>
    protected IReadOnlyList<string> CallsBy(string parameter) =>
        [Visit.CallOf($"/{Registry.Path}/{Id}", []), Visit.CallOf("/facts", [new(parameter, Id), .. Visit.Used])];
}
