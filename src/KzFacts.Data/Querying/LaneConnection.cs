using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace KzFacts.Data.Querying;

/// <summary>An open connection with its compiled statements. One lane after another uses it.</summary>
sealed class LaneConnection : IDisposable
{
    const int InstructionsBetweenChecks = 2000;

    readonly delegate_progress checkDeadline; // kept here: SQLite holds only a pointer to it
    long deadline = long.MaxValue;
    CancellationToken cancel;

    public LaneConnection(SqliteConnection opened)
    {
        Prepared = new(opened);
        checkDeadline = _ => IsLate || cancel.IsCancellationRequested ? 1 : 0;
        raw.sqlite3_progress_handler(opened.Handle!, InstructionsBetweenChecks, checkDeadline, null);
    }

    public PreparedConnection Prepared { get; }

    public bool IsLate => Environment.TickCount64 >= deadline;

    public void Begin(TimeSpan timeout, CancellationToken cancel)
    {
        deadline = timeout == Timeout.InfiniteTimeSpan ? long.MaxValue : Environment.TickCount64 + (long)timeout.TotalMilliseconds;
        this.cancel = cancel;
    }

    public void Dispose() => Prepared.Dispose();
}
