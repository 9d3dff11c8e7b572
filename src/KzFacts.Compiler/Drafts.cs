using System.Globalization;
using System.Text.Json;
using Dapper;
using KzFacts.Compiler.Derivation;
using KzFacts.Compiler.Kinds;
using KzFacts.Compiler.Seeds;
using KzFacts.Data;
using KzFacts.Data.Facts;
using KzFacts.Data.Registries;
using KzFacts.Data.Text;
using Microsoft.Data.Sqlite;

namespace KzFacts.Compiler;

/// <summary>Facts that are read and checked but not yet derived. They are kept in temporary storage of SQLite, so that any number
/// of them can be sorted and can refer to each other.</summary>
sealed class Drafts
{
    static readonly JsonSerializerOptions Json = new(FactJson.Options) { IgnoreReadOnlyProperties = true };

    readonly SqliteConnection connection;
    readonly SqliteCommand add, addReference, find;

    public Drafts(SqliteConnection connection)
    {
        this.connection = connection;
        connection.Execute("""
            create temp table draft (id text primary key, kind text not null, first text not null, time text not null,
              titles text not null, places text not null, known_from text not null, last text not null, file text not null,
              line integer not null, seed text not null);
            create temp table rejected (id text not null);
            create temp table reference (id text not null, what text not null, file text not null, line integer not null);
            create temp table retraction (event text not null, source text not null, day text not null, file text not null,
              line integer not null);
            """);
        add = Command(
            "insert into draft values (@id, @kind, @first, @time, @titles, @places, @knownFrom, @last, @file, @line, @seed) on conflict " +
            "do nothing",
            "@id", "@kind", "@first", "@time", "@titles", "@places", "@knownFrom", "@last", "@file", "@line", "@seed");
        addReference = Command("insert into reference values (@id, @what, @file, @line)", "@id", "@what", "@file", "@line");
        find = Command("select kind, titles, places, known_from, last from draft where id = @id", "@id");
    }

    /// <summary>Adds a fact. Returns false if its id is taken.</summary>
    public bool Add(SeedFact fact, FactSummary summary, SeedNode node)
    {
        var (first, last, time, _) = fact.Time();
        return Run(add, fact.Id, ClosedWords.Of(fact.Kind), Day(first ?? last), time ?? "", JsonSerializer.Serialize(summary.Titles, Json),
            JsonSerializer.Serialize(summary.Places), Day(summary.KnownFrom), Day(last), node.File, node.Line,
            JsonSerializer.Serialize(fact, fact.GetType(), Json)) == 1;
    }

    /// <summary>Remembers the id of an invalid fact, so that references to it are not reported too.</summary>
    public void AddRejected(SeedNode node)
    {
        if (node is SeedMap map && map.Fields.GetValueOrDefault("id") is SeedScalar id)
            connection.Execute("insert into rejected values (@Text)", id);
    }

    /// <summary>Adds a reference to a fact. It is checked when all facts have been read.</summary>
    public void AddReference(string id, string what, SeedNode node) => Run(addReference, id, what, node.File, node.Line);

    /// <summary>Adds a retracting claim. It is compared with the day of the retracting event when all facts have been read.</summary>
    /// <param name="day">The day by which its page was published.</param>
    public void AddRetraction(string happening, string source, DateOnly day, SeedNode node) => connection.Execute(
        "insert into retraction values (@happening, @source, @day, @file, @line)",
        new { happening, source, day = Day(day), file = node.File, line = node.Line });

    /// <summary>Reports retracting claims whose page is older than the retraction.</summary>
    public void CheckRetractions(SeedErrors errors)
    {
        var early = connection.Query<(string Event, string Source, string Day, string File, long Line, string First)>("""
            select r.event, r.source, r.day, r.file, r.line, d.first from retraction r join draft d on d.id = r.event where r.day < d.first
            """);
        foreach (var (happening, source, day, file, line, first) in early)
            errors.Add(file, (int)line, $"source '{source}' of {day} retracts before '{happening}' of {first}",
                "check the day of the page, and its stance");
    }

    /// <summary>Reports references to facts that do not exist or are of the wrong kind.</summary>
    public void CheckReferences(SeedErrors errors)
    {
        var dangling = connection.Query<(string Id, string What, string File, long Line, string? Kind)>("""
            select r.id, r.what, r.file, r.line, d.kind from reference r left join draft d on d.id = r.id
            where (d.id is null or (r.what = 'event' and d.kind <> 'event')) and r.id not in (select id from rejected)
            """);
        List<string>? ids = null;
        foreach (var (id, what, file, line, kind) in dangling)
        {
            if (kind is not null) errors.Add(file, (int)line, $"'{id}' is a {kind}, but an event is needed here");
            else errors.Add(file, (int)line, $"unknown {what} '{id}'",
                Suggestion.Among(ids ??= [.. connection.Query<string>("select id from draft limit 100000")], id));
        }
    }

    public FactSummary SummaryOf(string id)
    {
        find.Parameters[0].Value = id;
        using var reader = find.ExecuteReader();
        reader.Read();
        return new(id, ClosedWords.Read<Kind>(reader.GetString(0)), JsonSerializer.Deserialize<LocalNames>(reader.GetString(1), Json)!,
            JsonSerializer.Deserialize<List<string>>(reader.GetString(2))!, Day(3), Day(4));

        DateOnly Day(int column) => DateOnly.Parse(reader.GetString(column), CultureInfo.InvariantCulture);
    }

    /// <summary>All facts in the order of lists.</summary>
    public IEnumerable<SeedFact> InOrder()
    {
        connection.Execute("create index temp.draft_order on draft (first, time, id)");
        using var command = connection.CreateCommand();
        command.CommandText = "select kind, seed from draft order by first, time, id";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var kind = ClosedWords.Read<Kind>(reader.GetString(0));
            yield return (SeedFact)JsonSerializer.Deserialize(reader.GetString(1), SeedKind.All[kind].Seed, Json)!;
        }
    }

    SqliteCommand Command(string sql, params string[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var parameter in parameters) command.Parameters.Add(new(parameter, null));
        return command;
    }

    static string Day(DateOnly day) => $"{day:yyyy-MM-dd}";

    internal static int Run(SqliteCommand command, params object?[] values)
    {
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command.ExecuteNonQuery();
    }
}
