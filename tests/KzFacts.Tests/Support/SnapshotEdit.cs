using KzFacts.Data.Querying;
using Microsoft.Data.Sqlite;

namespace KzFacts.Tests.Support;

/// <summary>Changes a snapshot, which no user should do.</summary>
static class SnapshotEdit
{
    const int PageSize = 8192;

    /// <summary>Runs SQL, and then updates the checksum, so that the bytes are sound. A server never sees an intermediate state.</summary>
    public static void Execute(string database, string sql)
    {
        var edited = $"{database}.edited";
        File.Copy(database, edited, overwrite: true);
        using (var connection = new SqliteConnection($"Data Source={edited};Pooling=false"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
        using (var file = File.OpenWrite(edited)) file.SetLength(file.Length / PageSize * PageSize);
        SnapshotChecksum.Append(edited);
        File.Move(edited, database, overwrite: true);
    }

    /// <summary>Writes in place and without a lock, while a server may be reading.</summary>
    public static void Write(string database, Action<FileStream> write)
    {
        using var file = new FileStream(database, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        write(file);
    }
}
