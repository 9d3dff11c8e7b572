using CsCheck;
using FluentAssertions;
using KzFacts.Data;
using KzFacts.Data.Facts;
using KzFacts.Data.Querying;
using KzFacts.Data.Series;
using KzFacts.Tests.Rest;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Doors;

public sealed class PropertyTests(Served served)
{
    static readonly DateOnly FirstDay = new(2021, 12, 28);
    static readonly string[] Places = ["almaty", "kazakhstan", "mangystau", "russia", "astana"];
    static readonly string[] Actors = ["kassym-jomart-tokayev", "protesters", "csto", "russia", "security-forces-of-kazakhstan"];

    static readonly Gen<AnyFactFilter> Filters =
        from parts in Gen.Int[0, 255]
        from day in Gen.Int[0, 40]
        from length in Gen.Int[0, 20]
        from place in Gen.Int[0, 4].Select(i => Places[i])
        from actor in Gen.Int[0, 4].Select(i => Actors[i])
        from origins in Gen.Int[0, 8]
        from kinds in Gen.Enum<Kind>().Array[1, 3]
        from statuses in Gen.Enum<Status>().Array[1, 3]
        select new AnyFactFilter
        {
            From = (parts & 1) == 0 ? null : FirstDay.AddDays(day),
            To = (parts & 2) == 0 ? null : FirstDay.AddDays(day + length),
            Place = (parts & 4) == 0 ? null : [place],
            Actor = (parts & 8) == 0 ? null : [actor],
            MinOrigins = (parts & 16) == 0 ? null : origins,
            Kind = (parts & 32) == 0 ? null : [.. kinds.Distinct().Select(ClosedWords.Of)],
            Status = (parts & 64) == 0 ? null : [.. statuses.Distinct().Select(ClosedWords.Of)],
            FiguresDiffer = (parts & 128) == 0 ? null : day % 2 == 0,
        };

    readonly Oracle oracle = new(served);

    [Fact]
    public void Any_filters_together_keep_what_the_plain_oracle_keeps() => Filters.Sample(filter =>
        Walk(filter with { Page = Page.All }).Should().Equal(oracle.Facts.Where(fact => Keeps(filter, fact)).Select(fact => fact.Id)),
            iter: 300);

    [Fact]
    public void Pages_of_any_size_in_either_direction_give_the_whole_list_once() =>
        Gen.Select(Filters, Gen.Int[1, 60], Gen.Bool).Sample((filter, limit, descending) =>
    {
        var whole = oracle.Facts.Where(fact => Keeps(filter, fact)).Select(fact => fact.Id);
        Walk(filter with { Page = new() { Limit = limit, Descending = descending } }).Should().Equal(descending ? whole.Reverse() : whole);
    }, iter: 100);

    [Fact]
    public void The_count_is_that_of_the_whole_list() => Filters.Sample(filter =>
    {
        using var lane = served.Snapshot.Rent(Timeout.InfiniteTimeSpan);
        Catalog.Facts.Count(lane, filter).Should().Be(oracle.Facts.Count(fact => Keeps(filter, fact)));
    }, iter: 100);

    [Fact]
    public void A_timeline_counts_what_a_plain_loop_over_the_list_counts() =>
        Gen.Select(Filters, Gen.Int[0, 80], Gen.Enum<TimelineBy>(), Gen.Enum<TimelineBucket>()).Sample((filter, day, by, bucket) =>
    {
        using var lane = served.Snapshot.Rent(Timeout.InfiniteTimeSpan);
        filter = filter with
        {
            From = filter.From ?? FirstDay,
            To = filter.To ?? FirstDay.AddDays(60),
            AsOf = day > 40 ? null
            : FirstDay.AddDays(day),
            Page = Page.All
        };
        List<Fact> facts = [];
        Catalog.Facts.List(lane, filter, withClaims: false, row => facts.Add(Catalog.Facts.Read(row.Utf8(0))));
        var starts = SeriesTests.StartsOf(filter.From.Value, filter.To.Value, bucket).ToHashSet();

        var series = TimelineSeries.Of(lane, filter, by, bucket);

        series.Should().NotContain(one => one.Points.Count != starts.Count || one.Count != one.Points.Sum(point => point.Count));
        var values = facts.SelectMany(fact => SeriesTests.ValuesOf(fact, by), (fact, value) => (value, fact))
            .ToLookup(one => one.value, one => one.fact);
        series.Select(one => (one.Value.Id, one.Count + one.Aside)).Should()
            .BeEquivalentTo(values.Select(group => (group.Key, group.Count())));
        foreach (var one in series)
            one.Points.Where(point => point.Count > 0).Should()
                .BeEquivalentTo(values[one.Value.Id].GroupBy(fact => SeriesTests.StartOf(fact, bucket))
                .Where(step => step.Key is { } start && starts.Contains(start)).Select(step => SeriesTests.PointOf(step.Key!, step)));
    }, iter: 100);

    List<string> Walk(AnyFactFilter filter)
    {
        using var lane = served.Snapshot.Rent(Timeout.InfiniteTimeSpan);
        List<string> ids = [];
        var scope = CursorScope.Of("facts", filter, descending: false);
        for (Cursor? next = null; ;)
        {
            // Converted to text and back, as a client would send it.
            var page = filter.Page with { Cursor = next is null ? null : scope.Read(scope.Write(next), out _) };
            next = Catalog.Facts.List(lane, filter with { Page = page }, withClaims: false, row => ids.Add(row.Cursor.Id));
            if (next is null) return ids;
        }
    }

    bool Keeps(AnyFactFilter filter, Fact fact) =>
        (filter.From is null || fact.Last >= filter.From)
        && (filter.To is null || fact.OrderedBy() <= filter.To)
        && (filter.Place is null || fact.Places.Any(place => filter.Place.Any(within => oracle.LiesIn(place.Id, within))))
        && (filter.Actor is null || fact.Actors.Any(part => filter.Actor.Contains(part.Actor.Id)))
        && (filter.MinOrigins is null || fact.Origins >= filter.MinOrigins)
        && (filter.Kind is null || filter.Kind.Contains(ClosedWords.Of(fact.Kind)))
        && (filter.Status is null || filter.Status.Contains(ClosedWords.Of(fact.Status)))
        && (filter.FiguresDiffer is null || fact.Figures.Any(figure => figure.Agreement == Agreement.Differ) == filter.FiguresDiffer);
}
