using KzFacts.Data.Querying;

namespace KzFacts.Api.Serving;

/// <summary>A snapshot that is or was served, with its file. Requests hold leases. When the last lease of a replaced snapshot ends,
/// the snapshot is closed and its copy is deleted.</summary>
sealed class ServedSnapshot(Snapshot snapshot, HeldFile file)
{
    int leases = 1; // one lease belongs to the server while the snapshot is the present one

    public Snapshot Snapshot => snapshot;

    public HeldFile File => file;

    /// <summary>Takes a lease. Returns false if the snapshot is closed.</summary>
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

/// <summary>The right to read a snapshot until the lease is disposed of, even if another snapshot is swapped in.</summary>
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

/// <summary>No snapshot may be served.</summary>
sealed class NoSnapshotException(string reason) : Exception(reason);
