using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using System.Threading.RateLimiting;
using KzFacts.Data.Querying;
using Microsoft.Extensions.Options;

namespace KzFacts.Api.Serving;

/// <summary>What a request costs. One entry, a page of a list and a look-up are cheap. Counting, ranking, drawing, checking and
/// reading many documents are costly.</summary>
public enum Work { Cheap, Costly }

/// <summary>Limits how many requests run at once. Costly work has one permit for each processor. Cheap work has separate permits, so
/// that neither starves the other. A request that gets no permit waits briefly in a queue, and is then refused. Finished answers
/// that wait for slow clients share a byte budget.</summary>
public sealed class Admission : IDisposable
{
    /// <summary>The most requests in each queue. A waiting request is cheap: it holds no database connection and no answer.</summary>
    const int MostWaiting = 1000;

    const int KiB = 1024;

    readonly ConcurrencyLimiter cheap = Limiter(4 * Environment.ProcessorCount, MostWaiting),
        costly = Limiter(Environment.ProcessorCount, MostWaiting);
    readonly ConcurrencyLimiter answers;
    readonly int largest;
    readonly TimeSpan mostWait;
    readonly PartitionedRateLimiter<IPAddress> streams;
    readonly ConcurrencyLimiter allStreams;
    readonly Histogram<double> waits;

    public Admission(IOptions<ServerOptions> options, IMeterFactory meters)
    {
        var meter = meters.Create(Telemetry.Name);
        waits = meter.CreateHistogram("db.client.connection.wait_time", "s", "The time that a request waited for its turn.",
            advice: Telemetry.ShortTimes);
        meter.CreateObservableUpDownCounter("kzfacts.requests.waiting", () => (Measurement<long>[])
            [new(cheap.GetStatistics()!.CurrentQueuedCount, PoolOf(Work.Cheap)),
                new(costly.GetStatistics()!.CurrentQueuedCount, PoolOf(Work.Costly))],
            "{request}", "The requests that wait for their turn.");
        meter.CreateObservableUpDownCounter("kzfacts.streams.open",
            () => options.Value.MostStreams - allStreams!.GetStatistics()!.CurrentAvailablePermits, "{stream}",
            "The open streams of changes.");
        meter.CreateObservableUpDownCounter("kzfacts.answers.waiting",
            () => (largest - answers!.GetStatistics()!.CurrentAvailablePermits) * KiB, "By",
            "The bytes of finished answers that wait for slow clients.");
        mostWait = options.Value.MostWait;
        largest = Math.Max(options.Value.MostBytesWaiting / KiB, 1);
        answers = Limiter(largest, 0);
        allStreams = Limiter(options.Value.MostStreams, 0);
        streams = PartitionedRateLimiter.Create<IPAddress, IPAddress>(client =>
            RateLimitPartition.GetConcurrencyLimiter(client, _ =>
            new() { PermitLimit = options.Value.MostStreamsOfClient, QueueLimit = 0 }));
    }

    /// <summary>The number of costly requests since the start of the server.</summary>
    public long CostlyBegun => costly.GetStatistics()!.TotalSuccessfulLeases;

    /// <summary>Answers up to this size in bytes are not charged to the budget.</summary>
    public const int SmallAnswer = 64 * KiB;

    /// <summary>Waits for a permit. The caller must dispose of it when the work is done.</summary>
    /// <exception cref="OverloadedException">No permit became free in time.</exception>
    public async ValueTask<IDisposable> EnterAsync(Work work, CancellationToken cancel)
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            return await WaitAsync(work == Work.Cheap ? cheap : costly, cancel);
        }
        finally
        {
            if (waits.Enabled) waits.Record(Stopwatch.GetElapsedTime(began).TotalSeconds, PoolOf(work));
        }
    }

    static KeyValuePair<string, object?> PoolOf(Work work) =>
        new("db.client.connection.pool.name", work == Work.Cheap ? "cheap" : "costly");

    async ValueTask<IDisposable> WaitAsync(ConcurrencyLimiter limiter, CancellationToken cancel)
    {
        var permit = limiter.AttemptAcquire();
        if (permit.IsAcquired) return permit;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        end.CancelAfter(mostWait);
        try
        {
            permit = await limiter.AcquireAsync(1, end.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new OverloadedException();
        }
        return permit.IsAcquired ? permit : throw new OverloadedException();
    }

    /// <summary>Charges an answer to the budget until it is sent. Null for a small answer.</summary>
    /// <exception cref="OverloadedException">The budget is used up.</exception>
    public IDisposable? Charge(int bytes)
    {
        if (bytes <= SmallAnswer) return null;
        var room = answers.AttemptAcquire(Math.Min(bytes / KiB, largest));
        return room.IsAcquired ? room : throw new OverloadedException();
    }

    /// <summary>A permit for a client's stream of changes. Null if all permits are taken, or all permits of this client.</summary>
    public IDisposable? EnterStream(IPAddress client)
    {
        var ofClient = streams.AttemptAcquire(client);
        if (!ofClient.IsAcquired) return null;
        var ofAll = allStreams.AttemptAcquire();
        if (ofAll.IsAcquired) return new Both(ofClient, ofAll);
        ofClient.Dispose();
        return null;
    }

    sealed class Both(IDisposable one, IDisposable other) : IDisposable
    {
        public void Dispose()
        {
            one.Dispose();
            other.Dispose();
        }
    }

    static ConcurrencyLimiter Limiter(int permits, int waiting) =>
        new(new() { PermitLimit = permits, QueueLimit = waiting, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });

    public void Dispose()
    {
        cheap.Dispose();
        costly.Dispose();
        answers.Dispose();
        streams.Dispose();
        allStreams.Dispose();
    }
}

/// <summary>The server has no capacity for the request.</summary>
public sealed class OverloadedException() : Exception("The server has no capacity for the request at the moment.");
