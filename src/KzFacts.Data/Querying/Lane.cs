using System.Buffers;
using Dapper;
using KzFacts.Data.Checking;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace KzFacts.Data.Querying;

/// <summary>One connection to a snapshot, for one request at a time. SQLite has no query timeout of its own (a command's covers only
/// waits for locks), so a progress handler interrupts a statement that outlives the lane's deadline.</summary>
public sealed class Lane : IDisposable
{
    const int InstructionsBetweenChecks = 2000, BufferSize = 1 << 16;

    /// <summary>A larger buffer goes with its answer, or idle lanes would hold the largest pages ever asked for.</summary>
    const int MostBufferKept = 1 << 20;

    readonly PreparedConnection connection;
    readonly Snapshot snapshot;
    readonly delegate_progress checkDeadline; // kept here: SQLite holds only a pointer to it
    long deadline = long.MaxValue;
    CancellationToken cancel;

    internal Lane(Snapshot snapshot, SqliteConnection opened)
    {
        this.snapshot = snapshot;
        connection = new(opened);
        checkDeadline = _ => Environment.TickCount64 > deadline || cancel.IsCancellationRequested ? 1 : 0;
        raw.sqlite3_progress_handler(opened.Handle!, InstructionsBetweenChecks, checkDeadline, null);
    }

    internal void Begin(TimeSpan timeout, CancellationToken cancel)
    {
        deadline = timeout == Timeout.InfiniteTimeSpan ? long.MaxValue : Environment.TickCount64 + (long)timeout.TotalMilliseconds;
        this.cancel = cancel;
        if (Buffer.Capacity > MostBufferKept) Buffer = new(BufferSize);
        else Buffer.ResetWrittenCount();
    }

    internal void Close() => connection.Dispose();

    /// <summary>Room to put an answer together in, empty when the lane is rented; it is used again by the next request.</summary>
    public ArrayBufferWriter<byte> Buffer { get; private set; } = new(BufferSize);

    internal Vocabulary Vocabulary => snapshot.VocabularyOf(this);

    internal string Revision => snapshot.State.Revision;

    /// <summary>For work between statements, which the deadline covers too.</summary>
    internal void ThrowIfLate()
    {
        cancel.ThrowIfCancellationRequested();
        if (Environment.TickCount64 > deadline) throw new QueryTimeoutException();
    }

    /// <summary>Gives the lane back to its snapshot.</summary>
    public void Dispose() => snapshot.Return(this);

    /// <summary>Calls <paramref name="each"/> for the rows of a statement until it answers false; returns how many it was called for.</summary>
    public int Each(string sql, object? parameters, Func<Row, bool> each)
    {
        Interlocked.Increment(ref snapshot.StatementCount);
        try
        {
            using var reader = connection.ExecuteReader(sql, parameters);
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

    public bool Exists(string sql, object parameters) => Each(sql, parameters, _ => false) > 0;

    public long Number(string sql, object? parameters = null)
    {
        long number = 0;
        Each(sql, parameters, row =>
        {
            number = row.Number(0);
            return false;
        });
        return number;
    }

    public IReadOnlyList<string> Texts(string sql, object? parameters = null)
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
public sealed class QueryTimeoutException() : Exception("The query took longer than the server allows; narrow it, by a day, a place or a kind.");
