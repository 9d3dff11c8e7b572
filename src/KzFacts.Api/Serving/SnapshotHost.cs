using System.Diagnostics;
using System.Diagnostics.Metrics;
using KzFacts.Data.Checking;
using KzFacts.Data.Querying;
using KzFacts.Data.Registries;
using Microsoft.Extensions.Options;

namespace KzFacts.Api.Serving;

/// <summary>Holds the served snapshot, and swaps in a new one when the file changes. If anything is wrong with the new file, the
/// old snapshot stays.</summary>
public sealed partial class SnapshotHost : BackgroundService
{
    /// <summary>A larger file is served before its checksum is verified and its copy is made, so that the first answer does not
    /// wait for that.</summary>
    const long MostBytesVerifiedAtStart = 64 << 20;

    static readonly TimeSpan WarmAfter = TimeSpan.FromSeconds(1);

    readonly IOptions<ServerOptions> options;
    readonly Admission admission;
    readonly ILogger<SnapshotHost> log;
    readonly SnapshotFiles files;
    ServedSnapshot? current;
    TaskCompletionSource swap = new(TaskCreationOptions.RunContinuationsAsynchronously);
    bool stopped;
    string? refused, failing;
    (DateTime Written, long Length) seen;
    readonly Histogram<double> swaps;

    public SnapshotHost(IOptions<ServerOptions> options, Admission admission, ILogger<SnapshotHost> log, IMeterFactory meters)
    {
        (this.options, this.admission, this.log, files) = (options, admission, log, new(options.Value));
        var meter = meters.Create(Telemetry.Name);
        swaps = meter.CreateHistogram("kzfacts.snapshot.swap.duration", "s",
            "The time from finding a new snapshot file until it is served, or refused with an error.", advice: Telemetry.ShortTimes);
        meter.CreateObservableGauge("kzfacts.snapshot.compiled_time", Compiled, "s",
            "When the served snapshot was compiled, in seconds since 1970, with its revision.");
    }

    /// <summary>Completes when the data for the first check of a text has been read.</summary>
    public Task Warmed { get; private set; } = Task.CompletedTask;

    /// <summary>Whether the checksum of the served file was verified. A large file is served before.</summary>
    public bool IsVerified => seen != default;

    /// <summary>Completes when another snapshot replaces the one that <see cref="Lease"/> returns after this call.</summary>
    public Task Swapped => Volatile.Read(ref swap).Task;

    /// <summary>Leases the present snapshot. It stays open, and keeps its file, until the lease is disposed of.</summary>
    /// <exception cref="NoSnapshotException">The served file turned out to be damaged.</exception>
    public SnapshotLease Lease()
    {
        if (Volatile.Read(ref refused) is { } reason) throw new NoSnapshotException(reason);
        while (true)
            if (Volatile.Read(ref current)! is var served && served.TryLease()) return new(served);
    }

    /// <summary>Rents a lane of a snapshot when the work gets a permit. The time limit begins then.</summary>
    /// <param name="forText">Whether a text is checked, which has a longer time limit.</param>
    /// <exception cref="OverloadedException">No permit became free in time.</exception>
    public async ValueTask<Lane> RentAsync(Snapshot snapshot, Work work, CancellationToken cancel, bool forText = false)
    {
        var permit = await admission.EnterAsync(work, cancel);
        try
        {
            return snapshot.Rent(forText ? options.Value.CheckTimeout : options.Value.QueryTimeout, permit, cancel);
        }
        catch
        {
            permit.Dispose();
            throw;
        }
    }

    /// <summary>The crisis that the present snapshot is about.</summary>
    public Crisis Crisis => Volatile.Read(ref current)!.Snapshot.Crisis;

    /// <summary>Closes idle connections to the present snapshot.</summary>
    internal void CloseIdle() => Volatile.Read(ref current)!.Snapshot.CloseIdle();

    /// <summary>Compiles the seeds if the snapshot was not made from them, and opens it. If the seeds cannot be compiled, an
    /// existing snapshot is served.</summary>
    /// <exception cref="InvalidSnapshotException">There is nothing to serve.</exception>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        SeedRefresh.Run(options.Value, log, cancellationToken);
        var stamp = Stamp();
        var isLarge = stamp.Length > MostBytesVerifiedAtStart;
        current = Open(isVerified: !isLarge, cancellationToken);
        if (!isLarge) seen = stamp;
        LogServing(current.Snapshot.State.Revision, options.Value.DatabaseFile);
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Warmed = WarmAsync(stoppingToken);
        using var timer = new PeriodicTimer(options.Value.PollInterval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var stamp = seen;
            try
            {
                if ((stamp = Stamp()) is { Length: > 0 } && stamp != seen) MeasureSwap(stamp, stoppingToken);
                failing = null;
            }
            catch (InvalidSnapshotException e)
            {
                // This very file was served before it was verified.
                if (seen == default) refused = e.Reason;
                seen = stamp;
                LogKeeping(options.Value.DatabaseFile, e.Reason, refused is null
                    ? $"Revision {current!.Snapshot.State.Revision} stays" : "Nothing is served until the file is replaced");
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // The cause may pass, like a full disk. The server tries again, and logs it once.
                if (failing != e.Message)
                    LogKeeping(options.Value.DatabaseFile, e.Message,
                        $"Revision {current!.Snapshot.State.Revision} stays, and the file is tried again");
                failing = e.Message;
            }
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (Interlocked.Exchange(ref stopped, true)) return; // a host may stop its services twice
        current?.Release();
        files.Dispose();
    }

    void MeasureSwap((DateTime Written, long Length) stamp, CancellationToken cancel)
    {
        using var trace = Telemetry.Traces.StartActivity("snapshot.swap");
        var began = Stopwatch.GetTimestamp();
        TagList outcome = [];
        try
        {
            Swap(stamp, cancel);
        }
        catch (Exception e)
        {
            outcome.Add("error.type", e.GetType().Name);
            trace?.SetStatus(ActivityStatusCode.Error, e.Message);
            throw;
        }
        finally
        {
            swaps.Record(Stopwatch.GetElapsedTime(began).TotalSeconds, outcome);
        }
    }

    IEnumerable<Measurement<long>> Compiled()
    {
        if (Volatile.Read(ref current)?.Snapshot.State is { } state)
            yield return new(state.Compiled.ToUnixTimeSeconds(), new KeyValuePair<string, object?>("kzfacts.revision", state.Revision));
    }

    void Swap((DateTime Written, long Length) stamp, CancellationToken cancel)
    {
        var opened = Open(isVerified: true, cancel);
        (seen, refused) = (stamp, null);
        var previous = Interlocked.Exchange(ref current, opened)!;
        var isNew = opened.Snapshot.State.Revision != previous.Snapshot.State.Revision;
        previous.Release();
        Interlocked.Exchange(ref swap, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
        if (isNew) LogServing(opened.Snapshot.State.Revision, options.Value.DatabaseFile);
    }

    /// <summary>Holds the file and opens it if it is sound. A damaged file is released.</summary>
    ServedSnapshot Open(bool isVerified, CancellationToken cancel)
    {
        var database = options.Value.DatabaseFile;
        if (!File.Exists(database)) throw new InvalidSnapshotException(database, "there is no such file; compile the seeds first");
        var held = files.Hold(database, mayCopy: isVerified, out var whyNot);
        if (whyNot is not null) LogNotCopied(database, whyNot);
        Snapshot? opened = null;
        try
        {
            if (isVerified) SnapshotChecksum.Verify(held.Path, cancel);
            opened = Snapshot.Open(held.Path, held.IsMapped);
            if (current is not null) Warm(opened);
            return new(opened, held);
        }
        catch (Exception e)
        {
            opened?.Dispose();
            held.Dispose();
            // The message names the file that its owner knows. A document that cannot be read is also a fault of the file.
            if (e is IOException or UnauthorizedAccessException or OperationCanceledException) throw;
            throw new InvalidSnapshotException(database, ReasonOf(e));
        }
    }

    /// <summary>Warms the snapshot up after the first answers.</summary>
    async Task WarmAsync(CancellationToken cancel)
    {
        try
        {
            await Task.Delay(WarmAfter, cancel);
            using var lease = Lease();
            await Task.Run(() => Warm(lease.Snapshot), cancel);
        }
        catch (OperationCanceledException)
        {
            // The server is stopping, so there is nothing to warm up.
        }
        catch (Exception e) // texts cannot be checked then; everything else is served
        {
            LogUnread(options.Value.DatabaseFile, ReasonOf(e));
        }
    }

    static string ReasonOf(Exception e) => (e as InvalidSnapshotException)?.Reason ?? e.Message;

    /// <summary>The first check of a text reads the vocabulary of its snapshot, which takes longer than a request may.</summary>
    /// <exception cref="Exception">The file is damaged at the place that is read, or another build wrote it.</exception>
    static void Warm(Snapshot snapshot)
    {
        using var lane = snapshot.Rent(Timeout.InfiniteTimeSpan);
        Check.Of(lane, new(snapshot.Crisis.Examples.Sentence ?? "More than 100 people were killed."));
    }

    (DateTime Written, long Length) Stamp()
    {
        var file = new FileInfo(options.Value.DatabaseFile);
        return file.Exists ? (file.LastWriteTimeUtc, file.Length) : default;
    }

    [LoggerMessage(LogLevel.Warning, "{File} is served without a private copy: {Reason}")]
    partial void LogNotCopied(string file, string reason);

    [LoggerMessage(LogLevel.Information, "Serving revision {Revision} of {File}.")]
    partial void LogServing(string revision, string file);

    [LoggerMessage(LogLevel.Error, "{File} is partly unreadable: {Reason}. Texts cannot be checked.")]
    partial void LogUnread(string file, string reason);

    [LoggerMessage(LogLevel.Error, "{File} cannot be served: {Reason}. {Instead}.")]
    partial void LogKeeping(string file, string reason, string instead);
}
