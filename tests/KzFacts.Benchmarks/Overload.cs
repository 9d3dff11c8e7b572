using System.Text.Json;
using KzFacts.Benchmarks.Load;
using KzFacts.Data.Querying;

namespace KzFacts.Benchmarks;

/// <summary>Sends the slowest legal calls on many connections, and opens crowds of idle connections, while a client asks for one
/// fact.</summary>
sealed class Overload(string folder, string noSeeds, int seconds)
{
    const double MostLightMs = 100, LeastShare = 0.8, MostMb = 400;
    const int TextBytes = 99_000;

    static readonly int[] Connections = [32, 256];

    /// <summary>256 MB, in hexadecimal as .NET expects it.</summary>
    const string HeapLimit = "0x10000000";

    static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);

    /// <summary>Prints the results beside the aims. Returns the number of missed aims.</summary>
    public int Run(string snapshot)
    {
        var missed = 0;
        string Aim(bool met, string aim)
        {
            if (!met) missed++;
            return $"{aim}: {(met ? "met" : "MISSED")}";
        }
        var (light, calls) = Requests(snapshot);
        foreach (var limit in new[] { null, HeapLimit })
        {
            using var server = Serve(snapshot, light, limit);
            Console.WriteLine(limit is null ? "without a limit of the heap" : "with a heap of 256 MB");
            Flood.Run(server.Address, calls, Environment.ProcessorCount, seconds); // warms up
            var alone = Flood.Run(server.Address, calls, Environment.ProcessorCount, seconds);
            Console.WriteLine(
                $"  alone, on {Environment.ProcessorCount} connections: {alone.PerSecond:N2} answers a second, {alone.Late} too late, " +
                $"{alone.Failed} failed");
            foreach (var connections in Connections)
            {
                using var watch = new MemoryWatch(server);
                using var client = new LightClient(server.Address, light);
                var flood = Flood.Run(server.Address, calls, connections, seconds);
                var (ms, failed) = client.Stop();
                var peak = watch.PeakMb;
                Thread.Sleep(Rest);
                var after = server.Memory("Anonymous") / 1e6;
                Console.WriteLine(
                    $"  {connections} connections: {flood.PerSecond:N2} answers a second, {flood.Refused} refused, {flood.Late} too late, "
                    + $"{flood.Failed} failed  "
                    + $"{Aim(flood.PerSecond >= LeastShare * alone.PerSecond, $"at least {LeastShare:P0} of those alone")}, "
                    + $"{Aim(flood.Failed == 0, "none failed")}");
                Console.WriteLine(
                    $"    one fact: {ms.Count} answers, {failed} failed, p50 {At(ms, 0.5):N1} ms, p99 {At(ms, 0.99):N1} ms  " +
                    $"{Aim(failed == 0 && At(ms, 0.99) < MostLightMs, $"none failed, p99 less than {MostLightMs} ms")}");
                Console.WriteLine(
                    $"    memory {peak:N0} MB at the most, {after:N0} MB ten seconds later  " +
                    $"{Aim(peak < MostMb, $"less than {MostMb:N0}")}");
            }
        }
        using var crowded = Serve(snapshot, light, null);
        Func<Uri, Crowd>[] crowds = [address => Crowd.Silent(address, 200, "/v1/facts?limit=500&expand=claims"), address =>
            Crowd.Slow(address, 1000), address => Crowd.Idle(address, 5000)];
        foreach (var (name, crowd) in new[] { "200 clients that do not read", "1,000 that send a letter a second",
            "5,000 that say nothing" }.Zip(crowds))
        {
            using var watch = new MemoryWatch(crowded);
            using var there = crowd(crowded.Address);
            using var client = new LightClient(crowded.Address, light);
            Thread.Sleep(TimeSpan.FromSeconds(seconds));
            var (ms, failed) = client.Stop();
            Console.WriteLine(
                $"{name}: one fact: {ms.Count} answers, {failed} failed, p99 {At(ms, 0.99):N1} ms  "
                + $"{Aim(failed == 0 && At(ms, 0.99) < MostLightMs, $"none failed, p99 less than {MostLightMs} ms")}; memory "
                + $"{watch.PeakMb:N0} MB at the most  {Aim(watch.PeakMb < MostMb, $"less than {MostMb:N0}")}");
        }
        return missed;
    }

    ChildProcess Serve(string snapshot, string probe, string? limit) =>
        ChildProcess.Serve(Path.Combine(AppContext.BaseDirectory, "KzFacts.Api.dll"), [],
        new()
        {
            ["KzFacts__Database"] = snapshot, ["KzFacts__Seeds"] = noSeeds, ["KzFacts__RequestsPerSecond"] = "0",
            ["DOTNET_GCHeapHardLimit"] = limit ?? "",
        }, probe);

    static double At(IReadOnlyList<double> sorted, double share) =>
        sorted.Count == 0 ? double.NaN : sorted[(int)(share * (sorted.Count - 1))];

    (string Light, string Calls) Requests(string snapshot)
    {
        using var opened = Snapshot.Open(snapshot, mapped: false);
        using var lane = opened.Rent(Timeout.InfiniteTimeSpan);
        var id = lane.Texts("select id from fact where current = 1 order by row limit 1").Single();
        var text =
            string.Join(' ',
            lane.Texts(
            "select coalesce(j.json ->> '$.summary', j.json ->> '$.title') from fact f join fact_card j using (row) where f.current = 1 " +
            "order by f.row limit 2000"));
        var aliases = string.Concat(Enumerable.Range(0, 20).Select(i => $" a{i}: facts(first: 500) {{ nodes {{ claims {{ stance }} }} }}"));
        return ($"/v1/facts/{id}", Wrk.Write(folder, "slow",
        [
            new("/v1/search?q=a*&limit=500&facets=kind&facets=status&facets=place&facets=day"),
            new("/v1/check", JsonSerializer.Serialize(new { text = text[..Math.Min(text.Length, TextBytes)] })),
            new("/v1/timeline?by=place&bucket=day&from=2021-01-01&to=2022-12-31"),
            new("/graphql", JsonSerializer.Serialize(new { query = $"{{{aliases} }}" })),
        ]));
    }

    /// <summary>Samples the memory of a process twice a second.</summary>
    sealed class MemoryWatch : IDisposable
    {
        readonly Timer timer;

        public MemoryWatch(ChildProcess process) =>
            timer = new(_ => PeakMb = Math.Max(PeakMb, process.Memory("Anonymous") / 1e6), null, TimeSpan.Zero, TimeSpan.FromSeconds(0.5));

        public double PeakMb { get; private set; }

        public void Dispose() => timer.Dispose();
    }
}
