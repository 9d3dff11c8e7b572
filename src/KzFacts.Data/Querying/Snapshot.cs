using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text;
using Dapper;
using KzFacts.Data.Checking;
using KzFacts.Data.Registries;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace KzFacts.Data.Querying;

/// <summary>An open snapshot file. The file must not change while it is open: SQLite is told that it is immutable, and takes no
/// locks.</summary>
public sealed class Snapshot : IDisposable
{
    /// <summary>The most bytes that SQLite can map.</summary>
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

    /// <summary>The crisis that the snapshot is about.</summary>
    public Crisis Crisis { get; }

    /// <summary>GeoJSON that the map shows under the facts, or null.</summary>
    public string? Outline { get; }

    /// <summary>The number of statements that have run on the snapshot.</summary>
    public long Statements => Interlocked.Read(ref StatementCount);

    /// <summary>The SQL that creates the tables of a snapshot.</summary>
    public static string Schema { get; } = ReadSchema();

    /// <param name="mapped">Whether SQLite maps the file into memory. That is faster, but overwriting a mapped file ends the
    /// process.</param>
    /// <exception cref="InvalidSnapshotException">The file does not exist, or it is not a snapshot of this contract.</exception>
    public static Snapshot Open(string path, bool mapped = true)
    {
        if (!File.Exists(path)) throw new InvalidSnapshotException(path, "there is no such file; compile the seeds first");
        // Uri.AbsoluteUri escapes characters that a path may contain and an SQLite URI may not.
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
                $"it is not a snapshot of this version ({e.Message}); compile the seeds again, or serve it with the version that made it");
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

    /// <summary>Rents a connection for one request. The request must dispose of it.</summary>
    /// <param name="timeout">How long all statements of the lane together may take.</param>
    public Lane Rent(TimeSpan timeout, CancellationToken cancel = default) => Rent(timeout, null, cancel);

    /// <summary>The same, with an admission that is released with the lane.</summary>
    public Lane Rent(TimeSpan timeout, IDisposable? permit, CancellationToken cancel) =>
        new(this, idle.TryPop(out var kept) ? kept : new(Connect()), timeout, permit, cancel);

    /// <summary>A new connection. If another file has replaced this one, it belongs to another snapshot and is refused.</summary>
    SqliteConnection Connect()
    {
        var connection = connect();
        if (connection.ExecuteScalar<string>("select revision from snapshot") == State.Revision) return connection;
        connection.Dispose();
        throw new InvalidSnapshotException(Path, "another file has taken its place");
    }

    /// <summary>What the registries make recognisable in a text. Built when it is first needed.</summary>
    internal Vocabulary VocabularyOf(Lane lane) => vocabulary ??= Vocabulary.Of(lane);

    internal void Return(LaneConnection connection)
    {
        if (closed || idle.Count >= MostIdleLanes) connection.Dispose();
        else idle.Push(connection);
    }

    /// <summary>Closes idle connections, with their caches and compiled statements. Later requests open new ones.</summary>
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
        // Without it, SQLite compiles a statement again for each bound value where a partial index might apply.
        raw.sqlite3_db_config(connection.Handle!, raw.SQLITE_DBCONFIG_ENABLE_QPSG, 1, out _);
        return connection;
    }

    static string ReadSchema()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("schema.sql")!);
        return reader.ReadToEnd();
    }
}

/// <summary>What a snapshot says about itself.</summary>
public sealed record SnapshotState
{
    /// <summary>SHA-256 in hex of the schema and of all finished documents in order. Equal seeds give an equal revision.</summary>
    public required string Revision { get; init; }

    /// <summary>What the snapshot and the program that reads it must agree on: <see cref="SnapshotContract.Hash"/>.</summary>
    public required string Contract { get; init; }

    public required string SeedsHash { get; init; }

    public required string BuiltWith { get; init; }

    public required string CompiledAt { get; init; }

    /// <summary>The same as an instant.</summary>
    public DateTimeOffset Compiled => DateTimeOffset.Parse(CompiledAt, CultureInfo.InvariantCulture);
}

/// <summary>A file that cannot be served.</summary>
public sealed class InvalidSnapshotException(string path, string reason) : Exception($"{path} cannot be served: {reason.TrimEnd('.')}.")
{
    /// <summary>The reason, without the name of the file.</summary>
    public string Reason => reason.TrimEnd('.');
}
