using CsCheck;
using FluentAssertions;
using KzFacts.Compiler.Derivation;
using KzFacts.Compiler.Seeds;
using KzFacts.Data.Names;

namespace KzFacts.Tests.Data;

public sealed class OriginsTests
{
    static readonly Gen<SeedSource[]> Sources = Gen
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
    public void A_page_without_groups_is_of_its_publisher()
    {
        Count(Page("a"), Page("b"), Page("c", "publisher of a")).Should().Be(2);
    }

    [Fact]
    public void The_order_of_the_pages_does_not_matter() =>
        Sources.SelectMany(sources => Gen.Shuffle(sources).Select(shuffled => (sources, shuffled))).Sample(pair =>
            Partition(pair.sources).SetEquals(Partition(pair.shuffled)));

    [Fact]
    public void There_is_at_least_one_origin_and_at_most_one_a_page() =>
        Sources.Sample(sources => Count(sources) is var count && count >= 1 && count <= sources.Length);

    [Fact]
    public void Pages_that_share_a_group_are_always_of_one_origin() =>
        Sources.Sample(sources =>
        {
            var origins = Origins.Of(sources);
            return sources.All(a => sources.All(b => !a.Origins.Intersect(b.Origins).Any() || origins[a.Id] == origins[b.Id]));
        });

    [Fact]
    public void Pages_of_one_origin_hang_together_by_shared_groups() =>
        Sources.Sample(sources => Count(sources) == Chains(sources));

    [Fact]
    public void One_more_page_never_makes_more_than_one_origin_more() =>
        Sources.Sample(sources => Count(sources) <= Count(sources[..^1]) + 1);

    static int Count(params SeedSource[] sources) => Origins.Of(sources).Values.Distinct().Count();

    static HashSet<string> Partition(SeedSource[] sources) =>
        [.. Origins.Of(sources).GroupBy(pair => pair.Value, pair => pair.Key)
            .Select(origin => string.Join(' ', origin.Order(StringComparer.Ordinal)))];

    /// <summary>How many sets of pages remain when each page takes in all that share a group with it, until none does.</summary>
    static int Chains(SeedSource[] sources)
    {
        var left = sources.ToList();
        var chains = 0;
        while (left.Count > 0)
        {
            chains++;
            HashSet<string> groups = [.. left[0].Origins];
            while (left.RemoveAll(source => source.Origins.Any(groups.Contains) && Taken(groups, source)) > 0) { }
        }
        return chains;
    }

    static bool Taken(HashSet<string> groups, SeedSource source)
    {
        groups.UnionWith(source.Origins);
        return true;
    }

    static SeedSource Page(string id, params string[] groups) => new()
    {
        Id = id,
        Urls = [$"https://{id}.example"],
        Publisher = $"publisher of {id}",
        Language = "en",
        Kind = SourceKind.News,
        OriginGroups = [.. groups],
    };
}
