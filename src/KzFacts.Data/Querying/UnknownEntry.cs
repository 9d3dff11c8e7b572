using KzFacts.Data.Facts;

namespace KzFacts.Data.Querying;

/// <summary>Says why there is no entry with an id, and which one was probably meant.</summary>
public static class UnknownEntry
{
    /// <param name="asOf">The day by which the entry should have been known, or null.</param>
    /// <returns>A sentence, and the path of the entry that was probably meant. The path is null if none is similar.</returns>
    public static (string Detail, string? Suggestion) Of<TItem, TFilter>(Lane lane, Collection<TItem, TFilter> collection, string id,
        DateOnly? asOf) where TFilter : Filter, new()
    {
        if (collection.IsFact && FactReads.KindOf(lane, id) is { } kind)
            return asOf is null ? ($"'{id}' is of the kind {ClosedWords.Of(kind)}; see /v1/facts/{id}.", $"/v1/facts/{id}")
                : ($"Nothing was known of '{id}' among the {collection.Path} by {asOf:yyyy-MM-dd}.", null);
        var meant = MeantEntry.Of(lane, collection.Table, id) ?? collection.Nearest(lane, id);
        return ($"There is no '{id}' among the {collection.Path}.{(meant is null ? "" : $" Did you mean '{meant}'?")}",
            meant is null ? null : $"/v1/{collection.Path}/{meant}");
    }
}
