using FluentAssertions;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Cli;

public sealed class VerifyTests(Served served)
{
    [Fact]
    public async Task Verifying_a_saved_answer_says_what_it_is_and_ends_with_0()
    {
        var run = await VerifyAsync(await served.Client.GetStringAsync("/v1/facts/2022-01-09-killed-164",
            TestContext.Current.CancellationToken));

        run.Should()
            .Be(new Run(0,
            $"2022-01-09-killed-164: the present version, its hash is right\nverified against revision {served.Snapshot.State.Revision}\n",
            ""));
    }

    [Fact]
    public async Task Verifying_an_older_version_says_from_which_day_until_which()
    {
        var run = await VerifyAsync(await served.Client.GetStringAsync("/v1/facts/2022-01-09-killed-164?asOf=2022-01-12",
            TestContext.Current.CancellationToken));

        run.ExitCode.Should().Be(0);
        run.Output.Should()
            .StartWith("2022-01-09-killed-164: an older version, known from 2022-01-10 until 2022-01-15, its hash is right\n");
    }

    [Fact]
    public async Task Verifying_a_changed_answer_says_what_differs_and_ends_with_1()
    {
        var saved = await served.Client.GetStringAsync("/v1/facts/2022-01-09-killed-164", TestContext.Current.CancellationToken);

        var run = await VerifyAsync(saved.Replace("\"title\":\"Killed, Kazakhstan: 164\",\"titles\"",
            "\"title\":\"Killed, Kazakhstan: 165\",\"titles\""));

        run.Should().Be(new Run(1, $"""
            2022-01-09-killed-164: changed: its hash does not match its bytes
            differs: title: here "Killed, Kazakhstan: 165", in the snapshot "Killed, Kazakhstan: 164"
            not what is held in revision {served.Snapshot.State.Revision}

            """, ""));
    }

    [Theory]
    [InlineData("2022-01-09-killed-164", "2022-01-09-killed-999", "unknown: the snapshot has no fact with this id")]
    [InlineData("\"revision\":\"", "\"revision\":\"0", "differs: revision: here \"0")]
    public async Task Verifying_another_fact_or_revision_ends_with_1(string from, string to, string says)
    {
        var saved = await served.Client.GetStringAsync("/v1/tolls?limit=500", TestContext.Current.CancellationToken);

        var run = await VerifyAsync(saved.Replace(from, to));

        run.ExitCode.Should().Be(1);
        run.Output.Should().Contain(says);
    }

    [Fact]
    public async Task Verifying_a_csv_ends_with_2_and_says_what_to_save()
    {
        var run = await VerifyAsync(await served.Client.GetStringAsync("/v1/tolls?format=csv", TestContext.Current.CancellationToken));

        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain("it is not JSON").And.Contain("save, as it came, a JSON answer").And.Contain("csv");
    }

    [Theory]
    [InlineData("/no/such/answer.json", "/no/such/answer.json")]
    [InlineData("/", "denied")]
    public async Task Verifying_a_file_that_cannot_be_read_ends_with_2(string file, string says)
    {
        var run = await Run.Kzfacts("verify", file, "--db", served.Database);

        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain(says);
    }

    /// <summary>Verifies an answer from a file and from standard input, which must give the same result.</summary>
    async Task<Run> VerifyAsync(string saved)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, saved, TestContext.Current.CancellationToken);
        var run = await Run.Kzfacts("verify", file, "--db", served.Database);
        var (exitCode, _) = await Tool.RunAsync("bash", Path.GetTempPath(), "-c",
            $"dotnet '{Repository.CommandLine}' verify - --db '{served.Database}' < '{file}'");
        exitCode.Should().Be(run.ExitCode);
        File.Delete(file);
        return run;
    }
}
