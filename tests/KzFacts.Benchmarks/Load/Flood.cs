using System.Globalization;

namespace KzFacts.Benchmarks.Load;

/// <summary>The results of calls that are sent as fast as they are answered, by status.</summary>
/// <param name="Answered">200.</param>
/// <param name="Refused">503 with a Retry-After header.</param>
/// <param name="Late">503 because the call took too long.</param>
/// <param name="Failed">Anything else, including broken connections.</param>
sealed record Flood(double Seconds, long Answered, long Refused, long Late, long Failed)
{
    const string Script = """
        local requests, threads, at = {}, {}, 0
        answered, refused, late, failed = 0, 0, 0, 0
        function setup(thread) threads[#threads + 1] = thread end
        function init(args)
          for line in io.lines(args[1]) do
            local path, body = line:match("^([^\t]*)\t?(.*)$")
            if body == "" then requests[#requests + 1] = wrk.format("GET", path)
            else requests[#requests + 1] = wrk.format("POST", path, { ["Content-Type"] = "application/json" }, body) end
          end
        end
        function request()
          at = at % #requests + 1
          return requests[at]
        end
        function response(status, headers)
          if status == 200 then answered = answered + 1
          elseif status ~= 503 then failed = failed + 1
          elseif headers["Retry-After"] then refused = refused + 1
          else late = late + 1 end
        end
        function done(summary)
          local errors = summary.errors
          local sums = { answered = 0, refused = 0, late = 0, failed = errors.connect + errors.read + errors.write }
          for _, thread in ipairs(threads) do
            for name, sum in pairs(sums) do sums[name] = sum + thread:get(name) end
          end
          print(string.format("flood %d %d %d %d %d", summary.duration, sums.answered, sums.refused, sums.late, sums.failed))
        end
        """;

    public double PerSecond => Answered / Seconds;

    /// <param name="requestFile">A file written by <see cref="Wrk.Write"/>.</param>
    public static Flood Run(Uri server, string requestFile, int connections, int seconds)
    {
        var script = Path.Combine(Path.GetDirectoryName(requestFile)!, "flood.lua");
        File.WriteAllText(script, Script);
        var output = ChildProcess.Output("wrk", [$"-t{Math.Min(2, connections)}", $"-c{connections}", $"-d{seconds}s", "--timeout", "60s",
            "-s", script, server.ToString(), "--", requestFile]);
        var counted = output.Split('\n').LastOrDefault(line => line.StartsWith("flood ", StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"wrk counted nothing: {output}");
        var n = counted.Split(' ')[1..].Select(number => long.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        return new(n[0] / 1e6, n[1], n[2], n[3], n[4]);
    }
}
