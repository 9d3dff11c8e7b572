using System.Globalization;
using System.Text.Json;
using Dapper;
using KzFacts.Compiler.Derivation;
using KzFacts.Compiler.Seeds;
using KzFacts.Data;
using KzFacts.Data.Facts;
using KzFacts.Data.Text;
using Microsoft.Data.Sqlite;

namespace KzFacts.Compiler;

/// <summary>Facts that are read and checked but not yet derived, kept in SQLite's temporary storage so that any number of them can be
/// put in order and can refer to one another.</summary>
sealed class Drafts
{
    static readonly JsonSerializerOptions Json = new(FactJson.Options) { IgnoreReadOnlyProperties = true };

    readonly SqliteConnection connection;
    readonly SqliteCommand add, addReference, find;

    public Drafts(SqliteConnection connection)
    {
        this.connection = connection;
        connection.Execute("""
            create temp table draft (id text primary key, kind text not null, first text not null, time text not null, title text not null,
              places text not null, known_from text, last text not null, file text not null, line integer not null, seed text not null);
            create temp table rejected (id text not null);
            create temp table reference (id text not null, what text not null, file text not null, line integer not null);
            """);
        add = Command("insert into draft values (@id, @kind, @first, @time, @title, @places, @knownFrom, @last, @file, @line, @seed) on conflict do nothing",
            "@id", "@kind", "@first", "@time", "@title", "@places", "@knownFrom", "@last", "@file", "@line", "@seed");
        addReference = Command("insert into reference values (@id, @what, @file, @line)", "@id", "@what", "@file", "@line");
        find = Command("select kind, title, places, known_from, last from draft where id = @id", "@id");
    }

    /// <summary>Keeps a fact; false where its id is taken.</summary>
    public bool Add(SeedFact fact, string title, IReadOnlyList<string> places, DateOnly? knownFrom, SeedNode node)
    {
        var (first, last, time, _) = FactBuilder.TimeOf(fact);
        return Run(add, fact.Id, Words.Of(fact.Kind), $"{first ?? last:yyyy-MM-dd}", time ?? "", title, JsonSerializer.Serialize(places), knownFrom is { } day ? $"{day:yyyy-MM-dd}" : null, $"{last:yyyy-MM-dd}", node.File, node.Line,
            JsonSerializer.Serialize(fact, fact.GetType(), Json)) == 1;
    }

    /// <summary>Remembers the id of a fact that is wrong in itself, so that references to it are not reported too.</summary>
    public void AddRejected(SeedNode node)
    {
        if (node is SeedMap map && map.Fields.GetValueOrDefault("id") is SeedScalar id) connection.Execute("insert into rejected values (@Text)", id);
    }

    /// <summary>Keeps a reference to a fact, to be checked when all are read.</summary>
    public void AddReference(string id, string what, SeedNode node) => Run(addReference, id, what, node.File, node.Line);

    /// <summary>Reports the references to facts that do not exist, or are none of the kind referred to.</summary>
    public void CheckReferences(SeedErrors errors)
    {
        var dangling = connection.Query<(string Id, string What, string File, long Line, string? Kind)>("""
            select r.id, r.what, r.file, r.line, d.kind from reference r left join draft d on d.id = r.id
            where (d.id is null or (r.what = 'event' and d.kind <> 'event')) and r.id not in (select id from rejected)
            """);
        List<string>? ids = null;
        foreach (var (id, what, file, line, kind) in dangling)
        {
            if (kind is not null) errors.Add(file, (int)line, $"'{id}' is a {kind}, an event belongs here");
            else errors.Add(file, (int)line, $"unknown {what} '{id}'", Suggestion.Among(ids ??= [.. connection.Query<string>("select id from draft limit 100000")], id));
        }
    }

    public FactSummary SummaryOf(string id)
    {
        find.Parameters[0].Value = id;
        using var reader = find.ExecuteReader();
        reader.Read();
        var kind = Enum.GetValues<Kind>().First(kind => Words.Of(kind) == reader.GetString(0));
        return new(id, kind, reader.GetString(1), JsonSerializer.Deserialize<List<string>>(reader.GetString(2))!, reader.IsDBNull(3) ? null : Day(3), Day(4));

        DateOnly Day(int column) => DateOnly.Parse(reader.GetString(column), CultureInfo.InvariantCulture);
    }

    /// <summary>All facts in the order of the list.</summary>
    public IEnumerable<SeedFact> InOrder()
    {
        connection.Execute("create index temp.draft_order on draft (first, time, id)");
        using var command = connection.CreateCommand();
        command.CommandText = "select kind, seed from draft order by first, time, id";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var kind = reader.GetString(0);
            yield return (SeedFact)JsonSerializer.Deserialize(reader.GetString(1), SeedKinds.All.First(part => Words.Of(part.Kind) == kind).Seed, Json)!;
        }
    }

    SqliteCommand Command(string sql, params string[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var parameter in parameters) command.Parameters.Add(new(parameter, null));
        return command;
    }

    internal static int Run(SqliteCommand command, params object?[] values)
    {
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command.ExecuteNonQuery();
    }
}
