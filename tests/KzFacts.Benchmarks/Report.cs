using KzFacts.Benchmarks.Load;

namespace KzFacts.Benchmarks;

/// <summary>Prints the results beside the aims.</summary>
sealed class Report
{
    const double MostPrivateMb = 150, MostFirstAnswerMs = 500, MostGrowth = 1.3, LeastCsvShare = 0.6, MostCsvMb = 50, MostHomeMs = 150,
        MostHomeKb = 100, MostChartMs = 30;

    /// <summary>The number of missed aims.</summary>
    public int Missed { get; private set; }

    /// <summary>The number of failed requests.</summary>
    public long Failed { get; private set; }

    public void Show(SizeResult size)
    {
        Console.WriteLine();
        Console.WriteLine($"{size.Facts:N0} facts");
        Console.WriteLine("call             bytes    req/s  p50 ms  p99 ms  errors  Kestrel/s  of it  SQLite/s  of it  aim");
        foreach (var (call, bytes, server, sqlite, kestrel) in size.Calls)
        {
            var share = server.PerSecond / sqlite.PerSecond;
            Failed += server.Errors + sqlite.Errors + kestrel.Errors;
            Console.WriteLine(
                $"{call.Name,-14}{bytes,8:N0}{server.PerSecond,9:N0}{server.P50Ms,8:N2}{server.P99Ms,8:N1}{server.Errors,8}" +
                $"{kestrel.PerSecond,11:N0}{server.PerSecond / kestrel.PerSecond,7:P0}{sqlite.PerSecond,10:N0}" +
                (sqlite.PerSecond == 0 ? "      -  the ceiling gave no answer in time"
                    : $"{share,7:P0}  {Aim(share >= call.Aim, $"at least {call.Aim:P0}")}"));
        }
        foreach (var (batch, cost, errors) in size.Batches)
        {
            Failed += errors;
            Console.WriteLine(
                $"{batch.Name} in one request cost {cost:N1} requests of one address  " +
                $"{Aim(cost <= batch.MostCost, $"at most {batch.MostCost:N0}")}");
        }
        Console.WriteLine($"first answer {size.FirstAnswerMs:N0} ms (Kestrel alone {size.KestrelFirstAnswerMs:N0})"
            + $"  {Aim(size.FirstAnswerMs < MostFirstAnswerMs, $"less than {MostFirstAnswerMs:N0}")}");
        ShowCsv(size.Facts, size.Csv, size.Rows);
        Console.WriteLine($"private memory ten seconds after the load {size.PrivateMb:N0} MB (anonymous {size.AnonymousMb:N0})"
            + $"  {Aim(size.PrivateMb < MostPrivateMb, $"less than {MostPrivateMb:N0}")}");
    }

    public void Show(PagesResult pages)
    {
        Console.WriteLine();
        Console.WriteLine(
            $"home page, compressed with all that it needs {pages.HomeKb:N0} kB  " +
            $"{Aim(pages.HomeKb < MostHomeKb, $"less than {MostHomeKb:N0}")}");
        Console.WriteLine(
            $"its first byte for the first visitor {pages.ColdMs:N0} ms  " +
            $"{Aim(pages.ColdMs < MostHomeMs, $"less than {MostHomeMs:N0}")}; for one who comes with the start {pages.AtOnceMs:N0} ms");
        foreach (var (name, bytes, server, kestrel) in pages.Charts)
        {
            Failed += server.Errors + kestrel.Errors;
            Console.WriteLine(
                $"{name,-14}{bytes,8:N0} bytes, p50 {server.P50Ms:N1} ms, p99 {server.P99Ms:N1} ms (Kestrel alone {kestrel.P50Ms:N2} " +
                $"ms)  {Aim(server.P50Ms < MostChartMs, $"less than {MostChartMs:N0}")}");
        }
    }

    void ShowCsv(int facts, Download csv, Download rows)
    {
        var share = rows.Seconds / csv.Seconds;
        Console.WriteLine(
            $"csv of all: {csv.Bytes / 1e6:N1} MB in {csv.Seconds:N2} s, {facts / csv.Seconds:N0} rows/s, {share:P0} of SQLite's "
            + $"{rows.Seconds:N2} s  {Aim(share >= LeastCsvShare, $"at least {LeastCsvShare:P0}")}");
        Console.WriteLine($"its private memory {csv.MoreMb:N0} MB more  {Aim(csv.MoreMb < MostCsvMb, $"less than {MostCsvMb:N0}")}");
    }

    public void ShowGrowth(int small, int large, double growth) => Console.WriteLine(
        $"a page of the list at {large:N0} facts takes {growth:N2} times one at {small:N0}"
        + $"  {Aim(growth <= MostGrowth, $"at most {MostGrowth:N1}")}");

    string Aim(bool met, string aim)
    {
        if (!met) Missed++;
        return $"{aim}: {(met ? "met" : "MISSED")}";
    }
}
