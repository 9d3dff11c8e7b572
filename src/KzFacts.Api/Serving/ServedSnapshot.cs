using KzFacts.Data.Querying;

namespace KzFacts.Api.Serving;

/// <summary>A snapshot that is or was served, with its file. Requests hold leases; the last lease of one that was replaced closes it and
/// deletes its copy.</summary>
sealed class ServedSnapshot(Snapshot snapshot, HeldFile file)
{
    int leases = 1; // the server's own, while it is the present one

    public Snapshot Snapshot => snapshot;

    public HeldFile File => file;

    /// <summary>Whether there is a lease to be had: none of a snapshot that is closed.</summary>
    public bool TryLease()
    {
        for (var held = Volatile.Read(ref leases); held > 0; held = Volatile.Read(ref leases))
            if (Interlocked.CompareExchange(ref leases, held + 1, held) == held) return true;
        return false;
    }

    public void Release()
    {
        if (Interlocked.Decrement(ref leases) > 0) return;
        snapshot.Dispose();
        file.Dispose();
    }
}

/// <summary>The right to read a snapshot until it is disposed of, whatever is swapped in meanwhile.</summary>
public sealed class SnapshotLease : IDisposable
{
    readonly ServedSnapshot served;
    bool released;

    internal SnapshotLease(ServedSnapshot served) => this.served = served;

    public Snapshot Snapshot => served.Snapshot;

    public void Dispose()
    {
        if (!Interlocked.Exchange(ref released, true)) served.Release();
    }
}

/// <summary>There is no snapshot that may be served.</summary>
sealed class NoSnapshotException(string reason) : Exception(reason);
