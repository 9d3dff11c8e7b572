using FluentAssertions;
using KzFacts.Tests.Compiler;

namespace KzFacts.Tests.Cli;

public sealed class DiffTests : IDisposable
{
    readonly SmallSeeds old = new(), other = new();

    [Fact]
    public async Task Snapshots_of_the_same_facts_do_not_differ_whatever_their_journals_say()
    {
        old.Compile();
        old.Change("tolls", "count: 8\n  c", "count: 9\n  c").Compile();
        old.Change("tolls", "count: 9\n  c", "count: 8\n  c");

        (await DiffAsync()).Should().Be(new Run(0, "0 added, 0 changed, 0 removed\n", ""));
    }

    [Fact]
    public async Task Added_changed_and_removed_facts_are_shown_with_the_members_that_differ()
    {
        other.Change("tolls", "count: 8\n  c", "count: 9\n  c").Write("price-changes", "")
            .Change("events", "id: 2022-01-05-speech", "id: 2022-01-05-speech-2");
        other.Change("statements", "about: [2022-01-05-speech]", "about: [2022-01-05-speech-2]");

        var run = await DiffAsync();

        run.ExitCode.Should().Be(1);
        run.Error.Should().BeEmpty();
        run.Output.Should().Contain("removed 2022-01-01-lpg: ").And.Contain(
            "added 2022-01-05-speech-2: The president speaks\n").And.Contain("removed 2022-01-05-speech: The president speaks\n");
        run.Output.Should().Contain("changed 2022-01-05-gas: ").And.Contain(
            "  about[0].id: \"2022-01-05-speech\" -> \"2022-01-05-speech-2\"\n");
        run.Output.Should().Contain("changed 2022-01-05-killed: Killed, Kazakhstan: 9\n").And.Contain("  count.min: 8 -> 9\n");
        run.Output.Should().EndWith("1 added, 2 changed, 2 removed\n");
    }

    [Fact]
    public async Task A_file_that_is_not_a_snapshot_ends_with_2()
    {
        old.Compile();

        var run = await Run.Kzfacts("diff", old.Database, "/no/such.db");

        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain("/no/such.db");
    }

    Task<Run> DiffAsync()
    {
        old.Compile().Errors.Should().BeEmpty();
        other.Compile().Errors.Should().BeEmpty();
        return Run.Kzfacts("diff", old.Database, other.Database);
    }

    public void Dispose()
    {
        old.Dispose();
        other.Dispose();
    }
}
