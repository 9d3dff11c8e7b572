using KzFacts.Data.Registries;
using KzFacts.Data.Series;

namespace KzFacts.Data.Querying;

/// <summary>Counts over all facts that a filter keeps, for charts and series.</summary>
public static class Tallies
{
    /// <summary>The number of facts, and the number of pages that make a claim about them.</summary>
    public static (long Facts, long Pages) FactsAndPages<TFact, TFilter>(Lane lane, Collection<TFact, TFilter> collection, TFilter filter)
        where TFilter : Filter, new()
    {
        var counts = (0L, 0L);
        collection.Select(lane, filter,
            "select (select count(*) from kept), (select count(distinct source) from claim where row in (select row from kept))",
            row => counts = (row.Number(0), row.Number(1)));
        return counts;
    }

    /// <summary>The places of the facts, those with the most facts first. For each: the number of facts, and how many of them are
    /// retracted or disputed.</summary>
    public static IReadOnlyList<(Place Place, int Count, int Doubtful)> ByPlace(Lane lane, AnyFactFilter filter)
    {
        List<(Place, int, int)> places = [];
        Catalog.Facts.Select(lane, filter,
            """
            select (select document from place where id = link.place), count(*) facts, sum(status in ('retracted', 'disputed'))
            from kept cross join fact_place link on link.row = kept.row and link.own = 1
            group by link.place order by facts desc, link.place
            """,
            row => places.Add((FactJson.Read<Place>(row.Utf8(0)), (int)row.Number(1), (int)row.Number(2))));
        return places;
    }

    /// <summary>The facts with one value that began in one step of time. Steps are counted from the beginning of the calendar; step
    /// -1 holds facts whose time is not known precisely enough.</summary>
    internal sealed record Step(string Value, int Number, int Count, int Disputed, int Retracted);

    internal static List<Step> BySteps(Lane lane, AnyFactFilter filter, TimelineBy by, TimelineBucket bucket)
    {
        var values = by switch
        {
            TimelineBy.Kind => "kind value from kept",
            TimelineBy.Type => "type value from kept where type is not null",
            _ => "place value from kept cross join fact_place link on link.row = kept.row and link.own = 1",
        };
        List<Step> steps = [];
        Catalog.Facts.Select(lane, filter,
            $"select {StepIn(bucket)}, count(*), sum(status = 'disputed'), sum(status = 'retracted'), {values} group by 5, 1",
            row => steps.Add(new(row.Text(4), (int)row.Number(0), (int)row.Number(1), (int)row.Number(2), (int)row.Number(3))));
        return steps;
    }

    /// <summary>The step in which a fact began. Julian days begin at noon, and 0001-01-01 was a Monday.</summary>
    static string StepIn(TimelineBucket bucket)
    {
        const string day = "cast(julianday(first) - 1721425.5 as integer)";
        return bucket switch
        {
            TimelineBucket.Hour =>
                $"case when precision in ('minute', 'hour') and time <> '' then {day} * 24 + substr(time, 1, 2) else -1 end",
            TimelineBucket.Day => $"case when {FactReads.HasDay} then {day} else -1 end",
            _ => $"case when {FactReads.HasDay} then {day} / 7 else -1 end",
        };
    }
}
