using System.Globalization;

namespace KzFacts.Benchmarks.Load;

/// <summary>The result of a run of wrk.</summary>
sealed record Measurement(double PerSecond, double MeanMs, double P50Ms, double P99Ms, long Errors)
{
    /// <summary>The median run by requests per second, with the errors of all runs.</summary>
    public static Measurement Median(IReadOnlyList<Measurement> runs) =>
        runs.OrderBy(run => run.PerSecond).ElementAt(runs.Count / 2) with { Errors = runs.Sum(run => run.Errors) };
}

/// <summary>A request: a path with its query and, for a POST, a JSON body.</summary>
sealed record Request(string Path, string? Body = null);

/// <summary>Loads a server with requests in rotation, using wrk.</summary>
static class Wrk
{
    // Requests are formatted before the clock starts. Each thread begins with a different one.
    const string Script = """
        local requests, at = {}, 0
        local starts = 0
        function setup(thread)
          thread:set("offset", starts)
          starts = starts + 1
        end
        function init(args)
          for line in io.lines(args[1]) do
            local path, body = line:match("^([^\t]*)\t?(.*)$")
            if body == "" then requests[#requests + 1] = wrk.format("GET", path)
            else requests[#requests + 1] = wrk.format("POST", path, { ["Content-Type"] = "application/json" }, body) end
          end
          at = math.floor(offset * #requests / 2)
        end
        function request()
          at = at % #requests + 1
          return requests[at]
        end
        function done(summary, latency)
          local e = summary.errors
          print(string.format("measured %d %d %d %.1f %d %d", summary.requests, summary.duration,
            e.connect + e.read + e.write + e.status + e.timeout, latency.mean, latency:percentile(50), latency:percentile(99)))
        end
        """;

    /// <summary>Whether wrk is on the PATH.</summary>
    public static bool IsInstalled =>
        Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "wrk")));

    public static Measurement Run(Uri server, string requestFile, int connections, int seconds)
    {
        var script = Path.Combine(Path.GetDirectoryName(requestFile)!, "wrk.lua");
        File.WriteAllText(script, Script);
        string[] load = [$"-t{Math.Min(2, connections)}", $"-c{connections}", $"-d{seconds}s", "--latency"];
        var output = ChildProcess.Output("wrk", [.. load, "-s", script, server.ToString(), "--", requestFile]);
        var measured = output.Split('\n').LastOrDefault(line => line.StartsWith("measured ", StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"wrk measured nothing: {output}");
        var n = measured.Split(' ')[1..].Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        return new(n[0] / (n[1] / 1e6), n[3] / 1000, n[4] / 1000, n[5] / 1000, (long)n[2]);
    }

    /// <summary>Writes the file of requests that <see cref="Run"/> reads.</summary>
    public static string Write(string folder, string name, IEnumerable<Request> requests)
    {
        var file = Path.Combine(folder, $"{name}.requests");
        File.WriteAllLines(file, requests.Select(request => request.Body is null ? request.Path : $"{request.Path}\t{request.Body}"));
        return file;
    }
}
