using System.Globalization;
using System.Text.RegularExpressions;
using FluentAssertions;
using KzFacts.Data;
using KzFacts.Data.Facts;
using KzFacts.Data.Querying;
using KzFacts.Tests.Compiler;
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
    public void The_first_paragraph_counts_facts_claims_and_pages()
    {
        var claims = served.Snapshot.All(Catalog.Facts, new AnyFactFilter()).Sum(fact => fact.Claims!.Count);

        Space().Replace(Readme, " ").Should().Contain(string.Create(CultureInfo.InvariantCulture,
            $"The {SeedCounts.Of("facts"):N0} facts rest on {claims:N0} claims of {SeedCounts.Of("sources"):N0} pages."));
    }

    [GeneratedRegex(@"^\| `([a-z-]+)` \| (\d+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
