using System.Diagnostics;

namespace KzFacts.Benchmarks.Load;

/// <summary>How long one answer of many rows takes, and how much more memory the server then holds than before.</summary>
sealed record Download(long Bytes, double Seconds, double MoreMb)
{
    /// <summary>As long as the loads of the other calls: until then the code is compiled again and again.</summary>
    static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);

    /// <summary>The median of several downloads, one after another.</summary>
    public static Download Measure(ChildProcess server, string path, int rounds)
    {
        using var client = new HttpClient { BaseAddress = server.Address, Timeout = Timeout.InfiniteTimeSpan };
        var before = server.Memory("Anonymous"); // of mapped files the system keeps what it likes
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
