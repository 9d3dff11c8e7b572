using KzFacts.Data.Changes;
using KzFacts.Data.Facts;

namespace KzFacts.Data.Querying;

/// <summary>Why there is no entry with an id, and which one was probably meant.</summary>
/// <param name="Detail">The reason, as a sentence.</param>
/// <param name="Removed">When and why the fact was removed. Null if it never was.</param>
/// <param name="Suggestion">The id of the entry that was probably meant. Null if none is similar.</param>
/// <param name="Collection">The path of the collection that has the suggested entry.</param>
public sealed record MissingEntry(string Detail, Removal? Removed, string? Suggestion, string Collection)
{
    /// <param name="asOf">The day by which the entry should have been known, or null.</param>
    public static MissingEntry Of<TItem, TFilter>(Lane lane, Collection<TItem, TFilter> collection, string id, DateOnly? asOf)
        where TFilter : Filter, new()
    {
        if (collection.IsFact && FactReads.Removal(lane, id) is { } removed)
            return new($"'{id}' was removed on {removed.Day:yyyy-MM-dd}: {removed.Reason}", removed, null, collection.Path);
        if (collection.IsFact && FactReads.KindOf(lane, id) is { } kind)
            return asOf is null
                ? new($"'{id}' is of the kind {ClosedWords.Of(kind)}; see /v1/facts/{id}.", null, id, Catalog.Facts.Path)
                : new($"Nothing was known of '{id}' among the {collection.Path} by {asOf:yyyy-MM-dd}.", null, null, collection.Path);
        var meant = MeantEntry.Of(lane, collection.Table, id) ?? collection.Nearest(lane, id);
        return new($"There is no '{id}' among the {collection.Path}.{(meant is null ? "" : $" Did you mean '{meant}'?")}", null, meant,
            collection.Path);
    }
}
