using System.Net;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace KzFacts.Api.Serving;

/// <summary>What a request costs: one entry, a page of a list or a look-up little; what counts, ranks, draws, compares or reads many documents much.</summary>
public enum Work { Cheap, Costly }

/// <summary>How much is done at once. Costly work has as many places as there are processors, and cheap work places of its own, so that neither keeps the other waiting; who comes
/// while all places are taken waits in a short queue, and is refused then. Finished answers that wait for slow clients share a bounded number of bytes.</summary>
public sealed class Admission : IDisposable
{
    /// <summary>How many requests wait for each sort of place. One that waits costs little: it holds neither connection nor answer.</summary>
    const int MostWaiting = 1000;

    const int KiB = 1024;

    readonly ConcurrencyLimiter cheap = Limiter(4 * Environment.ProcessorCount, MostWaiting), costly = Limiter(Environment.ProcessorCount, MostWaiting);
    readonly ConcurrencyLimiter answers;
    readonly int largest;
    readonly TimeSpan mostWait;
    readonly PartitionedRateLimiter<IPAddress> streams;
    readonly ConcurrencyLimiter allStreams;

    public Admission(IOptions<ServerOptions> options)
    {
        mostWait = options.Value.MostWait;
        largest = Math.Max(options.Value.MostBytesWaiting / KiB, 1);
        answers = Limiter(largest, 0);
        allStreams = Limiter(options.Value.MostStreams, 0);
        streams = PartitionedRateLimiter.Create<IPAddress, IPAddress>(client => RateLimitPartition.GetConcurrencyLimiter(client, _ => new() { PermitLimit = options.Value.MostStreamsOfClient, QueueLimit = 0 }));
    }

    /// <summary>How many times costly work was begun since the start.</summary>
    public long CostlyBegun => costly.GetStatistics()!.TotalSuccessfulLeases;

    /// <summary>An answer that is smaller is sent without being counted.</summary>
    public const int SmallAnswer = 64 * KiB;

    /// <summary>Waits for a place, to be disposed of when the work is done.</summary>
    /// <exception cref="OverloadedException">None became free in time.</exception>
    public async ValueTask<IDisposable> EnterAsync(Work work, CancellationToken cancel)
    {
        var limiter = work == Work.Cheap ? cheap : costly;
        var place = limiter.AttemptAcquire();
        if (place.IsAcquired) return place;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        end.CancelAfter(mostWait);
        try
        {
            place = await limiter.AcquireAsync(1, end.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new OverloadedException();
        }
        return place.IsAcquired ? place : throw new OverloadedException();
    }

    /// <summary>Room for an answer that waits to be sent.</summary>
    /// <exception cref="OverloadedException">Others take it all.</exception>
    public IDisposable? Hold(int bytes)
    {
        if (bytes <= SmallAnswer) return null;
        var room = answers.AttemptAcquire(Math.Min(bytes / KiB, largest));
        return room.IsAcquired ? room : throw new OverloadedException();
    }

    /// <summary>A place for a stream of a client; null where all are taken, or all that one client may have.</summary>
    public IDisposable? Stream(IPAddress client)
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

    static ConcurrencyLimiter Limiter(int places, int waiting) => new(new() { PermitLimit = places, QueueLimit = waiting, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });

    public void Dispose()
    {
        cheap.Dispose();
        costly.Dispose();
        answers.Dispose();
        streams.Dispose();
        allStreams.Dispose();
    }
}

/// <summary>The server does as much as it can already.</summary>
public sealed class OverloadedException() : Exception("The server does as much as it can at the moment.");
