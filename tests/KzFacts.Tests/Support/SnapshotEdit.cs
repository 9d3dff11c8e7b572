using KzFacts.Data.Querying;
using Microsoft.Data.Sqlite;

namespace KzFacts.Tests.Support;

/// <summary>Changes a snapshot as nobody should.</summary>
static class SnapshotEdit
{
    const int PageSize = 8192;

    /// <summary>By SQL, and gives it the checksum of what it is then: by its bytes it is sound. A server never sees it half done.</summary>
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

    /// <summary>In place, without a lock: a server may be reading it.</summary>
    public static void Write(string database, Action<FileStream> write)
    {
        using var file = new FileStream(database, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        write(file);
    }
}
