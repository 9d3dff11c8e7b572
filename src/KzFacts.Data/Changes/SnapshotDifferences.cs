using System.Text.Json;
using KzFacts.Data.Proof;
using KzFacts.Data.Querying;

namespace KzFacts.Data.Changes;

/// <summary>How a fact differs between two snapshots.</summary>
/// <param name="Before">Its document in the old snapshot. Undefined if it was added.</param>
/// <param name="After">Its document in the new snapshot. Undefined if it was removed.</param>
public sealed record FactDifference(ChangeAction Action, string Id, JsonElement Before, JsonElement After)
{
    public string Title => (Action == ChangeAction.Removed ? Before : After).GetProperty("title").GetString()!;

    /// <summary>The members of a changed fact that differ: <see cref="JsonDifference.Held"/> before,
    /// <see cref="JsonDifference.Here"/> after. The hash, which always differs, is left out.</summary>
    public IEnumerable<JsonDifference> Members =>
        Action == ChangeAction.Changed ? JsonDifferences.Between(After, Before).Where(one => one.Path != "hash") : [];
}

/// <summary>Compares the present facts of two snapshots. Neither needs to know the other.</summary>
public static class SnapshotDifferences
{
    /// <summary>The facts that differ, in the order of their ids.</summary>
    public static IEnumerable<FactDifference> Between(Lane old, Lane other)
    {
        var (before, after) = (FactReads.Hashes(old), FactReads.Hashes(other));
        return before.Keys.Union(after.Keys).Order(StringComparer.Ordinal)
            .Select(FactDifference? (id) => (before.GetValueOrDefault(id), after.GetValueOrDefault(id)) switch
        {
            (null, _) => new FactDifference(ChangeAction.Added, id, default, Document(other, id)),
            (_, null) => new(ChangeAction.Removed, id, Document(old, id), default),
            var (one, another) => one == another ? null : new(ChangeAction.Changed, id, Document(old, id), Document(other, id)),
        }).OfType<FactDifference>();
    }

    static JsonElement Document(Lane lane, string id)
    {
        JsonElement document = default;
        Catalog.Facts.Find(lane, id, null, row => document = JsonSerializer.Deserialize<JsonElement>(row.Utf8(0)));
        return document;
    }
}
