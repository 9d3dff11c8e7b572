using Dapper;
using KzFacts.Compiler.Derivation;
using KzFacts.Compiler.Kinds;
using KzFacts.Compiler.Seeds;
using KzFacts.Data.Facts;
using KzFacts.Data.Querying;
using Microsoft.Data.Sqlite;

namespace KzFacts.Compiler;

/// <summary>The progress of a compile.</summary>
/// <param name="Stage">reading, deriving or indexing.</param>
/// <param name="Facts">The number of facts that have passed this stage.</param>
/// <param name="Total">The number of all facts. Null if it is not known yet.</param>
public sealed record CompileProgress(string Stage, long Facts, long? Total);

/// <summary>Options of a compile.</summary>
public sealed record CompileOptions
{
    public IProgress<CompileProgress>? Progress { get; init; }

    /// <summary>Whether the new snapshot may lose facts that <c>removed.yaml</c> does not name.</summary>
    public bool AcceptLoss { get; init; }

    public CancellationToken Cancel { get; init; }
}

/// <summary>The result of a compile: a revision, or errors. With errors, nothing was written. Only a lint has warnings.</summary>
public sealed record CompileResult(string? Revision, long Facts, IReadOnlyList<SeedError> Errors, IReadOnlyList<SeedError> Warnings);

/// <summary>Compiles the seeds to a snapshot. It reads and checks everything and reports all errors. Only without errors does the
/// finished file replace the old one, in one atomic rename.</summary>
public static class SeedCompiler
{
    const int ProgressStep = 1000;

    /// <summary>Identifies the build of the compiler. Another build may derive something else from the same seeds.</summary>
    public static string Build { get; } = $"{typeof(SeedCompiler).Module.ModuleVersionId:N}{typeof(Snapshot).Module.ModuleVersionId:N}";

    /// <summary>Whether a snapshot is what this compiler would make of these seeds.</summary>
    public static bool IsFresh(SeedFolder seeds, SnapshotState snapshot) =>
        snapshot.BuiltWith == Build && snapshot.SeedsHash == seeds.Hash();

    /// <summary>Reads and checks the seeds, also by <see cref="ClaimRules"/>, and writes nothing.</summary>
    public static CompileResult Lint(SeedFolder seeds, CompileOptions? options = null) => Run(seeds, null, options ?? new());

    /// <summary>Compiles. A second compile of the same target waits for the first.</summary>
    /// <param name="target">The snapshot file. It is left unchanged if the seeds have errors.</param>
    /// <exception cref="OperationCanceledException">The compile was cancelled. The old snapshot is unchanged.</exception>
    public static CompileResult Compile(SeedFolder seeds, string target, CompileOptions? options = null)
    {
        options ??= new();
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(target))!);
        using var turn = CompileLock.Take(target, options.Cancel);
        return Run(seeds, target, options);
    }

    static CompileResult Run(SeedFolder seeds, string? target, CompileOptions options)
    {
        var errors = new SeedErrors();
        var seedsHash = seeds.Hash();
        foreach (var stray in seeds.Strays())
            errors.Add(stray, 1, "this file does not belong to any part of the seeds",
                $"one of {string.Join(", ", SeedFolder.Parts)}, as a file or as a folder of files, ending in .yaml");
        var names = Registries.Read(seeds, errors);
        var file = $"{target}.{Guid.NewGuid():N}{CompileLock.Unfinished}";
        try
        {
            string? revision = null;
            long facts;
            // A URI, so that the old snapshot can be attached read-only. An empty name means a temporary file of SQLite.
            using (var connection = new SqliteConnection(new SqliteConnectionStringBuilder
            {
                DataSource = target is null ? ""
                : new Uri(Path.GetFullPath(file)).AbsoluteUri, Pooling = false
            }.ToString()))
            {
                connection.Open();
                connection.Execute(
                    "pragma page_size = 8192; pragma journal_mode = off; pragma synchronous = off; pragma temp_store = file; pragma " +
                    "cache_size = -65536; begin");
                var drafts = new Drafts(connection);
                facts = ReadFacts(seeds, names, drafts, errors, options, checkClaims: target is null);
                drafts.CheckReferences(errors);
                drafts.CheckRetractions(errors);
                // A wrong folder must not replace a good snapshot.
                if (facts == 0) errors.Add(seeds.Path, 1, "this folder holds no facts", "name the folder of the seeds");
                if (errors.Count == 0 && target is not null && !options.AcceptLoss) Losses.Check(connection, names, target, seeds, errors);
                if (errors.Count == 0 && target is not null)
                    revision = Derive(connection, names, drafts, seeds, seedsHash, facts, target, options);
            }
            options.Cancel.ThrowIfCancellationRequested();
            if (revision is not null)
            {
                SnapshotChecksum.Append(file);
                File.Move(file, target!, overwrite: true);
            }
            return new(revision, facts, errors.All, errors.Warnings);
        }
        finally
        {
            if (target is not null) File.Delete(file);
        }
    }

    static long ReadFacts(SeedFolder seeds, Registries names, Drafts drafts, SeedErrors errors, CompileOptions options,
        bool checkClaims)
    {
        var binder = new SeedBinder(
            errors,
            (refers, id, node) =>
            {
                if (refers.What is "fact" or "event") drafts.AddReference(id, refers.What, node);
                else names.Check(refers.What, id, node);
            },
            (word, key, node) => names.CheckWord(word.Registry, key, node));
        foreach (var (id, node) in names.ExampleFacts) drafts.AddReference(id, "fact", node);
        long facts = 0;
        foreach (var kind in SeedKind.All.Values)
            foreach (var (file, name) in seeds.Files(kind.Part))
                foreach (var node in SeedFile.Read(file, name, errors))
                {
                    if (++facts % ProgressStep == 0) options.Progress?.Report(new("reading", facts, null));
                    options.Cancel.ThrowIfCancellationRequested();
                    if (kind.Bind(binder, node) is not { } fact)
                    {
                        drafts.AddRejected(node);
                        continue;
                    }
                    if (names.Crisis is not null) LocalTimes.Check(node, ZonesOf(fact, names), errors);
                    // After an error nothing is derived, and a name to which the fact refers may be missing.
                    var summary = errors.Count > 0
                        ? new(fact.Id, fact.Kind, new() { En = "" }, [], default, fact.Time().Last) : SummaryOf(fact, names);
                    if (!drafts.Add(fact, summary, node)) errors.Add(node, $"the id '{fact.Id}' is used twice");
                    CheckRetraction(fact, names, drafts, node);
                    if (checkClaims) ClaimRules.Check(fact, names, node, errors);
                    if (names.Removed.TryGetValue(fact.Id, out var removed))
                        errors.Add(node, $"the id '{fact.Id}' was removed on {removed.Day:yyyy-MM-dd} and is never used again",
                            "take another, or take it out of removed.yaml where it is the same fact");
                }
        return facts;
    }

    /// <summary>The time zones in which a fact happened. The places of statements are those of other facts, which are known
    /// later.</summary>
    static HashSet<string> ZonesOf(SeedFact fact, Registries names) =>
        fact.TakesPlacesOfOthers || fact.PlacesOf(NoOther) is not { Count: > 0 } places
            ? [names.Crisis!.Zone] : [.. places.Select(names.ZoneOf)];

    static FactSummary SummaryOf(SeedFact fact, Registries names) => new(fact.Id, fact.Kind, fact.TitlesIn(names),
        fact.TakesPlacesOfOthers ? [] : fact.PlacesOf(NoOther), fact.Claims.Min(claim => names.Sources[claim.Source].KnownFrom),
            fact.Time().Last);

    static FactSummary NoOther(string id) => throw new InvalidOperationException($"The places of '{id}' are not known yet.");

    /// <summary>Adds retracting claims to the drafts, to be compared with the day of the retracting event.</summary>
    static void CheckRetraction(SeedFact fact, Registries names, Drafts drafts, SeedNode node)
    {
        foreach (var happening in fact.Related.GetValueOrDefault(RelationType.RetractedBy) ?? [])
            foreach (var claim in fact.Claims.Where(claim => claim.Stance == Stance.Retracts))
                if (names.Sources.GetValueOrDefault(claim.Source)?.Reported is { } day)
                    drafts.AddRetraction(happening, claim.Source, day, node);
    }

    static string Derive(
        SqliteConnection connection, Registries names, Drafts drafts, SeedFolder seeds, string seedsHash, long facts, string target,
            CompileOptions options)
    {
        var progress = options.Progress;
        using var writer = new SnapshotWriter(connection, names);
        var builder = new FactBuilder(names, drafts.SummaryOf);
        writer.WriteCrisis(names.Crisis!.Map.Outline is { } outline ? seeds.TextOf(outline) : null);
        long done = 0;
        foreach (var seed in drafts.InOrder())
        {
            foreach (var version in builder.VersionsOf(seed)) writer.Write(seed, builder.Build(seed, version), version);
            options.Cancel.ThrowIfCancellationRequested();
            if (++done % ProgressStep == 0) progress?.Report(new("deriving", done, facts));
        }
        progress?.Report(new("indexing", 0, null));
        writer.WriteRegistries();
        var revision = writer.Finish(seedsHash, Build, TimeProvider.System.GetUtcNow());
        Journal.Write(connection, names.Removed.Values, target);
        // A skip-scan returns rows in another order than the list, and they would have to be sorted.
        connection.Execute(
            "analyze main; update sqlite_stat1 set stat = stat || ' noskipscan' where tbl = 'fact' and idx is not null; commit");
        return revision;
    }
}
