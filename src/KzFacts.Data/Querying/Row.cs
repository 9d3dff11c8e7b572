using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace KzFacts.Data.Querying;

/// <summary>The current row of a statement. It is valid only during the call that receives it.</summary>
public readonly struct Row(SqliteDataReader reader)
{
    /// <summary>The UTF-8 text that SQLite holds, without conversion to a .NET string.</summary>
    public ReadOnlySpan<byte> Utf8(int column) => raw.sqlite3_column_blob(reader.Handle!, column);

    public string Text(int column) => reader.GetString(column);

    public long Number(int column) => reader.GetInt64(column);

    /// <summary>The position of a listed row in its list.</summary>
    public Cursor Cursor => Cursor.Read(Text(1))!;
}
