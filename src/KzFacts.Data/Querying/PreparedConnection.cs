using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Dapper;
using Microsoft.Data.Sqlite;

namespace KzFacts.Data.Querying;

/// <summary>A connection for Dapper that caches compiled statements by SQL text. Microsoft.Data.Sqlite ties a compiled statement to
/// a command object, and Dapper creates a new command for each call. For one thread at a time.</summary>
sealed class PreparedConnection(SqliteConnection inner) : DbConnection
{
    /// <summary>A compiled statement takes about 20 KiB.</summary>
    const int MostStatements = 64;

    const int MostCompiled = 1000;

    // The least recently used first.
    readonly OrderedDictionary<string, SqliteCommand> idle = new(StringComparer.Ordinal);

    static PreparedConnection() => SqlMapper.AddTypeHandler(new ValueList());

    [AllowNull]
    public override string ConnectionString
    {
        get => inner.ConnectionString;
        set => throw new NotSupportedException();
    }

    public override string Database => inner.Database;

    public override string DataSource => inner.DataSource;

    public override string ServerVersion => inner.ServerVersion;

    public override ConnectionState State => inner.State;

    public override void ChangeDatabase(string databaseName) => throw new NotSupportedException();

    public override void Open() { }

    public override void Close() { }

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => throw new NotSupportedException();

    protected override DbCommand CreateDbCommand() => new Command(this);

    protected override void Dispose(bool disposing)
    {
        foreach (var command in idle.Values) command.Dispose();
        idle.Clear();
        inner.Dispose();
        base.Dispose(disposing);
    }

    SqliteCommand Rent(string sql)
    {
        if (idle.Remove(sql, out var command)) return command;
        // Dapper keeps the code that it compiles for each text, without a limit.
        if (SqlMapper.GetCachedSQLCount() > MostCompiled) SqlMapper.PurgeQueryCache();
        command = inner.CreateCommand();
        command.CommandText = sql;
        return command;
    }

    void Return(SqliteCommand command)
    {
        command.Parameters.Clear();
        if (!idle.TryAdd(command.CommandText, command)) command.Dispose();
        if (idle.Count <= MostStatements) return;
        idle.GetAt(0).Value.Dispose();
        idle.RemoveAt(0);
    }

    /// <summary>The command that Dapper fills. It takes the parameters now, and the compiled statement when it runs.</summary>
    sealed class Command(PreparedConnection owner) : DbCommand
    {
        readonly SqliteCommand parameters = new();
        SqliteCommand? running;

        [AllowNull]
        public override string CommandText { get; set; } = "";

        public override int CommandTimeout { get; set; }

        public override CommandType CommandType { get; set; } = CommandType.Text;

        public override bool DesignTimeVisible { get; set; }

        public override UpdateRowSource UpdatedRowSource { get; set; }

        protected override DbConnection? DbConnection { get; set; } = owner;

        protected override DbParameterCollection DbParameterCollection => parameters.Parameters;

        protected override DbTransaction? DbTransaction { get; set; }

        public override void Cancel() { }

        public override void Prepare() { }

        protected override DbParameter CreateDbParameter() => new SqliteParameter();

        SqliteCommand Run()
        {
            running = owner.Rent(CommandText);
            foreach (SqliteParameter parameter in parameters.Parameters) running.Parameters.Add(parameter);
            return running;
        }

        protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) =>
            Run().ExecuteReader(behavior & ~CommandBehavior.CloseConnection);

        public override int ExecuteNonQuery() => Run().ExecuteNonQuery();

        public override object? ExecuteScalar() => Run().ExecuteScalar();

        protected override void Dispose(bool disposing)
        {
            if (running is not null) owner.Return(running);
            running = null;
            parameters.Dispose();
            base.Dispose(disposing);
        }
    }
}
