using System.Diagnostics;
using KzFacts.Benchmarks.Load;
using KzFacts.Benchmarks.Seeds;
using KzFacts.Compiler;
using KzFacts.Data.Querying;
using Microsoft.Data.Sqlite;

namespace KzFacts.Benchmarks;

/// <summary>Snapshots of generated seeds. Each is compiled in a separate process, whose peak memory is that of the compiler.</summary>
sealed class Snapshots(string folder)
{
    /// <summary>A folder that does not exist, so that a server serves a snapshot without compiling.</summary>
    public string NoSeeds { get; } = Path.Combine(folder, "no-seeds");

    /// <summary>The snapshot with a number of facts. An existing one from an earlier run is used again.</summary>
    public string Of(int facts)
    {
        var home = Directory.CreateDirectory(Path.Combine(folder, $"{facts}")).FullName;
        var (seeds, snapshot) = (Path.Combine(home, "seeds"), Path.Combine(home, "kzfacts.db"));
        if (IsKept(snapshot)) Console.WriteLine($"{facts:N0} facts: kept from an earlier run, {new FileInfo(snapshot).Length / 1e6:N0} MB");
        else
        {
            if (!Directory.Exists(seeds))
            {
                var unfinished = $"{seeds}.unfinished";
                if (Directory.Exists(unfinished)) Directory.Delete(unfinished, recursive: true);
                Generator.Write(new(RepositorySeeds()), unfinished, facts);
                Directory.Move(unfinished, seeds);
            }
            Console.Write(ChildProcess.Output("dotnet", [typeof(Snapshots).Assembly.Location, "compile", seeds, snapshot]));
        }
        return snapshot;
    }

    /// <summary>The snapshot of the real seeds, compiled again.</summary>
    public string OfRepository()
    {
        var snapshot = Path.Combine(folder, "kzfacts.db");
        Console.Write(ChildProcess.Output("dotnet", [typeof(Snapshots).Assembly.Location, "compile", RepositorySeeds(), snapshot]));
        return snapshot;
    }

    /// <summary>Compiles, and prints the time and the memory that it took.</summary>
    public static int Compile(string seeds, string snapshot)
    {
        var clock = Stopwatch.StartNew();
        var result = SeedCompiler.Compile(new(seeds), snapshot, new() { AcceptLoss = true });
        foreach (var error in result.Errors.Take(10)) Console.WriteLine(error);
        if (result.Revision is null) return 1;
        var (seconds, peak) = (clock.Elapsed.TotalSeconds, ProcMemory.Sum("/proc/self/status", "VmHWM"));
        Console.WriteLine($"{result.Facts:N0} facts: compiled in {seconds:N1} s, {result.Facts / seconds:N0} facts/s, "
            + $"peak memory {peak / 1e6:N0} MB, file {new FileInfo(snapshot).Length / 1e6:N0} MB");
        return 0;
    }

    /// <summary>Whether a snapshot of the present contract exists. Its checksum is not verified, which would take a minute for a
    /// million facts.</summary>
    static bool IsKept(string snapshot)
    {
        try
        {
            using var kept = Snapshot.Open(snapshot, mapped: false);
            return true;
        }
        catch (InvalidSnapshotException)
        {
            return false;
        }
    }

    static SqliteConnection Open(string snapshot)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = snapshot, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    static string RepositorySeeds()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "KzFacts.sln"))) return Path.Combine(at.FullName, "seeds");
        throw new DirectoryNotFoundException("The benchmarks do not run inside the repository.");
    }
}
