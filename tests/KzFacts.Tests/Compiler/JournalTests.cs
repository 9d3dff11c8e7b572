using FluentAssertions;
using KzFacts.Compiler;
using KzFacts.Data.Changes;
using KzFacts.Data.Facts;
using KzFacts.Data.Querying;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Compiler;

public sealed class JournalTests : IDisposable
{
    readonly SmallSeeds seeds = new();

    [Fact]
    public void The_first_snapshot_has_a_journal_of_itself_and_no_change()
    {
        var revision = seeds.Compile().Revision;

        Journalled().Should().Equal($"1 {revision}");
        Changes().Should().BeEmpty();
    }

    [Fact]
    public void A_compile_adds_its_revision_with_what_differs_from_the_one_before()
    {
        var first = seeds.Compile().Revision;
        var second = seeds.Change("tolls", "count: 8\n  c", "count: 9\n  c").Compile().Revision;
        var third = seeds.Write("price-changes", "").Compile().Revision;

        Journalled().Should().Equal($"1 {first}", $"2 {second}", $"3 {third}");
        Changes().Should().Equal("2 changed 2022-01-05-killed", "3 removed 2022-01-01-lpg");
        Texts("select reason from change where reason is not null").Should().BeEmpty("removed.yaml does not say");
    }

    [Fact]
    public void A_compile_of_the_same_facts_adds_nothing()
    {
        seeds.Compile();
        var second = seeds.Change("tolls", "count: 8\n  c", "count: 9\n  c").Compile();
        var (journalled, changes) = (Journalled(), Changes());

        seeds.Add("tolls", "# counted twice").Compile().Revision.Should().Be(second.Revision);

        Journalled().Should().Equal(journalled);
        Changes().Should().Equal(changes);
    }

    [Fact]
    public void The_journal_is_not_part_of_the_revision()
    {
        var first = seeds.Compile().Revision;
        seeds.Change("tolls", "count: 8\n  c", "count: 9\n  c").Compile();

        seeds.Change("tolls", "count: 9\n  c", "count: 8\n  c").Compile().Revision.Should().Be(first);

        Journalled().Should().HaveCount(3);
    }

    [Fact]
    public void The_last_hundred_revisions_are_kept()
    {
        seeds.Compile();
        Execute("with recursive n(i) as (values (2) union all select i + 1 from n where i < 150) insert into revision select i, 'r' || " +
            "i, 't' from n");
        seeds.Change("tolls", "count: 8\n  c", "count: 9\n  c").Compile();

        Journalled().Should().HaveCount(Journal.MostRevisions).And.StartWith("52 r52").And.Subject.Last().Should().StartWith("151 ");
        Changes().Should().Equal("151 changed 2022-01-05-killed");
    }

    [Fact]
    public void Revisions_before_more_changes_than_are_kept_are_dropped()
    {
        seeds.Compile();
        Execute("""
            insert into revision values (2, 'r2', 't'), (3, 'r3', 't');
            with recursive n(i) as (values (1) union all select i + 1 from n where i < 15000)
              insert into change select 2 + i % 2, 'f' || i, 'event', 'added', null, '{}', null from n
            """);
        seeds.Change("tolls", "count: 8\n  c", "count: 9\n  c").Compile();
        Journalled().Should().HaveCount(4);

        Execute("with recursive n(i) as (values (1) union all select i + 1 from n where i < 15000) insert into change select 4, 'f' || " +
            "i, 'event', 'added', null, '{}', null from n");
        seeds.Change("tolls", "count: 9\n  c", "count: 10\n  c").Compile();

        Journalled().Select(one => one[0]).Should().Equal('3', '4', '5');
        Texts("select distinct number from change order by 1").Should().Equal("4", "5");
    }

    [Theory]
    [InlineData("no file")]
    [InlineData("garbage")]
    [InlineData("of another contract")]
    [InlineData("damaged")]
    public void The_journal_begins_anew_where_there_is_no_sound_snapshot_of_this_contract(string before)
    {
        seeds.Compile();
        seeds.Change("tolls", "count: 8\n  c", "count: 9\n  c").Compile();
        switch (before)
        {
            case "no file": File.Delete(seeds.Database); break;
            case "garbage": File.WriteAllText(seeds.Database, new string('x', 10_000)); break;
            case "damaged": Damage(); break;
            default: Execute("update snapshot set contract = 'another'"); break;
        }

        var revision = seeds.Change("tolls", "count: 9\n  c", "count: 10\n  c").Compile().Revision;

        Journalled().Should().Equal($"1 {revision}");
        Changes().Should().BeEmpty();
    }

    [Fact]
    public void An_id_that_was_removed_is_refused_among_the_facts()
    {
        seeds.Add("removed", "- { id: 2022-01-01-lpg, day: 2026-11-24, reason: It was a cap and no price. }");

        seeds.Errors().Should()
            .Equal("seeds/price-changes.yaml:1: the id '2022-01-01-lpg' was removed on 2026-11-24 and is never used again: take " +
                "another, or take it out of removed.yaml where it is the same fact");
    }

    [Theory]
    [InlineData("- { id: x, day: 2026-11-24 }", "seeds/removed.yaml:1: 'reason' is missing")]
    [InlineData("- { id: x, day: yesterday, reason: Wrong. }", "seeds/removed.yaml:1: 'yesterday' is not a day: such as 2022-01-05")]
    [InlineData("- { id: X, day: 2026-11-24, reason: Wrong. }",
        "seeds/removed.yaml:1: 'X' is not an id: lower-case letters and digits, in words joined by hyphens")]
    [InlineData("- { id: x, day: 2026-11-24, reason: Wrong. }\n- { id: x, day: 2026-11-24, reason: Wrong. }",
        "seeds/removed.yaml:2: the id 'x' is used twice")]
    public void An_invalid_removal_is_reported_at_its_line(string yaml, string error) =>
        seeds.Add("removed", yaml).Errors().Should().Equal(error);

    [Fact]
    public void The_closed_words_of_changes_are_those_that_the_schema_allows() =>
        Snapshot.Schema.Should().Contain(
            $"check (action in ({string.Join(", ", ClosedWords.All(typeof(ChangeAction)).Select(word => $"'{word}'"))}))");

    IReadOnlyList<string> Journalled() => Texts("select number || ' ' || revision from revision order by number");

    IReadOnlyList<string> Changes() => Texts("select number || ' ' || action || ' ' || fact from change order by number, fact");

    IReadOnlyList<string> Texts(string sql)
    {
        using var snapshot = Snapshot.Open(seeds.Database);
        return snapshot.Texts(sql);
    }

    void Execute(string sql) => SnapshotEdit.Execute(seeds.Database, sql);

    /// <summary>Overwrites all pages except the first ones, which identify the file.</summary>
    void Damage()
    {
        using var file = File.OpenWrite(seeds.Database);
        file.Seek(-8192 * 20, SeekOrigin.End);
        file.Write(new byte[8192 * 20]);
    }

    public void Dispose() => seeds.Dispose();
}
