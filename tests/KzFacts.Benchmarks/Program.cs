using System.CommandLine;
using KzFacts.Benchmarks;
using KzFacts.Benchmarks.Load;

const int Done = 0, Negative = 1, Unusable = 2;

var facts = new Option<string[]>("--facts") { Description = "How many facts; several numbers may be given, or none for the pages alone." };
facts.DefaultValueFactory = _ => ["10000,100000"];
var seconds = new Option<int>("--seconds") { Description = "How long each run of a call takes.", DefaultValueFactory = _ => 5 };
var connections = new Option<int>("--connections") { Description = "Connections at once.", DefaultValueFactory = _ => 32 };
var rounds = new Option<int>("--rounds") { Description = "How often a call and its ceilings take turns.", DefaultValueFactory = _ => 3 };
var keep = new Option<DirectoryInfo?>("--keep") { Description = "Where to keep the generated snapshots for another run." };
var strict = new Option<bool>("--strict") { Description = "End with 1 where an aim is missed." };
var root = new RootCommand("Measures the compiler and the server beside what Kestrel and SQLite alone can do.")
{
    facts, seconds, connections, rounds, keep, strict,
};
root.SetAction(parsed =>
{
    if (!Wrk.IsInstalled)
    {
        Console.Error.WriteLine("The load is made by wrk, which is not on the PATH; install the package wrk.");
        return Unusable;
    }
    var sizes = parsed.GetValue(facts)!.SelectMany(list => list.Split(',', StringSplitOptions.RemoveEmptyEntries)).Select(int.Parse)
        .Distinct().Order().ToList();
    var kept = parsed.GetValue(keep)?.FullName;
    var folder = kept ?? Directory.CreateTempSubdirectory("kzfacts-benchmarks-").FullName;
    try
    {
        var snapshots = new Snapshots(folder);
        var load = new LoadOptions(parsed.GetValue(seconds), parsed.GetValue(connections), parsed.GetValue(rounds));
        var benchmark = new Benchmark(load, folder, snapshots.NoSeeds);
        var report = new Report();
        report.Show(benchmark.MeasurePages(snapshots.OfRepository()));
        var files = sizes.ConvertAll(snapshots.Of);
        for (var i = 0; i < sizes.Count; i++) report.Show(benchmark.Measure(sizes[i], files[i]));
        if (sizes.Count > 1) report.ShowGrowth(sizes[0], sizes[^1], benchmark.Growth(files[0], files[^1]));
        if (report.Failed > 0) Console.Error.WriteLine($"{report.Failed} requests failed: the figures mean nothing.");
        return report.Failed > 0 || (report.Missed > 0 && parsed.GetValue(strict)) ? Negative : Done;
    }
    finally
    {
        if (kept is null) Directory.Delete(folder, recursive: true);
    }
});

var overload = new Command("overload", "Loads the server with its slowest calls, beside a client that asks for one fact.") { facts,
    seconds, keep };
overload.SetAction(parsed =>
{
    var home = parsed.GetValue(keep)?.FullName ?? Directory.CreateTempSubdirectory("kzfacts-overload-").FullName;
    var snapshots = new Snapshots(home);
    var sizes = parsed.GetValue(facts)!.SelectMany(list => list.Split(',', StringSplitOptions.RemoveEmptyEntries)).Select(int.Parse);
    var missed = 0;
    foreach (var snapshot in sizes.Select(snapshots.Of).Prepend(snapshots.OfRepository()))
        missed += new Overload(home, snapshots.NoSeeds, parsed.GetValue(seconds)).Run(snapshot);
    return missed > 0 ? Negative : Done;
});
root.Add(overload);

var seeds = new Argument<string>("seeds");
var snapshot = new Argument<string>("snapshot");
var compile = new Command("compile", "Compiles seeds and prints what it took.") { seeds, snapshot };
compile.Hidden = true;
compile.SetAction(parsed => Snapshots.Compile(parsed.GetValue(seeds)!, parsed.GetValue(snapshot)!));
root.Add(compile);

var urls = new Option<string>("--urls") { Required = true };
var ceiling = new Command("ceiling", "Serves the ceilings.") { snapshot, urls };
ceiling.Hidden = true;
ceiling.SetAction(parsed => Ceiling.Run(parsed.GetValue(snapshot)!, parsed.GetValue(urls)!));
root.Add(ceiling);

return root.Parse(args).Invoke();
