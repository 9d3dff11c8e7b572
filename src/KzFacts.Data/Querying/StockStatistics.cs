namespace KzFacts.Data.Querying;

/// <summary>Counts of what a snapshot holds, for its editors.</summary>
public static class StockStatistics
{
    static readonly (string Title, string Sql, bool IsShare)[] Tables =
    [
        ("facts by kind", Counts("kind", "fact where current = 1"), false),
        ("facts by status", Counts("status", "fact where current = 1"), false),
        ("facts by origins", Counts("min(origins, 4) || iif(origins < 4, '', ' or more')", "fact where current = 1"), false),
        ("facts by kind and status", Counts("kind || ', ' || status", "fact where current = 1"), false),
        ("claims by stance", Counts("stance", "claim join fact using (row) where current = 1"), false),
        ("claims by kind of fact", Counts("kind", "claim join fact using (row) where current = 1"), false),
        ("pages by language", Counts("language", "source"), false),
        ("pages by kind", Counts("kind", "source"), false),
        ("pages with a known day, by kind", Share("length(document ->> 'published') >= 10"), true),
        ("pages with a day or a latest day, by kind",
            Share("length(document ->> 'published') >= 10 or document ->> 'publishedBy' is not null"), true),
        ("pages with a headline, by kind", Share("document ->> 'title' is not null"), true),
    ];

    /// <summary>Each table with its rows: what is counted, the number, and of how many if it is a share.</summary>
    public static IEnumerable<(string Title, IReadOnlyList<(string What, long Count, long? Of)> Rows)> Of(Lane lane)
    {
        foreach (var (title, sql, isShare) in Tables)
        {
            List<(string, long, long?)> rows = [];
            lane.ForEach(sql, null, row => rows.Add((row.Text(0), row.Number(1), isShare ? row.Number(2) : null)));
            yield return (title, rows);
        }
    }

    static string Counts(string what, string of) => $"select {what}, count(*) from {of} group by 1 order by 1";

    static string Share(string condition) => $"""
        select 'all', count(*) filter (where {condition}), count(*) from source
        union all select * from (select kind, count(*) filter (where {condition}), count(*) from source group by 1 order by 1)
        """;
}
