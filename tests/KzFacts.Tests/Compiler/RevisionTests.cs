using System.Security.Cryptography;
using System.Text;
using FluentAssertions;
using KzFacts.Compiler;
using KzFacts.Data.Facts;
using KzFacts.Data.Querying;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Compiler;

public sealed class RevisionTests(Served served)
{
    const string AllDocuments = """
        select json from fact_document union all select document from source union all select document from actor
        union all select document from place union all select document from word order by 1
        """;

    [Fact]
    public void Two_compiles_of_the_same_seeds_have_the_same_revision_and_the_same_documents()
    {
        using var folder = new SmallSeeds();

        var again = SeedCompiler.Compile(new(Repository.Path("seeds")), folder.Database);

        again.Revision.Should().Be(served.Snapshot.State.Revision);
        using var snapshot = Snapshot.Open(folder.Database);
        snapshot.Texts(AllDocuments).Should().Equal(served.Snapshot.Texts(AllDocuments));
    }

    [Fact]
    public void The_same_seeds_in_other_files_have_the_same_revision()
    {
        using var seeds = new SmallSeeds();
        var before = seeds.Compile().Revision;
        var tolls = seeds.Read("tolls");

        seeds.Write("tolls", "").Write("tolls/2022/january", tolls);

        seeds.Compile().Revision.Should().Be(before);
    }

    [Theory]
    [InlineData("tolls", "count: 8\n  c", "count: 9\n  c")]
    [InlineData("tolls", "start: eight", "start: just eight")]
    [InlineData("places", "en: Kazakhstan", "en: Republic of Kazakhstan")]
    [InlineData("sources", "published: 2022-01-06", "published: 2022-01-07")]
    [InlineData("words", "en: gas", "en: natural gas")]
    public void A_change_to_a_fact_or_a_name_changes_the_revision(string part, string from, string to)
    {
        using var seeds = new SmallSeeds();
        var before = seeds.Compile().Revision;

        seeds.Change(part, from, to).Compile().Revision.Should().NotBeNull().And.NotBe(before);
    }

    [Fact]
    public void A_comment_in_the_seeds_changes_the_hash_of_the_seeds_and_not_the_revision()
    {
        using var seeds = new SmallSeeds();
        var (revision, hash) = (seeds.Compile().Revision, seeds.Folder.Hash());

        seeds.Add("tolls", "# counted twice");

        seeds.Compile().Revision.Should().Be(revision);
        seeds.Folder.Hash().Should().NotBe(hash);
    }

    [Fact]
    public void A_snapshot_is_fresh_until_its_seeds_change()
    {
        using var seeds = new SmallSeeds();
        seeds.Compile();
        using var snapshot = Snapshot.Open(seeds.Database);
        SeedCompiler.IsFresh(seeds.Folder, snapshot.State).Should().BeTrue();

        seeds.Change("tolls", "count: 8\n  c", "count: 9\n  c");

        SeedCompiler.IsFresh(seeds.Folder, snapshot.State).Should().BeFalse();
    }

    [Fact]
    public void The_hash_of_a_fact_is_the_sha_256_of_its_document_with_an_empty_hash()
    {
        foreach (var document in served.Snapshot.Texts("select json from fact_document"))
        {
            var hash = KzFacts.Data.FactJson.Read<Fact>(Encoding.UTF8.GetBytes(document)).Hash;
            var emptied = document.Replace($"\"hash\":\"{hash}\"", "\"hash\":\"\"", StringComparison.Ordinal);
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(emptied))).Should().Be(hash);
        }
    }

    [Fact]
    public void A_card_has_the_hash_of_its_document_and_no_claims()
    {
        served.Snapshot.Texts(
            "select row from fact_card c join fact_document d using (row) where c.json ->> '$.hash' <> d.json ->> '$.hash' or c.json " +
            "->> '$.claims' is not null")
            .Should().BeEmpty();
    }

    [Fact]
    public void A_reader_that_has_the_old_file_open_keeps_reading_it_while_a_compile_replaces_it()
    {
        using var seeds = new SmallSeeds();
        seeds.Compile();
        using var old = Snapshot.Open(seeds.Database);
        old.Find<Toll>("2022-01-05-killed").Count.Should().Be(new NumberRange { Min = 8, Max = 8 });

        seeds.Change("tolls", "count: 8\n  c", "count: 9\n  c").Compile();

        old.Find<Toll>("2022-01-05-killed").Count.Should().Be(new NumberRange { Min = 8, Max = 8 });
        using var replaced = Snapshot.Open(seeds.Database);
        replaced.Find<Toll>("2022-01-05-killed").Count.Should().Be(new NumberRange { Min = 9, Max = 9 });
    }

    [Fact]
    public void A_compile_leaves_nothing_but_the_snapshot()
    {
        using var seeds = new SmallSeeds();

        seeds.Compile();

        seeds.Files().Should().Equal("kzfacts.db");
    }
}
