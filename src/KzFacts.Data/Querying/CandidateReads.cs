namespace KzFacts.Data.Querying;

/// <summary>The statements that find the facts to compare with a sentence.</summary>
static class CandidateReads
{
    /// <summary>The rows of the facts that match a full-text query best, by BM25.</summary>
    public static IReadOnlyList<long> Best(Lane lane, string match, DateOnly? asOf, int most) => Rows(lane,
        $"""
        select f.row from fact_search s cross join fact f on f.row = s.rowid
        where fact_search match @match and {FactReads.Version(asOf is not null)} order by s.rank, f.row limit @most
        """,
        new { match, AsOf = asOf, most });

    /// <summary>The rows of the latest facts with a value in a column that began no later than a day.</summary>
    /// <param name="column">A column of the table <c>fact</c> that belongs to the kind. It must be a constant.</param>
    public static IReadOnlyList<long> Latest(Lane lane, string kind, string column, string key, DateOnly by, DateOnly? asOf, int most) =>
        Rows(lane,
        $"""
        select f.row from fact f where f.kind = @kind and f.{column} = @key and f.first <= @by and {FactReads.Version(asOf is not null)}
        order by f.row desc limit @most
        """,
        new { kind, key, by = $"{by:yyyy-MM-dd}", AsOf = asOf, most });

    static List<long> Rows(Lane lane, string sql, object parameters)
    {
        List<long> rows = [];
        lane.ForEach(sql, parameters, row => rows.Add(row.Number(0)));
        return rows;
    }
}
