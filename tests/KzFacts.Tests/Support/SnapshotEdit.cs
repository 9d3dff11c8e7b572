using KzFacts.Data.Querying;
using Microsoft.Data.Sqlite;

namespace KzFacts.Tests.Support;

/// <summary>Changes a snapshot as nobody should.</summary>
static class SnapshotEdit
{
    const int PageSize = 8192;

    /// <summary>By SQL, and gives it the checksum of what it is then: by its bytes it is sound.</summary>
    public static void Execute(string database, string sql)
    {
        using (var connection = new SqliteConnection($"Data Source={database};Pooling=false"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
        using (var file = File.OpenWrite(database)) file.SetLength(file.Length / PageSize * PageSize);
        SnapshotChecksum.Append(database);
    }
}
