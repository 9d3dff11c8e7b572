using KzFacts.Compiler;
using KzFacts.Compiler.Seeds;
using KzFacts.Data.Checking;
using KzFacts.Data.Querying;
using Microsoft.Extensions.Options;

namespace KzFacts.Api.Serving;

/// <summary>Holds the snapshot that is served, and swaps in a new one when the file changes. What is served is a private copy, as
/// overwriting a file that SQLite has mapped would kill the process.</summary>
public sealed partial class SnapshotHost(IOptions<ServerOptions> options, ILogger<SnapshotHost> log) : BackgroundService
{
    /// <summary>A larger file is served itself, not mapped, until its first copy is made, or the first answer would wait for that.</summary>
    const long MostBytesCopiedAtStart = 64 << 20;

    static readonly TimeSpan WarmAfter = TimeSpan.FromSeconds(1);

    readonly SnapshotCopies copies = new();
    Snapshot? current, previous;
    TaskCompletionSource swap = new(TaskCreationOptions.RunContinuationsAsynchronously);
    bool stopped;
    (DateTime Written, long Length) seen;

    /// <summary>The snapshot to serve a request from; a request takes it once.</summary>
    public Snapshot Current => current!;

    /// <summary>Done when what the first check of a text needs has been read.</summary>
    public Task Warmed { get; private set; } = Task.CompletedTask;

    /// <summary>Ends when another snapshot takes the place of the one that <see cref="Current"/> gives after this is asked for.</summary>
    public Task Swapped => Volatile.Read(ref swap).Task;

    /// <summary>A lane of the present snapshot under the server's deadline.</summary>
    public Lane Rent(Snapshot snapshot, CancellationToken cancel) => snapshot.Rent(options.Value.QueryTimeout, cancel);

    /// <summary>Keeps a snapshot's file for a download, whatever is swapped in meanwhile, until the hold is disposed of.</summary>
    public IDisposable Hold(Snapshot snapshot) => copies.Hold(snapshot.Path);

    /// <summary>Compiles the seeds where the snapshot is not theirs, and opens it.</summary>
    /// <exception cref="InvalidSnapshotException">There is nothing to serve.</exception>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.SeedsFolder is { } folder && new SeedFolder(folder) is { Exists: true } seeds) Refresh(seeds, options.Value.DatabaseFile);
        current = Snapshot.Open(options.Value.DatabaseFile, mapped: false);
        if (Stamp().Length <= MostBytesCopiedAtStart) Swap();
        LogServing(current.State.Revision, options.Value.DatabaseFile);
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Warmed = WarmAsync(stoppingToken);
        using var timer = new PeriodicTimer(options.Value.PollInterval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (Stamp() is { Length: > 0 } stamp && stamp != seen) Swap();
            }
            catch (Exception e) // whatever is wrong with a file, the old snapshot stays
            {
                seen = Stamp();
                LogKeeping(options.Value.DatabaseFile, ReasonOf(e), Current.State.Revision);
            }
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (Interlocked.Exchange(ref stopped, true)) return; // a host may stop its services twice
        current?.Dispose();
        previous?.Dispose();
        copies.Dispose();
    }

    void Refresh(SeedFolder seeds, string database)
    {
        try
        {
            using var old = Snapshot.Open(database);
            if (SeedCompiler.IsFresh(seeds, old.State)) return;
        }
        catch (InvalidSnapshotException)
        {
            // No snapshot, or none of ours: the seeds make one.
        }
        var result = SeedCompiler.Compile(seeds, database);
        foreach (var error in result.Errors) LogSeedError(error);
        if (result.Revision is null) LogNotCompiled(result.Errors.Count);
        else LogCompiled(result.Facts, seeds.Path, result.Revision);
    }

    void Swap()
    {
        var stamp = Stamp();
        var opened = OpenCopy();
        seen = stamp;
        // A request may still be about to rent from the snapshot it took: it is closed at once, its copy goes with the next swap.
        if (previous is not null) copies.Drop(previous.Path);
        previous = Interlocked.Exchange(ref current, opened);
        previous!.Dispose();
        Interlocked.Exchange(ref swap, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
        if (opened.State.Revision != previous.State.Revision) LogServing(opened.State.Revision, options.Value.DatabaseFile);
    }

    /// <summary>Opens a copy of the file. A copy that cannot be read is dropped.</summary>
    Snapshot OpenCopy()
    {
        var copy = copies.Copy(options.Value.DatabaseFile);
        Snapshot? opened = null;
        try
        {
            opened = Snapshot.Open(copy);
            if (previous is not null) Warm(opened);
            return opened;
        }
        catch
        {
            opened?.Dispose();
            copies.Drop(copy);
            throw;
        }
    }

    /// <summary>Warms what is served when the first answers are out of the way.</summary>
    async Task WarmAsync(CancellationToken cancel)
    {
        try
        {
            await Task.Delay(WarmAfter, cancel);
            await Task.Run(() => Warm(Current), cancel);
        }
        catch (OperationCanceledException)
        {
            // The server stops: nothing is left to warm.
        }
        catch (Exception e) // texts cannot be checked then, all else is served
        {
            LogUnread(options.Value.DatabaseFile, ReasonOf(e));
        }
    }

    static string ReasonOf(Exception e) => (e as InvalidSnapshotException)?.Reason ?? e.Message;

    /// <summary>The first check of a text reads the vocabulary of its snapshot, for longer than a request may take.</summary>
    /// <exception cref="Exception">The file is damaged where that is read, or another build wrote it.</exception>
    static void Warm(Snapshot snapshot)
    {
        using var lane = snapshot.Rent(Timeout.InfiniteTimeSpan);
        Check.Of(lane, new("More than 100 people were killed in Almaty on 5 January 2022."));
    }

    (DateTime Written, long Length) Stamp()
    {
        var file = new FileInfo(options.Value.DatabaseFile);
        return file.Exists ? (file.LastWriteTimeUtc, file.Length) : default;
    }

    [LoggerMessage(LogLevel.Error, "{Error}")]
    partial void LogSeedError(SeedError error);

    [LoggerMessage(LogLevel.Error, "The seeds have {Count} errors and were not compiled.")]
    partial void LogNotCompiled(int count);

    [LoggerMessage(LogLevel.Information, "Compiled {Facts} facts from {Seeds}, revision {Revision}.")]
    partial void LogCompiled(long facts, string seeds, string revision);

    [LoggerMessage(LogLevel.Information, "Serving revision {Revision} of {File}.")]
    partial void LogServing(string revision, string file);

    [LoggerMessage(LogLevel.Error, "{File} cannot be read in all its parts: {Reason}. Texts cannot be checked.")]
    partial void LogUnread(string file, string reason);

    [LoggerMessage(LogLevel.Error, "{File} cannot be served: {Reason}. Revision {Revision} stays.")]
    partial void LogKeeping(string file, string reason, string revision);
}
