using FluentAssertions;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Cli;

public sealed class StatsTests(Served served)
{
    [Fact]
    public async Task Stats_counts_facts_claims_and_pages()
    {
        var run = await Run.Kzfacts("stats", "--db", served.Database);

        run.ExitCode.Should().Be(0);
        run.Output.Should().Contain($"revision {served.Snapshot.State.Revision}").And.MatchRegex(@"facts by status\s+corroborated +\d+")
            .And.MatchRegex($@"  event +{SeedCounts.Of("events")}\b").And.MatchRegex(@"facts by origins\s+0 +\d+\s+1 +\d+\s+2 +\d+")
            .And.MatchRegex($@"pages with a headline, by kind\s+all +\d+ of {SeedCounts.Of("sources")} \(\d+\.\d %\)");
    }

    [Fact]
    public async Task Stats_of_a_missing_snapshot_ends_with_2()
    {
        var run = await Run.Kzfacts("stats", "--db", "/nonexistent.db");

        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain("/nonexistent.db");
    }
}
