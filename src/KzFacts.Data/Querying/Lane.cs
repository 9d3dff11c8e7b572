using CommunityToolkit.HighPerformance.Buffers;
using Dapper;
using KzFacts.Data.Checking;
using KzFacts.Data.Names;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace KzFacts.Data.Querying;

/// <summary>A connection to a snapshot that one request rents. Disposing of it gives the connection back for the next request. SQLite has
/// no query timeout of its own (a command's covers only waits for locks), so a progress handler interrupts a statement that runs past the
/// lane's deadline.</summary>
public sealed class Lane : IDisposable
{
    readonly LaneConnection connection;
    readonly Snapshot snapshot;
    readonly IDisposable? place;
    readonly CancellationToken cancel;
    ArrayPoolBufferWriter<byte>? buffer;
    bool disposed;

    /// <param name="place">The place that the server admitted the request to; it is given back with the lane.</param>
    internal Lane(Snapshot snapshot, LaneConnection connection, TimeSpan timeout, IDisposable? place, CancellationToken cancel)
    {
        (this.snapshot, this.connection, this.place, this.cancel) = (snapshot, connection, place, cancel);
        connection.Begin(timeout, cancel);
    }

    /// <summary>A pooled buffer to build the answer in. It goes back to its pool with the lane.</summary>
    public ArrayPoolBufferWriter<byte> Buffer => buffer ??= AnswerBuffer.New();

    /// <summary>Takes the buffer from the lane, so that the lane can be given back before the answer is sent. The caller disposes of the
    /// buffer.</summary>
    public ArrayPoolBufferWriter<byte> TakeBuffer()
    {
        var taken = Buffer;
        buffer = null;
        return taken;
    }

    internal Vocabulary Vocabulary => snapshot.VocabularyOf(this);

    /// <summary>What the snapshot is about.</summary>
    public Crisis Crisis => snapshot.Crisis;

    /// <summary>GeoJSON of what the map shows besides facts, or null.</summary>
    public string? Outline => snapshot.Outline;

    internal string Revision => snapshot.State.Revision;

    /// <summary>For work between statements, which the deadline covers too.</summary>
    public void ThrowIfLate()
    {
        cancel.ThrowIfCancellationRequested();
        if (connection.IsLate) throw new QueryTimeoutException();
    }

    /// <summary>Gives the connection back to its snapshot. A second call does nothing.</summary>
    public void Dispose()
    {
        if (disposed) return;
        disposed = true;
        buffer?.Dispose();
        snapshot.Return(connection);
        place?.Dispose();
    }

    /// <summary>Calls <paramref name="each"/> for the rows of a statement until it answers false; returns how many it was called
    /// for.</summary>
    internal int Each(string sql, object? parameters, Func<Row, bool> each)
    {
        Interlocked.Increment(ref snapshot.StatementCount);
        try
        {
            using var reader = connection.Prepared.ExecuteReader(sql, parameters);
            var row = new Row((SqliteDataReader)((IWrappedDataReader)reader).Reader);
            var read = 0;
            while (reader.Read())
            {
                read++;
                if (!each(row)) break;
            }
            return read;
        }
        catch (SqliteException e) when (e.SqliteErrorCode == raw.SQLITE_INTERRUPT)
        {
            cancel.ThrowIfCancellationRequested();
            throw new QueryTimeoutException();
        }
    }

    /// <summary>Calls <paramref name="each"/> for all rows of a statement.</summary>
    internal void ForEach(string sql, object? parameters, Action<Row> each) => Each(sql, parameters, row =>
    {
        each(row);
        return true;
    });

    internal bool Exists(string sql, object parameters) => Each(sql, parameters, _ => false) > 0;

    internal long Number(string sql, object? parameters = null)
    {
        long number = 0;
        Each(sql, parameters, row =>
        {
            number = row.Number(0);
            return false;
        });
        return number;
    }

    internal IReadOnlyList<string> Texts(string sql, object? parameters = null)
    {
        List<string> texts = [];
        Each(sql, parameters, row =>
        {
            texts.Add(row.Text(0));
            return true;
        });
        return texts;
    }
}

/// <summary>An open connection with its compiled statements, used by one lane after another.</summary>
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

    public bool IsLate => Environment.TickCount64 > deadline;

    public void Begin(TimeSpan timeout, CancellationToken cancel)
    {
        deadline = timeout == Timeout.InfiniteTimeSpan ? long.MaxValue : Environment.TickCount64 + (long)timeout.TotalMilliseconds;
        this.cancel = cancel;
    }

    public void Dispose() => Prepared.Dispose();
}

/// <summary>The row a statement stands on; valid only while it is handed out.</summary>
public readonly struct Row(SqliteDataReader reader)
{
    /// <summary>A text as SQLite holds it, without the detour through a .NET string.</summary>
    public ReadOnlySpan<byte> Utf8(int column) => raw.sqlite3_column_blob(reader.Handle!, column);

    public string Text(int column) => reader.GetString(column);

    public long Number(int column) => reader.GetInt64(column);

    /// <summary>The place of a listed row in its list.</summary>
    public Cursor Cursor => Cursor.Read(Text(1))!;
}

/// <summary>A query ran longer than the server allows.</summary>
public sealed class QueryTimeoutException(string hint = "narrow it, by a day, a place or a kind")
    : Exception($"The query took longer than the server allows; {hint}.");
