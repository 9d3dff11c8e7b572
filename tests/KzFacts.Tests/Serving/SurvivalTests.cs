using System.Diagnostics;
using System.Net;
using FluentAssertions;
using KzFacts.Compiler;
using KzFacts.Data.Querying;
using KzFacts.Tests.Compiler;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Serving;

/// <summary>A good snapshot is served, whatever else fails. After the next start, nothing of a killed process is left.</summary>
public sealed class SurvivalTests(Served served) : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("kzfacts-survival-").FullName;
    readonly SmallSeeds seeds = new();

    string Database => Path.Combine(folder, "kzfacts.db");

    /// <summary>The number of kills. <c>KZFACTS_KILLS</c> sets another one.</summary>
    static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("KZFACTS_KILLS"), out var kills) ? kills : 12;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Oddities =>
        ["a dangling link", "links that lead around in a circle", "a folder that leads into itself", "a pipe", "a deep nesting",
        "a directory named as a file", "bytes that are no text", "an unknown field"];

    [Theory, MemberData(nameof(Oddities))]
    public async Task With_any_file_among_the_seeds_the_existing_snapshot_is_served_and_the_log_says_why(string what)
    {
        var revision = SeedCompiler.Compile(seeds.Folder, Database).Revision!;
        var odd = Path.Combine(seeds.Folder.Path, "events", "odd.yaml");
        if (File.Exists(Path.Combine(seeds.Folder.Path, "events.yaml"))) Directory.CreateDirectory(Path.GetDirectoryName(odd)!);
        switch (what)
        {
            case "a dangling link": File.CreateSymbolicLink(odd, Path.Combine(folder, "nothing")); break;
            case "links that lead around in a circle":
                File.CreateSymbolicLink(odd, $"{odd}.other");
                File.CreateSymbolicLink($"{odd}.other", odd);
                break;
            case "a folder that leads into itself":
                Directory.CreateSymbolicLink(Path.Combine(seeds.Folder.Path, "events", "loop"),
                seeds.Folder.Path); break;
            case "a pipe": (await Tool.RunAsync("mkfifo", folder, odd)).ExitCode.Should().Be(0); break;
            case "a deep nesting": await File.WriteAllTextAsync(odd, $"- id: {new string('[', 20_000)}", Cancel); break;
            case "a directory named as a file": Directory.CreateDirectory(odd); break;
            case "bytes that are no text": await File.WriteAllBytesAsync(odd, [0xff, 0xfe, 0x00], Cancel); break;
            default: await File.WriteAllTextAsync(odd, "- { id: 2022-01-05-odd, colour: red }", Cancel); break;
        }

        using var server = await ServerProcess.StartAsync(Database, null, seeds.Folder.Path);
        using var client = new HttpClient { BaseAddress = server.Address };

        (await client.GetStringAsync("/v1", Cancel)).Should().Contain(revision);
        // A file that does not belong to the seeds is not an error in them.
        server.Log.Contains("The seeds were not compiled: ", StringComparison.Ordinal).Should()
            .Be(what is not ("a folder that leads into itself" or "a pipe" or "a directory named as a file"), server.Log);
    }

    [Fact]
    public async Task Without_room_for_a_copy_the_file_is_served_by_a_link_which_holds_it_when_another_takes_its_place()
    {
        File.Copy(served.Database, Database);
        using var server = await ServerProcess.StartAsync(Database, new() { ["TMPDIR"] = Path.Combine(folder, "no-such-folder") }, null,
            "--KzFacts:PollInterval", "01:00:00");
        using var client = new HttpClient { BaseAddress = server.Address };

        server.Log.Should().Contain("is served without a private copy");
        File.Delete(Database);
        (await client.GetAsync("/v1/facts?limit=500&expand=claims", Cancel)).StatusCode.Should().Be(HttpStatusCode.OK);
        (await client.GetAsync("/v1/export/kzfacts.db", Cancel)).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_next_start_removes_the_copies_of_killed_servers_and_keeps_those_of_running_ones()
    {
        File.Copy(served.Database, Database);
        var temp = Directory.CreateDirectory(Path.Combine(folder, "temp")).FullName;
        Dictionary<string, string> environment = new() { ["TMPDIR"] = temp };
        using var living = await ServerProcess.StartAsync(Database, environment);
        for (var i = 0; i < 3; i++)
            using (var killed = await ServerProcess.StartAsync(Database, environment))
                killed.Process.Kill();

        using var server = await ServerProcess.StartAsync(Database, environment);

        Directory.GetDirectories(temp, "kzfacts-served-*").Should().HaveCount(2);
        using var client = new HttpClient { BaseAddress = living.Address };
        (await client.GetAsync("/v1/export/kzfacts.db", Cancel)).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_compile_that_is_killed_at_any_moment_leaves_the_old_snapshot_or_the_new_and_nothing_else_after_the_next()
    {
        File.Copy(served.Database, Database);
        var random = new Random(1);
        for (var i = 0; i < Kills; i++)
        {
            var start = new ProcessStartInfo("dotnet", [Repository.CommandLine, "compile", "--seeds", Repository.Path("seeds"), "--db",
                Database])
            { RedirectStandardOutput = true, RedirectStandardError = true };
            using var process = Process.Start(start)!;
            await Task.Delay(random.Next(200, 4000), Cancel);
            process.Kill();
            await process.WaitForExitAsync(Cancel);
            SnapshotChecksum.Verify(Database, Cancel);
        }

        SeedCompiler.Compile(new(Repository.Path("seeds")), Database).Revision.Should().Be(served.Snapshot.State.Revision);

        Directory.GetFiles(folder).Select(Path.GetFileName).Should().BeEquivalentTo("kzfacts.db", "kzfacts.db.lock");
    }

    [Fact]
    public async Task A_server_that_is_killed_while_it_swaps_starts_again_with_a_whole_snapshot_and_without_the_copies_of_the_killed()
    {
        var temp = Directory.CreateDirectory(Path.Combine(folder, "temp")).FullName;
        var other = Path.Combine(folder, "other.db");
        SeedCompiler.Compile(seeds.Folder, other);
        string[] files = [served.Database, other];
        void Put(int i)
        {
            File.Copy(files[i % 2], Path.Combine(folder, "new.db"), overwrite: true);
            File.Move(Path.Combine(folder, "new.db"), Database, overwrite: true);
        }
        Put(0);
        Dictionary<string, string> environment = new() { ["TMPDIR"] = temp };
        string[] options = ["--KzFacts:PollInterval", "00:00:00.01"];
        var random = new Random(1);
        for (var i = 0; i < Kills / 3; i++)
        {
            using var killed = await ServerProcess.StartAsync(Database, environment, null, options);
            for (var swap = random.Next(1, 8); swap > 0; swap--)
            {
                Put(swap);
                await Task.Delay(random.Next(40), Cancel);
            }
            killed.Process.Kill();
        }

        using var server = await ServerProcess.StartAsync(Database, environment, null, options);

        using var client = new HttpClient { BaseAddress = server.Address };
        (await client.GetAsync("/v1/facts?limit=500&expand=claims", Cancel)).StatusCode.Should().Be(HttpStatusCode.OK);
        var copies = await Eventually.AskAsync(() => Task.FromResult(Directory.GetFiles(temp, "*.db", SearchOption.AllDirectories)),
            found => found.Length == 1);
        copies.Should().ContainSingle();
    }

    [Fact]
    public async Task A_server_that_is_told_to_stop_while_it_compiles_ends_cleanly()
    {
        using var server = ServerProcess.Begin(Database, null, Repository.Path("seeds"));
        while (Directory.GetFiles(folder, "*.tmp").Length == 0) await Task.Delay(20, Cancel);

        (await Tool.RunAsync("kill", folder, "-TERM", $"{server.Process.Id}")).ExitCode.Should().Be(0);
        await server.Process.WaitForExitAsync(Cancel);

        server.Process.ExitCode.Should().Be(0, server.Log);
        Directory.GetFiles(folder, "*.tmp").Should().BeEmpty();
        File.Exists(Database).Should().BeFalse();
    }

    [Fact]
    public async Task Two_compiles_at_once_are_one_after_the_other_and_both_are_in_the_journal()
    {
        using var other = new SmallSeeds();
        other.Change("tolls", "count: 8\n  c", "count: 9\n  c");
        var first = SeedCompiler.Compile(seeds.Folder, Database).Revision!;

        var results = await Task.WhenAll(new[] { other, seeds, other, seeds }.Select(one =>
            Task.Run(() => SeedCompiler.Compile(one.Folder, Database), Cancel)));

        results.Should().OnlyContain(result => result.Revision != null);
        using var snapshot = Snapshot.Open(Database);
        var journal = snapshot.Texts("select revision from revision order by number");
        journal[0].Should().Be(first);
        journal.Zip(journal.Skip(1)).Should().OnlyContain(pair => pair.First != pair.Second, "equal revisions are one");
        journal.Should().Contain(results[0].Revision!);
        Directory.GetFiles(folder, "*.tmp").Should().BeEmpty();
    }

    [Fact]
    public void A_compile_refuses_to_lose_facts_that_nobody_said_were_removed()
    {
        SeedCompiler.Compile(seeds.Folder, Database).Errors.Should().BeEmpty();
        seeds.Write("tolls", "");

        var refused = SeedCompiler.Compile(seeds.Folder, Database);

        refused.Revision.Should().BeNull();
        refused.Errors.Should().ContainSingle().Which.Should().Match<KzFacts.Compiler.Seeds.SeedError>(error =>
            error.Message.Contains("facts of the snapshot are neither in the seeds nor in removed.yaml: 2022-01-05-killed",
                StringComparison.Ordinal) && error.Hint!.Contains("--accept-loss", StringComparison.Ordinal));
        SeedCompiler.Compile(seeds.Folder, Database, new() { AcceptLoss = true }).Errors.Should().BeEmpty();
    }

    public void Dispose()
    {
        seeds.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
