using CommunityToolkit.HighPerformance.Buffers;
using Dapper;
using KzFacts.Data.Checking;
using KzFacts.Data.Registries;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace KzFacts.Data.Querying;

/// <summary>A connection to a snapshot that one request rents. Disposing of it returns the connection to the pool. SQLite has no
/// query timeout (the timeout of a command only covers waiting for locks), so a progress handler interrupts a statement when the
/// lane's time limit has passed.</summary>
public sealed class Lane : IDisposable
{
    readonly LaneConnection connection;
    readonly Snapshot snapshot;
    readonly IDisposable? permit;
    readonly CancellationToken cancel;
    ArrayPoolBufferWriter<byte>? buffer;
    bool disposed;

    /// <param name="permit">The permit of the request. It is released with the lane.</param>
    internal Lane(Snapshot snapshot, LaneConnection connection, TimeSpan timeout, IDisposable? permit, CancellationToken cancel)
    {
        (this.snapshot, this.connection, this.permit, this.cancel) = (snapshot, connection, permit, cancel);
        connection.Begin(timeout, cancel);
    }

    /// <summary>A pooled buffer in which the answer is built. It returns to its pool with the lane.</summary>
    public ArrayPoolBufferWriter<byte> Buffer => buffer ??= AnswerBuffer.New();

    /// <summary>Takes the buffer from the lane, so that the lane can be disposed of before the answer is sent. The caller must
    /// dispose of the buffer.</summary>
    public ArrayPoolBufferWriter<byte> TakeBuffer()
    {
        var taken = Buffer;
        buffer = null;
        return taken;
    }

    internal Vocabulary Vocabulary => snapshot.VocabularyOf(this);

    /// <summary>The crisis that the snapshot is about.</summary>
    public Crisis Crisis => snapshot.Crisis;

    /// <summary>GeoJSON that the map shows under the facts, or null.</summary>
    public string? Outline => snapshot.Outline;

    internal string Revision => snapshot.State.Revision;

    /// <summary>Throws if the time limit has passed. For work between statements.</summary>
    public void ThrowIfLate()
    {
        cancel.ThrowIfCancellationRequested();
        if (connection.IsLate) throw new QueryTimeoutException();
    }

    /// <summary>Returns the connection to the pool. A second call does nothing.</summary>
    public void Dispose()
    {
        if (disposed) return;
        disposed = true;
        buffer?.Dispose();
        snapshot.Return(connection);
        permit?.Dispose();
    }

    /// <summary>Calls <paramref name="each"/> for the rows of a statement until it returns false. Returns the number of calls.</summary>
    internal int Each(string sql, object? parameters, Func<Row, bool> each)
    {
        Interlocked.Increment(ref snapshot.StatementCount);
        using var measured = Telemetry.Begin(sql);
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

/// <summary>A request whose statements took longer than the server allows.</summary>
public sealed class QueryTimeoutException(string hint = "narrow it, by a day, a place or a kind")
    : Exception($"The query took longer than the server allows; {hint}.");
