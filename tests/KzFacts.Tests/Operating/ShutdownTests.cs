using System.Globalization;
using FluentAssertions;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Operating;

/// <summary>What clients see when an operator stops the server.</summary>
public sealed class ShutdownTests(Served served)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_answer_that_is_being_sent_is_finished()
    {
        using var server = await ServerProcess.StartAsync(served.Database);
        using var client = new HttpClient { BaseAddress = server.Address };
        using var answer = await client.GetAsync("/v1/export/kzfacts.db", HttpCompletionOption.ResponseHeadersRead, Cancel);

        await TerminateAsync(server);
        await Eventually.AskAsync(() => Task.FromResult(server.Log), log => log.Contains("shutting down", StringComparison.Ordinal));

        (await answer.Content.ReadAsByteArrayAsync(Cancel)).Should().Equal(await File.ReadAllBytesAsync(served.Database, Cancel));
        await server.Process.WaitForExitAsync(Cancel);
        server.Process.ExitCode.Should().Be(0);
    }

    [Fact]
    public async Task A_stream_ends_as_a_complete_answer()
    {
        using var server = await ServerProcess.StartAsync(served.Database);
        using var client = new HttpClient { BaseAddress = server.Address };
        using var stream = await client.GetAsync("/v1/changes/stream", HttpCompletionOption.ResponseHeadersRead, Cancel);
        var read = stream.Content.ReadAsStringAsync(Cancel); // fails if the connection is cut in the middle of a chunk

        await TerminateAsync(server);

        (await read).Should().StartWith("retry: 2000");
        await server.Process.WaitForExitAsync(Cancel);
        server.Process.ExitCode.Should().Be(0);
    }

    static async Task TerminateAsync(ServerProcess server) =>
        await Tool.RunAsync("bash", "/", "-c", string.Create(CultureInfo.InvariantCulture, $"kill -TERM {server.Process.Id}"));
}
