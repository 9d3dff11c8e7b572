using System.Net.Http.Headers;
using System.Text;
using KzFacts.Benchmarks.Load;

namespace KzFacts.Benchmarks;

/// <summary>The length and the strength of a load.</summary>
sealed record LoadOptions(int Seconds, int Connections, int Rounds);

/// <summary>The result of a call, with the results of its two ceilings.</summary>
sealed record CallResult(Call Call, int Bytes, Measurement Server, Measurement Sqlite, Measurement Kestrel);

/// <summary>The results for one snapshot.</summary>
sealed record SizeResult(int Facts, double FirstAnswerMs, double KestrelFirstAnswerMs, double PrivateMb, double AnonymousMb,
    IReadOnlyList<CallResult> Calls, IReadOnlyList<BatchResult> Batches, Download Csv, Download Rows);

/// <summary>What visitors wait for, measured on the real seeds.</summary>
/// <param name="AtOnceMs">Time to the first byte of the home page of a server that has just given its first answer.</param>
/// <param name="ColdMs">The same a moment later, for a first visitor on a new connection.</param>
/// <param name="HomeKb">The compressed size of the home page with everything that it needs at once.</param>
sealed record PagesResult(double AtOnceMs, double ColdMs, double HomeKb, IReadOnlyList<ChartResult> Charts);

/// <summary>A chart on one connection, beside Kestrel returning as many bytes.</summary>
sealed record ChartResult(string Name, int Bytes, Measurement Server, Measurement Kestrel);

/// <summary>Measures the built server and the ceilings on snapshots.</summary>
sealed class Benchmark(LoadOptions options, string folder, string noSeeds)
{
    const int Starts = 3, Samples = 50, WarmUpSeconds = 10, LatencySeconds = 2, LatencyRounds = 5;

    static readonly HttpClient Client = new();

    static readonly TimeSpan Moment = TimeSpan.FromSeconds(3);

    /// <summary>The time in which a server returns the memory of a load.</summary>
    static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);

    public SizeResult Measure(int facts, string snapshot)
    {
        List<double> firstAnswers = [];
        for (var i = 1; i < Starts; i++)
        {
            using var start = Serve(snapshot);
            firstAnswers.Add(start.FirstAnswer.TotalMilliseconds);
        }
        using var server = Serve(snapshot);
        firstAnswers.Add(server.FirstAnswer.TotalMilliseconds);
        using var ceiling = ChildProcess.Serve(typeof(Benchmark).Assembly.Location, ["ceiling", snapshot], [], "/bytes/1");
        List<CallResult> calls = [.. Call.All(snapshot).Select(call => Measure(call, server.Address, ceiling.Address))];
        List<BatchResult> batches = [.. Batch.All(snapshot).Select(batch => Measure(batch, server.Address))];
        // A separate server, whose memory the other calls have not filled.
        using var fresh = Serve(snapshot);
        var csv = Download.Measure(fresh, "/v1/facts?format=csv", options.Rounds);
        var rows = Download.Measure(ceiling, "/csv", options.Rounds);
        Thread.Sleep(Rest);
        return new(facts, firstAnswers.Order().ElementAt(Starts / 2), ceiling.FirstAnswer.TotalMilliseconds,
            server.Memory("Private_Clean", "Private_Dirty") / 1e6, server.Memory("Anonymous") / 1e6, calls, batches, csv, rows);
    }

    /// <summary>How much longer a page takes with one snapshot than with another, on one connection: the median of several
    /// rounds.</summary>
    public double Growth(string small, string large)
    {
        using var few = Serve(small);
        using var many = Serve(large);
        var fewRequests = Wrk.Write(folder, "few", Call.All(small).Single(call => call.Name == Call.List).Server);
        var manyRequests = Wrk.Write(folder, "many", Call.All(large).Single(call => call.Name == Call.List).Server);
        List<double> ratios = [];
        for (var i = -1; i < LatencyRounds; i++) // the first turn warms up
        {
            var before = Wrk.Run(few.Address, fewRequests, 1, LatencySeconds);
            var after = Wrk.Run(many.Address, manyRequests, 1, LatencySeconds);
            if (i >= 0) ratios.Add(after.MeanMs / before.MeanMs);
        }
        return ratios.Order().ElementAt(LatencyRounds / 2);
    }

    /// <summary>Measures the home page on servers that have just started, and each chart on a warm one. The server caches
    /// neither.</summary>
    public PagesResult MeasurePages(string snapshot)
    {
        List<Visit> atOnce = [], cold = [];
        for (var i = 0; i < Starts; i++)
        {
            using (var server = Serve(snapshot)) atOnce.Add(Visit.Home(server.Address));
            using (var server = Serve(snapshot))
            {
                Thread.Sleep(Moment);
                cold.Add(Visit.Home(server.Address));
            }
        }
        using var warm = Serve(snapshot);
        using var ceiling = ChildProcess.Serve(typeof(Benchmark).Assembly.Location, ["ceiling", snapshot], [], "/bytes/1");
        return new(Visit.MedianMs(atOnce), Visit.MedianMs(cold), cold.Max(visit => visit.Bytes) / 1e3,
            [.. Visit.Charts.Select(chart => MeasureChart(chart, warm.Address, ceiling.Address))]);
    }

    ChartResult MeasureChart(string name, Uri server, Uri ceiling)
    {
        var chart = new Request($"/charts/{name}.svg");
        var bytes = Length(server, chart);
        Measurement Run(Uri address, Request request) =>
            // The first run is a warm-up.
            Enumerable.Range(0, 2).Select(_ => Wrk.Run(address, Wrk.Write(folder, name, [request]), 1, LatencySeconds)).Last();
        return new(name, bytes, Run(server, chart), Run(ceiling, new($"/bytes/{bytes}")));
    }

    ChildProcess Serve(string snapshot) => ChildProcess.Serve(
        Path.Combine(AppContext.BaseDirectory, "KzFacts.Api.dll"), [],
        new() { ["KzFacts__Database"] = snapshot, ["KzFacts__Seeds"] = noSeeds, ["KzFacts__RequestsPerSecond"] = "0" },
        "/v1/events?limit=1");

    CallResult Measure(Call call, Uri server, Uri ceiling)
    {
        var bytes = (int)call.Server.Take(Samples).Average(request => Length(server, request));
        List<Request> sqlite = [.. call.Ceiling.Select(request => new Request($"{request.Path}&bytes={bytes}"))];
        var sqliteBytes = (int)sqlite.Take(Samples).Average(request => Length(ceiling, request));
        Console.WriteLine($"  {call.Name}: {bytes:N0} bytes, of SQLite {sqliteBytes:N0}");
        (Uri Address, string Requests)[] targets =
        [
            (ceiling, Wrk.Write(folder, "kestrel", [new($"/bytes/{bytes}")])),
            (ceiling, Wrk.Write(folder, "sqlite", sqlite)),
            (server, Wrk.Write(folder, "server", call.Server)),
        ];
        var runs = targets.Select(_ => new List<Measurement>()).ToList();
        var connections = Math.Min(options.Connections, call.MostConnections);
        foreach (var (address, requests) in targets) Wrk.Run(address, requests, connections, WarmUpSeconds);
        for (var round = 0; round < options.Rounds; round++)
            for (var i = 0; i < targets.Length; i++)
                runs[i].Add(Wrk.Run(targets[i].Address, targets[i].Requests, connections, options.Seconds));
        return new(call, bytes, Measurement.Median(runs[2]), Measurement.Median(runs[1]), Measurement.Median(runs[0]));
    }

    BatchResult Measure(Batch batch, Uri server)
    {
        var (one, hundred) = (Wrk.Write(folder, "one", batch.One), Wrk.Write(folder, "hundred", batch.Hundred));
        List<double> costs = [];
        long errors = 0;
        for (var round = -1; round < options.Rounds; round++) // the first round warms up
        {
            var (single, many) = (Wrk.Run(server, one, options.Connections, options.Seconds),
                Wrk.Run(server, hundred, options.Connections, options.Seconds));
            if (round < 0) continue;
            costs.Add(single.PerSecond / many.PerSecond);
            errors += single.Errors + many.Errors;
        }
        return new(batch, costs.Order().ElementAt(costs.Count / 2), errors);
    }

    static int Length(Uri server, Request request)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, new Uri(server, request.Path));
        if (request.Body is { } body)
        {
            message.Method = HttpMethod.Post;
            message.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        }
        using var answer = Client.Send(message);
        using var reader = new StreamReader(answer.Content.ReadAsStream());
        var text = reader.ReadToEnd();
        // GraphQL answers a failed query with 200.
        if (!answer.IsSuccessStatusCode || text.StartsWith("{\"errors\"", StringComparison.Ordinal))
            throw new InvalidOperationException($"{request.Path} answered {(int)answer.StatusCode}: {text}");
        return Encoding.UTF8.GetByteCount(text);
    }
}
