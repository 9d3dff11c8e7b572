using System.Buffers;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace KzFacts.Benchmarks.Load;

/// <summary>A connection with one hand-written prepared statement for each call, without Dapper. A list begins at a row, so its
/// statement only fetches the page.</summary>
sealed class PreparedReads
{
    readonly ArrayBufferWriter<byte> unsent = new();

    readonly SqliteCommand one, list, cards, source, claims, search, page, match, csv;

    public PreparedReads(string snapshot)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = $"{new Uri(Path.GetFullPath(snapshot)).AbsoluteUri}?immutable=1", Mode = SqliteOpenMode.ReadOnly, Pooling = false,
        }.ToString());
        connection.Open();
        using (var map = connection.CreateCommand())
        {
            map.CommandText = "pragma mmap_size = 2147418112";
            map.ExecuteNonQuery();
        }
        // Without it, SQLite compiles a statement again for each bound value where a partial index might apply.
        raw.sqlite3_db_config(connection.Handle!, raw.SQLITE_DBCONFIG_ENABLE_QPSG, 1, out _);
        SqliteCommand Prepare(string sql, params string[] parameters)
        {
            var command = connection.CreateCommand();
            command.CommandText = sql;
            foreach (var parameter in parameters) command.Parameters.Add(parameter, SqliteType.Text);
            command.Prepare();
            return command;
        }
        one = Prepare("select json from fact join fact_document using (row) where id = @id and current = 1", "@id");
        list = Prepare("""
            select j.json from fact f indexed by fact_type join fact_card j on j.row = f.row
            where f.kind = 'event' and f.type = @type and f.current = 1 and f.row >= cast(@row as integer) order by f.row limit 50
            """, "@type", "@row");
        cards = Prepare("""
            select j.json from fact f not indexed cross join fact_card j on j.row = f.row
            where f.current = 1 and f.row >= cast(@row as integer) order by f.row limit 50
            """, "@row");
        source = Prepare("select s.document, s.id from source_url u join source s on s.id = u.source where u.url = @url", "@url");
        claims = Prepare("""
            select c.document, j.json, c.others from claim c join fact f on f.row = c.row join fact_card j on j.row = c.row
            where c.source = @source and f.current = 1 order by c.row
            """, "@source");
        search = Prepare("""
            select j.json from (
              select s.rowid row, s.rank rank from fact_search s cross join fact f on f.row = s.rowid
              where fact_search match @match and f.current = 1 order by s.rank limit 20) b
            join fact_card j on j.row = b.row order by b.rank
            """, "@match");
        page = Prepare("""
            select j.json from fact f indexed by fact_kind join fact_document j on j.row = f.row
            where f.kind = 'event' and f.current = 1 and f.row >= cast(@row as integer) order by f.row limit 50
            """, "@row");
        match = Prepare("""
            select j.json from (select rowid row from fact_search where fact_search match @match order by rank limit 5) f
            join fact_card j on j.row = f.row
            """, "@match");
        csv = Prepare("select c.head || ',' || c.tail from fact f join fact_csv c on c.row = f.row where f.current = 1 order by f.row");
    }

    public void Copy(string call, IQueryCollection query, IBufferWriter<byte> output)
    {
        switch (call)
        {
            case "/one":
                Copy(one, output, 1, query["id"]);
                break;
            case "/list":
                Copy(list, output, 1, query["type"], query["row"]);
                break;
            case "/cards":
                Copy(cards, output, 1, query["row"]);
                break;
            case "/lookup":
                Copy(claims, output, 3, Copy(source, output, 1, query["url"]));
                break;
            case "/search":
                Copy(search, output, 1, query["match"]);
                break;
            case "/match":
                foreach (var words in query["q"]) Copy(match, output, 1, words);
                break;
            case "/page":
                page.Parameters[0].Value = query["row"].ToString();
                CopyPart(page, output, query["bytes"]!);
                break;
            case "/csv":
                Copy(csv, output, 1);
                break;
            default:
                throw new ArgumentException($"There is no ceiling {call}.", nameof(call));
        }
    }

    /// <summary>Reads the complete documents from which an answer is cut, and sends as many of their bytes as the answer has.</summary>
    void CopyPart(SqliteCommand command, IBufferWriter<byte> output, string bytes)
    {
        var left = int.Parse(bytes, CultureInfo.InvariantCulture);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var document = raw.sqlite3_column_blob(reader.Handle!, 0);
            var sent = document[..Math.Min(left, document.Length)];
            output.Write(sent);
            left -= sent.Length;
            // SQLite returns the position of a value and reads it only when it is copied.
            unsent.ResetWrittenCount();
            unsent.Write(document[sent.Length..]);
        }
    }

    /// <summary>Copies the first columns of all rows. Returns the text in the next column, if there is one.</summary>
    static string? Copy(SqliteCommand command, IBufferWriter<byte> output, int columns, params ReadOnlySpan<string?> values)
    {
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i];
        using var reader = command.ExecuteReader();
        string? after = null;
        while (reader.Read())
        {
            for (var i = 0; i < columns; i++) output.Write(raw.sqlite3_column_blob(reader.Handle!, i));
            if (reader.FieldCount > columns) after = reader.GetString(columns);
        }
        return after;
    }
}
