using Dapper;
using KzFacts.Compiler.Seeds;
using Microsoft.Data.Sqlite;

namespace KzFacts.Compiler;

/// <summary>Finds facts that the new snapshot would lose without an entry in <c>removed.yaml</c>. An emptied or misplaced file must
/// not remove facts silently.</summary>
static class Losses
{
    const int MostNamed = 5;

    /// <param name="connection">The drafts of the new snapshot.</param>
    public static void Check(SqliteConnection connection, Registries names, string target, SeedFolder seeds, SeedErrors errors)
    {
        var lost = IdsOf(target).Where(id => !names.Removed.ContainsKey(id)
            && !connection.ExecuteScalar<bool>("select exists (select 1 from draft where id = @id)", new { id })).ToList();
        if (lost.Count == 0) return;
        var more = lost.Count > MostNamed ? $" and {lost.Count - MostNamed} more" : "";
        errors.Add(seeds.Path, 1,
            $"{lost.Count} facts of the snapshot are neither in the seeds nor in removed.yaml: " +
            $"{string.Join(", ", lost.Take(MostNamed))}{more}",
            "restore them, name them in removed.yaml, or compile with --accept-loss");
    }

    /// <summary>The ids of the present facts in a snapshot of any contract. Empty if the file is unreadable.</summary>
    static List<string> IdsOf(string file)
    {
        if (!File.Exists(file)) return [];
        try
        {
            using var old = new SqliteConnection(new SqliteConnectionStringBuilder
            {
                DataSource = $"{new Uri(Path.GetFullPath(file)).AbsoluteUri}?immutable=1", Mode = SqliteOpenMode.ReadOnly, Pooling = false
            }.ToString());
            old.Open();
            return [.. old.Query<string>("select id from fact where current = 1 order by id")];
        }
        catch (SqliteException)
        {
            return [];
        }
    }
}
