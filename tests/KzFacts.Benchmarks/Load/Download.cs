using System.Diagnostics;

namespace KzFacts.Benchmarks.Load;

/// <summary>The time for one answer with many rows, and the additional memory of the server afterwards.</summary>
sealed record Download(long Bytes, double Seconds, double MoreMb)
{
    /// <summary>As long as the load of the other calls. Until then, the code is being recompiled.</summary>
    static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);

    /// <summary>The median of several consecutive downloads.</summary>
    public static Download Measure(ChildProcess server, string path, int rounds)
    {
        using var client = new HttpClient { BaseAddress = server.Address, Timeout = Timeout.InfiniteTimeSpan };
        var before = server.Memory("Anonymous"); // the system may keep pages of mapped files
        List<Download> runs = [];
        for (var warming = Stopwatch.StartNew(); warming.Elapsed < WarmUp;) Read(client, path);
        while (runs.Count < rounds)
        {
            var clock = Stopwatch.StartNew();
            runs.Add(new(Read(client, path), clock.Elapsed.TotalSeconds, 0));
        }
        return runs.OrderBy(run => run.Seconds).ElementAt(rounds / 2) with { MoreMb = (server.Memory("Anonymous") - before) / 1e6 };
    }

    static long Read(HttpClient client, string path)
    {
        using var answer = client.Send(new(HttpMethod.Get, path), HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        using var body = answer.Content.ReadAsStream();
        var buffer = new byte[1 << 16];
        long bytes = 0;
        for (int read; (read = body.Read(buffer)) > 0;) bytes += read;
        return bytes;
    }
}
