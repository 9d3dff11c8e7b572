using System.Collections.Concurrent;
using System.Reflection;
using System.Text;
using Dapper;
using KzFacts.Data.Checking;
using KzFacts.Data.Names;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace KzFacts.Data.Querying;

/// <summary>An open snapshot file. The file must not change while it is open: SQLite is told that it is immutable and takes no
/// locks.</summary>
public sealed class Snapshot : IDisposable
{
    /// <summary>The most that SQLite maps.</summary>
    const int MostMapped = 2147418112;

    const int MostIdleLanes = 64;

    readonly ConcurrentStack<LaneConnection> idle = new();
    readonly Func<SqliteConnection> connect;
    volatile bool closed;
    Vocabulary? vocabulary;

    internal long StatementCount;

    Snapshot(string path, SnapshotState state, Crisis crisis, string? outline, Func<SqliteConnection> connect) =>
        (Path, State, Crisis, Outline, this.connect) = (path, state, crisis, outline, connect);

    public string Path { get; }

    public SnapshotState State { get; }

    /// <summary>What it is about.</summary>
    public Crisis Crisis { get; }

    /// <summary>GeoJSON of what the map shows besides facts, or null.</summary>
    public string? Outline { get; }

    /// <summary>How many statements ran on it so far.</summary>
    public long Statements => Interlocked.Read(ref StatementCount);

    /// <summary>The tables a snapshot has.</summary>
    public static string Schema { get; } = ReadSchema();

    /// <param name="mapped">Whether SQLite maps the file into memory: faster, but a file that is overwritten then ends the process.</param>
    /// <exception cref="InvalidSnapshotException">There is no file, or it is no snapshot of this contract.</exception>
    public static Snapshot Open(string path, bool mapped = true)
    {
        if (!File.Exists(path)) throw new InvalidSnapshotException(path, "there is no such file; compile the seeds first");
        // Uri.AbsoluteUri escapes what a path may hold and SQLite's URI may not.
        var connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = $"{new Uri(System.IO.Path.GetFullPath(path)).AbsoluteUri}?immutable=1", Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        }.ToString();
        SqliteConnection Connect() => OpenConnection(connectionString, mapped);
        try
        {
            using var connection = Connect();
            var state =
                connection.QuerySingle<SnapshotState>(
                "select revision Revision, contract Contract, seeds_hash SeedsHash, built_with BuiltWith, compiled_at CompiledAt from " +
                "snapshot");
            if (state.Contract != SnapshotContract.Hash)
                throw new InvalidSnapshotException(path,
                    $"its contract is {state.Contract[..Math.Min(8, state.Contract.Length)]}, this program reads " +
                    $"{SnapshotContract.Hash[..8]}; compile the seeds again, or serve it with the version that made it");
            var (document, outline) = connection.QuerySingle<(string, string?)>("select document, outline from crisis");
            return new(path, state, FactJson.Read<Crisis>(Encoding.UTF8.GetBytes(document)), outline, Connect);
        }
        catch (SqliteException e) when (e.SqliteErrorCode == raw.SQLITE_ERROR)
        {
            throw new InvalidSnapshotException(path,
                $"it is no snapshot of this version ({e.Message}); compile the seeds again, or serve it with the version that made it");
        }
        catch (SqliteException e)
        {
            throw new InvalidSnapshotException(path, e.Message);
        }
        catch (InvalidOperationException e)
        {
            throw new InvalidSnapshotException(path, e.Message);
        }
    }

    /// <summary>A connection for one request, to be disposed of when it is done.</summary>
    /// <param name="timeout">How long its statements may take together.</param>
    public Lane Rent(TimeSpan timeout, CancellationToken cancel = default) => Rent(timeout, null, cancel);

    /// <summary>The same, with what is disposed of when the lane is.</summary>
    public Lane Rent(TimeSpan timeout, IDisposable? place, CancellationToken cancel) =>
        new(this, idle.TryPop(out var kept) ? kept : new(Connect()), timeout, place, cancel);

    /// <summary>A new connection; a file that another took the place of is another snapshot.</summary>
    SqliteConnection Connect()
    {
        var connection = connect();
        if (connection.ExecuteScalar<string>("select revision from snapshot") == State.Revision) return connection;
        connection.Dispose();
        throw new InvalidSnapshotException(Path, "another file has taken its place");
    }

    /// <summary>What the registries let one find in a text; made when first asked for.</summary>
    internal Vocabulary VocabularyOf(Lane lane) => vocabulary ??= Vocabulary.Of(lane);

    internal void Return(LaneConnection connection)
    {
        if (closed || idle.Count >= MostIdleLanes) connection.Dispose();
        else idle.Push(connection);
    }

    /// <summary>Closes the connections that nobody uses, with their caches and compiled statements. The next requests open new
    /// ones.</summary>
    public void CloseIdle()
    {
        while (idle.TryPop(out var connection)) connection.Dispose();
    }

    public void Dispose()
    {
        closed = true;
        CloseIdle();
    }

    static SqliteConnection OpenConnection(string connectionString, bool mapped)
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        connection.Execute($"pragma mmap_size = {(mapped ? MostMapped : 0)}; pragma query_only = 1; pragma trusted_schema = 0");
        // Else SQLite compiles a statement anew for values that are bound where a partial index might be used.
        raw.sqlite3_db_config(connection.Handle!, raw.SQLITE_DBCONFIG_ENABLE_QPSG, 1, out _);
        return connection;
    }

    static string ReadSchema()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("schema.sql")!);
        return reader.ReadToEnd();
    }
}

/// <summary>What a snapshot says of itself.</summary>
public sealed record SnapshotState
{
    /// <summary>SHA-256 in hex of the schema and all finished documents in order: equal seeds, equal revision.</summary>
    public required string Revision { get; init; }

    /// <summary>What it and the program that reads it agree on: <see cref="SnapshotContract.Hash"/>.</summary>
    public required string Contract { get; init; }

    public required string SeedsHash { get; init; }

    public required string BuiltWith { get; init; }

    public required string CompiledAt { get; init; }
}

/// <summary>A file that cannot be served.</summary>
public sealed class InvalidSnapshotException(string path, string reason) : Exception($"{path} cannot be served: {reason.TrimEnd('.')}.")
{
    /// <summary>What is wrong with it, without its name.</summary>
    public string Reason => reason.TrimEnd('.');
}
