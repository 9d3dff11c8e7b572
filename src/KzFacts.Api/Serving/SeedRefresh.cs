using KzFacts.Compiler;
using KzFacts.Compiler.Seeds;
using KzFacts.Data.Querying;

namespace KzFacts.Api.Serving;

/// <summary>Compiles the seeds at the start if the snapshot was not made from them. Failures are logged, and the existing snapshot
/// stays.</summary>
static partial class SeedRefresh
{
    public static void Run(ServerOptions options, ILogger log, CancellationToken cancel)
    {
        if (options.SeedsFolder is not { } folder || new SeedFolder(folder) is not { Exists: true } seeds) return;
        try
        {
            if (IsFresh(seeds, options.DatabaseFile)) return;
            var result = SeedCompiler.Compile(seeds, options.DatabaseFile, new() { AcceptLoss = options.AcceptLoss, Cancel = cancel });
            foreach (var error in result.Errors) LogSeedError(log, error);
            if (result.Revision is null) LogNotCompiled(log, $"they have {result.Errors.Count} errors");
            else LogCompiled(log, result.Facts, seeds.Path, result.Revision);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogNotCompiled(log, e.Message);
        }
    }

    static bool IsFresh(SeedFolder seeds, string database)
    {
        try
        {
            using var old = Snapshot.Open(database);
            return SeedCompiler.IsFresh(seeds, old.State);
        }
        catch (InvalidSnapshotException)
        {
            return false; // not a snapshot of this build: the seeds are compiled
        }
    }

    [LoggerMessage(LogLevel.Error, "{Error}")]
    static partial void LogSeedError(ILogger log, SeedError error);

    [LoggerMessage(LogLevel.Error, "The seeds were not compiled: {Reason}. The snapshot is served as it is.")]
    static partial void LogNotCompiled(ILogger log, string reason);

    [LoggerMessage(LogLevel.Information, "Compiled {Facts} facts from {Seeds}, revision {Revision}.")]
    static partial void LogCompiled(ILogger log, long facts, string seeds, string revision);
}
