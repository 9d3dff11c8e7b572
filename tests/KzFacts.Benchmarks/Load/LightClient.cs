using System.Diagnostics;

namespace KzFacts.Benchmarks.Load;

/// <summary>A client that asks for one fact ten times a second, whether or not it got answers before.</summary>
sealed class LightClient : IDisposable
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100), MostWait = TimeSpan.FromSeconds(10);

    readonly HttpClient client;
    readonly CancellationTokenSource end = new();
    readonly List<Task<double?>> answers = [];
    readonly Task asking;

    public LightClient(Uri server, string path)
    {
        client = new() { BaseAddress = server, Timeout = MostWait };
        asking = AskAsync(path);
    }

    /// <summary>Stops asking. Returns the sorted times of the answers in milliseconds, and the number of failures.</summary>
    public (IReadOnlyList<double> Ms, int Failed) Stop()
    {
        end.Cancel();
        asking.Wait();
        var all = Task.WhenAll(answers).Result;
        return ([.. all.OfType<double>().Order()], all.Count(one => one is null));
    }

    async Task AskAsync(string path)
    {
        using var timer = new PeriodicTimer(Pause);
        try
        {
            while (await timer.WaitForNextTickAsync(end.Token)) answers.Add(OnceAsync(path));
        }
        catch (OperationCanceledException)
        {
            // The client was stopped.
        }
    }

    async Task<double?> OnceAsync(string path)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            using var answer = await client.GetAsync(path);
            return answer.IsSuccessStatusCode ? clock.Elapsed.TotalMilliseconds : null;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return null;
        }
    }

    public void Dispose()
    {
        client.Dispose();
        end.Dispose();
    }
}
