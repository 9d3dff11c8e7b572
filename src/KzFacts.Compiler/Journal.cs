using System.Globalization;
using Dapper;
using KzFacts.Compiler.Seeds;
using KzFacts.Data.Querying;
using Microsoft.Data.Sqlite;

namespace KzFacts.Compiler;

/// <summary>Continues the journal of the replaced snapshot with the differences between its present facts and the new ones.</summary>
public static class Journal
{
    /// <summary>The most revisions in the journal, including its own.</summary>
    public const int MostRevisions = 100;

    /// <summary>The most changes in the journal. A client that is further behind reads all facts instead, which is less data.</summary>
    public const int MostChanges = 20_000;

    const string First = "insert into revision select 1, revision, compiled_at from snapshot";

    /// <summary>The differences, by id: facts that are new or changed, and facts that only the old snapshot has.</summary>
    const string Differing = """
        create temp table differing as
          select f.id fact, f.kind, iif(o.id is null, 'added', 'changed') action, o.row old_row, f.row new_row
          from main.fact f join main.fact_document d using (row)
          left join old.fact o on o.id = f.id and o.current = 1 left join old.fact_document b on b.row = o.row
          where f.current = 1 and b.json is not d.json
          union all
          select o.id, o.kind, 'removed', o.row, null from old.fact o
          where o.current = 1 and not exists (select 1 from main.fact f where f.id = o.id and f.current = 1)
        """;

    const string Copy = """
        insert into main.revision select * from old.revision r
          where number > (select max(number) from old.revision) - @MostRevisions
          and (select count(*) from old.change c where c.number > r.number) + (select count(*) from differing) <= @MostChanges;
        insert into main.change select * from old.change where number > (select min(number) from main.revision);
        insert into main.change_place select p.* from old.change_place p join main.change using (number, fact);
        insert into main.change_page select p.* from old.change_page p join main.change using (number, fact)
        """;

    const string Append =
        "insert into main.revision select (select max(number) + 1 from old.revision), revision, compiled_at from main.snapshot " +
        "returning number";

    const string Changes = """
        insert into main.change
          select @number, fact, d.kind, action, b.json, a.json, iif(action = 'removed', r.reason, null)
          from differing d left join old.fact_document b on b.row = old_row left join main.fact_document a on a.row = new_row
            left join main.removed r on r.id = fact
          order by fact;
        insert into main.change_place
          select place, @number, fact from differing join old.fact_place on row = old_row
          union select place, @number, fact from differing join main.fact_place on row = new_row;
        insert into main.change_page
          select key, @number, fact from differing join old.claim on row = old_row join old.source_url using (source)
          union select key, @number, fact from differing join main.claim on row = new_row join main.source_url using (source)
        """;

    /// <param name="target">The snapshot file to replace. If there is none of this contract, the journal starts anew.</param>
    internal static void Write(SqliteConnection connection, IEnumerable<SeedRemoved> removed, string target)
    {
        connection.Execute("insert into removed values (@Id, @Day, @Reason)",
            removed.Select(one => new { one.Id, Day = one.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), one.Reason }));
        if (Attach(connection, target)) Continue(connection);
        else connection.Execute(First);
    }

    static void Continue(SqliteConnection connection)
    {
        connection.Execute(Differing);
        // Equal revisions are the same, whenever they were compiled.
        var isSame = connection.ExecuteScalar<bool>("select (select revision from main.snapshot) = (select revision from old.snapshot)");
        connection.Execute(Copy, new { MostRevisions = isSame ? MostRevisions : MostRevisions - 1, MostChanges });
        if (isSame) return;
        var number = connection.ExecuteScalar<long>(Append);
        if (connection.ExecuteScalar<long>("select count(*) from main.revision") > 1) connection.Execute(Changes, new { number });
    }

    /// <summary>Attaches the old snapshot for reading. Returns false if the file is damaged or has another contract.</summary>
    static bool Attach(SqliteConnection connection, string target)
    {
        if (!IsSound(target)) return false;
        connection.Execute("attach @file as old", new { file = $"{new Uri(Path.GetFullPath(target)).AbsoluteUri}?mode=ro&immutable=1" });
        return true;
    }

    static bool IsSound(string file)
    {
        try
        {
            if (!File.Exists(file)) return false;
            SnapshotChecksum.Verify(file);
            using var snapshot = Snapshot.Open(file, mapped: false);
            return true;
        }
        catch (InvalidSnapshotException)
        {
            return false;
        }
    }
}
