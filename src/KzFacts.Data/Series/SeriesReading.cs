using KzFacts.Data.Querying;

namespace KzFacts.Data.Series;

/// <summary>Reads series, and limits their size.</summary>
public static class SeriesReading
{
    /// <summary>The most series, facts and steps of time in one answer.</summary>
    public const int MostSeries = 200, MostFacts = 5000, MostBuckets = 2000;

    /// <summary>All facts that the filter keeps.</summary>
    /// <exception cref="InvalidParametersException">There are too many to draw.</exception>
    public static IReadOnlyList<TFact> Facts<TFact, TFilter>(this Collection<TFact, TFilter> collection, Lane lane, TFilter filter)
        where TFilter : Filter, new()
    {
        List<TFact> facts = [];
        var next = collection.List(lane, filter with { Page = new() { Limit = MostFacts } }, withClaims: false, row =>
            facts.Add(collection.Read(row.Utf8(0))));
        return next is null ? facts : throw TooMany($"the filter keeps more than {MostFacts} facts");
    }

    /// <exception cref="InvalidParametersException">There are too many to draw.</exception>
    public static IReadOnlyList<TSeries> Bounded<TSeries>(this IEnumerable<TSeries> series) =>
        series.Take(MostSeries + 1).ToList() is { Count: <= MostSeries } all
            ? all : throw TooMany($"there are more than {MostSeries} series");

    static InvalidParametersException TooMany(string detail) =>
        new([new(ErrorCode.TooMany, "from", $"{detail}, which is the limit.", Hint: "narrow the filter by days, a place or a word")]);
}
