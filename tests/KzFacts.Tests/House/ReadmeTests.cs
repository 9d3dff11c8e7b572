using System.Globalization;
using System.Text.RegularExpressions;
using FluentAssertions;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.House;

public sealed partial class ReadmeTests(Served served)
{
    static readonly string Readme = File.ReadAllText(Repository.Path("README.md"));

    [Fact]
    public void The_table_has_the_sizes_of_the_collections()
    {
        var rows = Row().Matches(Readme)
            .ToDictionary(row => row.Groups[1].Value, row => int.Parse(row.Groups[2].Value, CultureInfo.InvariantCulture));

        rows.Should().HaveCount(6).And.OnlyContain(row => row.Value == SeedCounts.Of(row.Key));
    }

    [Fact]
    public async Task The_first_paragraph_counts_facts_claims_and_pages()
    {
        var claims = 0;
        for (var path = "/v1/facts?limit=500"; path is not null;)
        {
            var page = await served.GetAsync(path);
            claims += page.GetProperty("items").EnumerateArray().Sum(fact => fact.GetProperty("supports").GetInt32()
                + fact.GetProperty("disputes").GetInt32() + fact.GetProperty("rebuts").GetInt32()
                + fact.GetProperty("retracts").GetInt32());
            path = page.GetProperty("next").GetString();
        }

        Space().Replace(Readme, " ").Should().Contain(string.Create(CultureInfo.InvariantCulture,
            $"The {SeedCounts.Of("facts"):N0} facts rest on {claims:N0} claims of {SeedCounts.Of("sources"):N0} pages."));
    }

    [GeneratedRegex(@"^\| `([a-z-]+)` \| (\d+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
