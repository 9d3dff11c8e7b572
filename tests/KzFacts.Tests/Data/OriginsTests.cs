using CsCheck;
using FluentAssertions;
using KzFacts.Compiler.Derivation;

namespace KzFacts.Tests.Data;

public sealed class OriginsTests
{
    static readonly Gen<(string Id, IReadOnlyList<string> Groups)[]> Sources = Gen
        .OneOf("TASS", "Reuters", "AFP", "Interfax", "Orda", "Kloop", "RFE/RL", "Akorda").List[1, 3]
        .Array[1, 15].Select(groups => groups.Select((origins, i) => Page($"page-{i}", [.. origins])).ToArray());

    [Fact]
    public void Pages_that_share_a_group_are_one_origin()
    {
        Count(Page("a", "TASS"), Page("b", "TASS"), Page("c", "Reuters")).Should().Be(2);
    }

    [Fact]
    public void A_page_of_two_groups_joins_them()
    {
        Count(Page("a", "Baza"), Page("b", "REN TV"), Page("c", "REN TV", "Baza")).Should().Be(1);
    }

    [Fact]
    public void A_page_without_groups_is_no_origin()
    {
        Count(Page("a"), Page("b"), Page("c", "TASS")).Should().Be(1);
        new Origins([Page("a"), Page("c", "TASS")]).AreIndependent("a", "c").Should().BeFalse();
    }

    [Fact]
    public void The_order_of_the_pages_does_not_matter() =>
        Sources.SelectMany(sources => Gen.Shuffle(sources).Select(shuffled => (sources, shuffled))).Sample(pair =>
            Partition(pair.sources).SetEquals(Partition(pair.shuffled)));

    [Fact]
    public void There_is_at_least_one_origin_and_at_most_one_for_each_page() =>
        Sources.Sample(sources => Count(sources) is var count && count >= 1 && count <= sources.Length);

    [Fact]
    public void Pages_that_share_a_group_are_always_of_one_origin() =>
        Sources.Sample(sources =>
        {
            var origins = new Origins(sources);
            return sources.All(a => sources.All(b => !a.Groups.Intersect(b.Groups).Any() || origins.Of(a.Id) == origins.Of(b.Id)));
        });

    [Fact]
    public void Pages_of_one_origin_are_connected_by_shared_groups() =>
        Sources.Sample(sources => Count(sources) == Chains(sources));

    [Fact]
    public void One_more_page_adds_at_most_one_origin() =>
        Sources.Sample(sources => Count(sources) <= Count(sources[..^1]) + 1);

    static int Count(params (string Id, IReadOnlyList<string> Groups)[] sources) => new Origins(sources).Count;

    static HashSet<string> Partition((string Id, IReadOnlyList<string> Groups)[] sources) =>
        [.. sources.GroupBy(source => new Origins(sources).Of(source.Id), source => source.Id)
            .Select(origin => string.Join(' ', origin.Order(StringComparer.Ordinal)))];

    /// <summary>The number of sets of pages that remain when sets with a common group are merged repeatedly.</summary>
    static int Chains((string Id, IReadOnlyList<string> Groups)[] sources)
    {
        var left = sources.ToList();
        var chains = 0;
        while (left.Count > 0)
        {
            chains++;
            HashSet<string> groups = [.. left[0].Groups];
            while (left.RemoveAll(source => source.Groups.Any(groups.Contains) && Taken(groups, source)) > 0) { }
        }
        return chains;
    }

    static bool Taken(HashSet<string> groups, (string Id, IReadOnlyList<string> Groups) source)
    {
        groups.UnionWith(source.Groups);
        return true;
    }

    static (string Id, IReadOnlyList<string> Groups) Page(string id, params string[] groups) => (id, groups);
}
