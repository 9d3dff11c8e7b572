using KzFacts.Data;
using KzFacts.Data.Facts;
using KzFacts.Data.Querying;

namespace KzFacts.Tests.Compiler;

/// <summary>Reads a snapshot back into records.</summary>
static class SnapshotReading
{
    public static TFact Find<TFact>(this Snapshot snapshot, string id, DateOnly? asOf = null) where TFact : Fact
    {
        using var lane = snapshot.Rent(TimeSpan.FromSeconds(30));
        Fact? fact = null;
        Catalog.Facts.Find(lane, id, asOf, row => fact = FactJson.Read<Fact>(row.Utf8(0)));
        return (TFact)(fact ?? throw new KeyNotFoundException($"{id} is not known{(asOf is { } day ? $" on {day:yyyy-MM-dd}" : "")}"));
    }

    /// <summary>All entries that a filter keeps, facts with their claims.</summary>
    public static IReadOnlyList<TItem> All<TItem, TFilter>(this Snapshot snapshot, Collection<TItem, TFilter> collection, TFilter filter)
        where TFilter : Filter, new()
    {
        using var lane = snapshot.Rent(TimeSpan.FromSeconds(30));
        List<TItem> items = [];
        collection.List(lane, filter with { Page = Page.All }, withClaims: true, row => items.Add(collection.Read(row.Utf8(0))));
        return items;
    }

    /// <summary>The texts in the first column of a statement.</summary>
    public static IReadOnlyList<string> Texts(this Snapshot snapshot, string sql, object? parameters = null)
    {
        using var lane = snapshot.Rent(TimeSpan.FromSeconds(30));
        return lane.Texts(sql, parameters);
    }
}
