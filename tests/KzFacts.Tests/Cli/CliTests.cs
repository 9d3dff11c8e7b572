using FluentAssertions;
using KzFacts.Tests.Compiler;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Cli;

public sealed class CliTests(Served served)
{
    const string SeedArticle = "https://pledgetimes.com/csto-will-send-peacekeepers-to-kazakhstan/";

    [Fact]
    public async Task Compile_writes_the_snapshot_and_names_its_revision()
    {
        using var seeds = new SmallSeeds();

        var run = await Run.Kzfacts("compile", "--seeds", seeds.Folder.Path, "--db", seeds.Database);

        run.Should().Match<Run>(run => run.ExitCode == 0 && run.Error == "");
        run.Output.Should().Be($"6 facts, revision {seeds.Compile().Revision}{Environment.NewLine}");
    }

    [Fact]
    public async Task Compile_of_the_shipped_seeds_gives_the_served_revision()
    {
        using var folder = new SmallSeeds();

        var run = await Run.Kzfacts("compile", "--seeds", Repository.Path("seeds"), "--db", folder.Database);

        run.Should().Be(new Run(0, $"{SeedCounts.Of("facts")} facts, revision {served.Snapshot.State.Revision}{Environment.NewLine}", ""));
    }

    [Fact]
    public async Task Compile_makes_the_folder_of_the_snapshot()
    {
        using var seeds = new SmallSeeds();
        var database = Path.Combine(Path.GetDirectoryName(seeds.Database)!, "db", "new.db");

        (await Run.Kzfacts("compile", "--seeds", seeds.Folder.Path, "--db", database)).ExitCode.Should().Be(0);

        File.Exists(database).Should().BeTrue();
    }

    [Theory]
    [InlineData("compile")]
    [InlineData("lint")]
    public async Task Bad_seeds_end_with_1_and_all_their_errors_on_standard_error(string command)
    {
        using var seeds = new SmallSeeds();
        seeds.Change("tolls", "place: kazakhstan", "place: kazahstan").Change("tolls", "measure: killed", "measure: kiled");

        string[] target = command == "compile" ? ["--db", seeds.Database] : [];
        var run = await Run.Kzfacts([command, "--seeds", seeds.Folder.Path, .. target]);

        run.ExitCode.Should().Be(1);
        run.Output.Should().BeEmpty();
        run.Error.ReplaceLineEndings("\n").Should().Be("""
            seeds/tolls.yaml:2: unknown word 'kiled' of toll_measure: did you mean 'killed'?
            seeds/tolls.yaml:6: unknown place 'kazahstan': did you mean 'kazakhstan'?
            2 errors; nothing was written.

            """);
        seeds.Files().Should().BeEmpty();
    }

    [Fact]
    public async Task Lint_of_good_seeds_ends_with_0_and_writes_nothing()
    {
        using var seeds = new SmallSeeds();

        var run = await Run.Kzfacts("lint", "--seeds", seeds.Folder.Path);

        run.Should().Be(new Run(0, $"6 facts, no errors{Environment.NewLine}", ""));
        seeds.Files().Should().BeEmpty();
    }

    [Fact]
    public async Task Lint_warns_of_names_that_a_search_cannot_tell_apart()
    {
        using var seeds = new SmallSeeds();
        seeds.Change("places", "names: { en: Aktau }", "names: { en: Aktau, kk: Алматы }");

        var run = await Run.Kzfacts("lint", "--seeds", seeds.Folder.Path);

        run.Should().Be(new Run(0, $"6 facts, no errors{Environment.NewLine}",
            $"warning: places: 'Алматы' of aktau, 'Almaty' of almaty are the same name for a search{Environment.NewLine}"));
    }

    [Theory]
    [InlineData("compile")]
    [InlineData("lint")]
    public async Task A_missing_folder_of_seeds_ends_with_2(string command)
    {
        var run = await Run.Kzfacts(command, "--seeds", "/no/such/folder");

        run.Should().Be(new Run(2, "", $"There is no folder /no/such/folder; name the seeds with --seeds.{Environment.NewLine}"));
    }

    [Fact]
    public async Task Lookup_of_the_seed_article_says_what_it_claims()
    {
        var run = await Run.Kzfacts("lookup", SeedArticle, "--db", served.Database);

        run.ExitCode.Should().Be(0);
        run.Output.Should().StartWith("Pledge Times, CSTO will send peacekeepers to Kazakhstan, 2022-01 (match: exact)");
        run.Output.Split('\n').Where(line => line.Contains("; the fact is ", StringComparison.Ordinal)).Should().HaveCount(31);
        run.Output.Should().Contain("2022-01-06-csto-decision").And.Contain("2022-01-01-lpg-mangystau-doubled")
            .And.Contain("supports, asserted; the fact is corroborated: 9 independent origins, 11 pages support it, 0 dispute it");
    }

    [Fact]
    public async Task Lookup_finds_another_form_of_the_address()
    {
        var run = await Run.Kzfacts("lookup", $"http://www.{SeedArticle[8..]}?utm_source=x#top", "--db", served.Database);

        run.ExitCode.Should().Be(0);
        run.Output.Should().Contain("(match: equivalent)").And.Contain("asked address, tracking: utm_source").And.Contain(
            "asked address, subdomain: www.pledgetimes.com");
    }

    [Fact]
    public async Task Lookup_as_of_a_day_says_what_was_known_by_its_end()
    {
        var run = await Run.Kzfacts("lookup", "https://tass.ru/mezhdunarodnaya-panorama/13379037", "--as-of", "2022-01-09", "--db",
            served.Database);
        var before = await Run.Kzfacts("lookup", "https://tass.ru/mezhdunarodnaya-panorama/13379037", "--as-of", "2022-01-08", "--db",
            served.Database);

        run.Output.Should().Contain("2022-01-09-killed-164").And.Contain("the fact is retracted");
        before.Output.Should().NotContain("2022-01-09-killed-164");
    }

    [Fact]
    public async Task Lookup_of_an_unknown_address_says_so_and_ends_with_1()
    {
        var run = await Run.Kzfacts("lookup", "https://example.org/nothing", "--db", served.Database);

        run.Should().Be(new Run(1, $"nothing is held of example.org/nothing, which says nothing about its truth{Environment.NewLine}", ""));
    }

    [Theory]
    [InlineData("not an address", "is not the address of a web page")]
    [InlineData("ftp://example.org/x", "is not the address of a web page")]
    public async Task Lookup_of_an_invalid_address_ends_with_2(string url, string reason)
    {
        var run = await Run.Kzfacts("lookup", url, "--db", served.Database);

        run.ExitCode.Should().Be(2);
        run.Output.Should().BeEmpty();
        run.Error.Should().Contain(reason);
    }

    [Fact]
    public async Task Lookup_without_a_snapshot_ends_with_2_and_says_what_to_do()
    {
        var run = await Run.Kzfacts("lookup", SeedArticle, "--db", "/no/such/file.db");

        run.ExitCode.Should().Be(2);
        run.Error.Trim().Should().Be("/no/such/file.db cannot be served: there is no such file; compile the seeds first.");
    }

    [Fact]
    public async Task Lookup_in_a_file_that_is_no_snapshot_ends_with_2()
    {
        var run = await Run.Kzfacts("lookup", SeedArticle, "--db", Repository.Path("db", "schema.sql"));

        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain("cannot be served");
    }

    [Fact]
    public async Task Check_compares_a_file_sentence_by_sentence()
    {
        using var folder = new SmallSeeds();
        var file = Path.Combine(Path.GetDirectoryName(folder.Database)!, "article.txt");
        await File.WriteAllTextAsync(file, "It rained. On 15 January 2022, 520 people had been killed in Kazakhstan.",
            TestContext.Current.CancellationToken);

        var run = await Run.Kzfacts("check", file, "--db", served.Database);

        run.ExitCode.Should().Be(0);
        run.Output.Should().StartWith("On 15 January 2022, 520 people").And.Contain(
            "conflicts  2022-01-15  Killed, Kazakhstan: 225 (").And.Contain("figure: 520 / 225  differs")
            .And.Contain("2 sentences, nothing is held on 1 of them");
    }

    [Theory]
    [InlineData(1, "--as-of", "2021-01-01")]
    [InlineData(2, "/no/such/file.txt")]
    public async Task A_check_without_facts_ends_with_1_and_without_a_file_with_2(int exitCode, params string[] words)
    {
        var run = await Run.Kzfacts(["check", "--db", served.Database, .. exitCode == 1 ? [Repository.Path("LICENSE"), .. words] : words]);

        run.ExitCode.Should().Be(exitCode);
    }

    [Theory]
    [InlineData("--help", "compile", "lint", "lookup <url>", "check <file>", "verify <file>")]
    [InlineData("check --help", "<file>", "--date", "--as-of", "exit code 1 where nothing is held")]
    [InlineData("compile --help", "--seeds", "--db", "leaves the old snapshot in place")]
    [InlineData("lint --help", "--seeds", "writes nothing", "Usage:")]
    [InlineData("verify --help", "<file>", "--db", "exit code 1 where anything does")]
    [InlineData("lookup --help", "<url>", "--db", "exit code 1 where nothing is held")]
    public async Task Help_lists_the_commands_and_ends_with_0(string words, params string[] parts)
    {
        var run = await Run.Kzfacts(words.Split(' '));

        run.ExitCode.Should().Be(0);
        run.Output.Should().ContainAll(parts);
        run.Error.Should().BeEmpty();
    }

    [Theory]
    [InlineData("", "Required command was not provided")]
    [InlineData("serve", "'serve'")]
    [InlineData("compile --sedes x", "'--sedes'")]
    [InlineData("lookup", "'url'")]
    [InlineData("lookup https://example.org/ --as-of yesterday", "--as-of: 'yesterday' is not a day; write it as 2022-01-09")]
    [InlineData("check --as-of 2022-13-01", "--as-of: '2022-13-01' is not a day")]
    [InlineData("verify", "'file'")]
    public async Task Unknown_arguments_are_named_on_standard_error(string words, string named)
    {
        var run = await Run.Kzfacts(words.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        run.ExitCode.Should().NotBe(0);
        run.Error.Should().Contain(named);
    }
}
