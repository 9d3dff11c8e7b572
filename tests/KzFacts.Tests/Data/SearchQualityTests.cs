using System.Globalization;
using FluentAssertions;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Data;

public sealed class SearchQualityTests(Served served, ITestOutputHelper output)
{
    const int First = 10;

    [Fact]
    public void The_meant_facts_are_among_the_first_ten()
    {
        var scores = SearchCases.All.Select(one => (one.Query, one.Facts, Found: Found(one.Query)))
            .Select(one => (one.Query, Recall: one.Facts.Count(one.Found.Contains) / (double)one.Facts.Length,
                Rank: one.Found.FindIndex(one.Facts.Contains) is >= 0 and var rank ? 1d / (rank + 1) : 0)).ToList();
        var (recall, mrr) = (scores.Average(score => score.Recall), scores.Average(score => score.Rank));

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{scores.Count} queries: recall@{First} {recall:F3}, MRR {mrr:F3}"));
        foreach (var (query, share, rank) in scores.Where(score => score.Recall < 1 || score.Rank < 1))
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {query}: recall {share:F2}, reciprocal rank {rank:F2}"));

        scores.Should().HaveCountGreaterThanOrEqualTo(50);
        recall.Should().BeGreaterThanOrEqualTo(0.95);
        mrr.Should().BeGreaterThanOrEqualTo(0.85);
    }

    [Theory]
    [InlineData("Zatulin", "Затулин", "Затулиным", "Zatulyn")]
    [InlineData("Zhanaozen", "Жанаозен", "Жаңаөзен", "Janaozen")]
    [InlineData("Tokayev", "Токаев", "Тоқаев", "Toqaev", "Токаевым")]
    [InlineData("Massimov", "Масимов", "Мәсімов", "Масимова")]
    [InlineData("Ruzakhunov", "Рузахунов", "Рузахунова", "Ruzahunov")]
    public void A_name_in_another_script_ranks_as_in_the_script_of_the_titles(string latin, params string[] others)
    {
        var inTitles = Found(latin);

        foreach (var other in others)
        {
            // The ranks of the first few are almost equal.
            inTitles.Take(3).Should().Contain(Found(other)[0], other);
            // A stem may also be the beginning of another word.
            Found(other).Intersect(inTitles).Should().HaveCountGreaterThanOrEqualTo(inTitles.Count * 8 / 10, other);
        }
    }

    List<string> Found(string query) =>
        [.. served.Snapshot.Search(new() { Q = query, Page = new() { Limit = First } }).Items.Select(item => item.Fact.Id)];
}
