using KzFacts.Data.Facts;
using Microsoft.Data.Sqlite;

namespace KzFacts.Compiler;

/// <summary>Inserts rows with one prepared statement for each table.</summary>
sealed class RowWriter(SqliteConnection connection) : IDisposable
{
    readonly Dictionary<string, SqliteCommand> commands = [];

    /// <summary>Inserts a row. All rows of a table must have the same columns in the same order.</summary>
    public void Insert(string table, params IReadOnlyList<Cell> values)
    {
        if (!commands.TryGetValue(table, out var command))
        {
            commands[table] = command = connection.CreateCommand();
            var (columns, parameters) = (values.Select(value => value.Name), values.Select(value => $"@{value.Name}"));
            command.CommandText = $"insert into {table} ({string.Join(", ", columns)}) values ({string.Join(", ", parameters)})";
            foreach (var parameter in parameters) command.Parameters.Add(new(parameter, null));
        }
        for (var i = 0; i < values.Count; i++) command.Parameters[i].Value = values[i].Value ?? DBNull.Value;
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        foreach (var command in commands.Values) command.Dispose();
    }
}
