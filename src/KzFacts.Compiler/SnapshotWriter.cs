using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using KzFacts.Compiler.Derivation;
using KzFacts.Compiler.Kinds;
using KzFacts.Compiler.Seeds;
using KzFacts.Data;
using KzFacts.Data.Facts;
using KzFacts.Data.Querying;
using KzFacts.Data.Registries;
using KzFacts.Data.Text;
using Microsoft.Data.Sqlite;

namespace KzFacts.Compiler;

/// <summary>Writes the finished rows of a snapshot in order, and the revision over all of them.</summary>
sealed class SnapshotWriter : IDisposable
{
    /// <summary>The most other sources that are listed with a claim.</summary>
    const int MostOthers = 5;

    readonly SqliteConnection connection;
    readonly Registries names;
    readonly IncrementalHash revision = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    readonly RowWriter rows;
    readonly IReadOnlyList<string> columnsOfFact;
    readonly Dictionary<string, int> factsOfWord = [];
    long row;

    public SnapshotWriter(SqliteConnection connection, Registries names)
    {
        (this.connection, this.names, rows) = (connection, names, new(connection));
        connection.Execute(Snapshot.Schema);
        columnsOfFact = [.. connection.Query<string>("select name from pragma_table_info('fact')")];
        // Claims are written fact by fact and read source by source. Sorting them at the end fills the pages of the table.
        connection.Execute("create temp table claim_drawn as select * from claim");
        revision.AppendData(Encoding.UTF8.GetBytes(Snapshot.Schema));
    }

    /// <summary>Writes the crisis that the snapshot is about.</summary>
    public void WriteCrisis(string? outline)
    {
        rows.Insert("crisis", new Cell("document", Documented(names.Crisis!.Record)), new("outline", outline));
        revision.AppendData(Encoding.UTF8.GetBytes(outline ?? ""));
    }

    /// <summary>Writes one version of a fact: its row, its links and its text.</summary>
    public void Write(SeedFact seed, Fact fact, FactVersion version)
    {
        row++;
        var hash = Convert.ToHexStringLower(SHA256.HashData(FactJson.Utf8(fact)));
        fact = fact with { Hash = hash };
        var (card, document) = (FactJson.Utf8(fact with { Claims = null }), FactJson.Utf8(fact));
        revision.AppendData(document);
        revision.AppendData(Encoding.UTF8.GetBytes($"{Day(version.From)}{Until(version)}"));
        WriteRow(fact, version);
        var cursor = new Cursor(Day(fact.OrderedBy()), fact.Time ?? "", fact.Id).Stored;
        rows.Insert("fact_card", new Cell("row", row), new("cursor", cursor), new("json", Encoding.UTF8.GetString(card)));
        rows.Insert("fact_document", new Cell("row", row), new("cursor", cursor), new("json", Encoding.UTF8.GetString(document)));
        WriteCsv(fact, cursor);
        WriteLinks(fact);
        WriteClaims(fact, names.OriginsOf(version.Claims.Select(claim => claim.Source)));
        rows.Insert("fact_search", new Cell("rowid", row), new("title", Folding.Text(fact.Title)),
            new("names", Folded(NamesOf(seed, fact))),
            new("body", Folded(seed.SearchTexts.Prepend(fact.Summary))), new("evidence", Folded(fact.Claims!.SelectMany(EvidenceOf))));
        if (version.IsPresent) CountWords(seed);
    }

    void WriteRow(Fact fact, FactVersion version)
    {
        Dictionary<string, object?> values = KindDefinition.All[fact.Kind].CellsOf(fact)
            .ToDictionary(column => column.Name, column => column.Value);
        values["row"] = row;
        values["id"] = fact.Id;
        values["kind"] = ClosedWords.Of(fact.Kind);
        values["first"] = Day(fact.OrderedBy());
        values["last"] = Day(fact.Last);
        values["time"] = fact.Time ?? "";
        values["precision"] = ClosedWords.Of(fact.Precision);
        values["status"] = ClosedWords.Of(fact.Status);
        values["origins"] = fact.Origins;
        values["reviewed"] = fact.IsReviewed() ? 1 : 0;
        values["differs"] = fact.Figures.Any(figure => figure.Agreement == Agreement.Differ) ? 1 : 0;
        values["known_from"] = Day(version.From);
        values["known_until"] = Until(version);
        values["current"] = version.IsPresent ? 1 : 0;
        values["title"] = fact.Title;
        rows.Insert("fact", [.. columnsOfFact.Select(name => new Cell(name, values.GetValueOrDefault(name)))]);
        if (values.Keys.Except(columnsOfFact).FirstOrDefault() is { } unknown)
            throw new InvalidOperationException($"The table fact has no column {unknown}.");
    }

    void WriteCsv(Fact fact, string cursor)
    {
        var csv = CsvRecord.Of(fact.GetType());
        var cells = csv.Cells(fact).ToArray();
        rows.Insert("fact_csv", new Cell("row", row), new("cursor", cursor), new("head", CsvText.Row(cells[..csv.Own.Start])),
            new("own", CsvText.Row(cells[csv.Own])), new("tail", CsvText.Row(cells[csv.Own.End..])));
    }

    void WriteLinks(Fact fact)
    {
        if (fact.First is { } first && fact.Last > first)
            rows.Insert("fact_span", new Cell("row", row), new("first", first.DayNumber), new("last", fact.Last.DayNumber));
        foreach (var place in fact.Places.SelectMany(place => names.Around(place.Id)).Distinct())
            rows.Insert("fact_place", new Cell("place", place), new("row", row),
                new("own", fact.Places.Any(own => own.Id == place) ? 1 : 0));
        foreach (var actor in fact.Actors.Select(part => part.Actor.Id).Distinct())
            rows.Insert("fact_actor", new Cell("actor", actor), new("row", row));
        foreach (var link in KindDefinition.All[fact.Kind].LinksOf(fact).Distinct())
            rows.Insert(link.Table, new Cell(link.Column, link.Value), new("row", row));
    }

    void WriteClaims(Fact fact, Origins origins)
    {
        foreach (var claim in fact.Claims!)
        {
            // One source for each other origin, those that contradict first. A source without an origin counts for itself.
            var (own, ownOrigin) = (claim.Source.Id, origins.Of(claim.Source.Id));
            List<OtherSource> others = [.. fact.Claims.Where(other =>
                other.Source.Id != own && (ownOrigin is null || origins.Of(other.Source.Id) != ownOrigin))
                .OrderBy(other => other.Stance is Stance.Supports)
                .DistinctBy(other => origins.Of(other.Source.Id) ?? $"source {other.Source.Id}")
                .Take(MostOthers).Select(other => new OtherSource { Source = other.Source, Stance = other.Stance })];
            rows.Insert("claim_drawn", new Cell("source", own), new("row", row), new("stance", ClosedWords.Of(claim.Stance)),
                new("document", Json(claim)),
                new("others", Json(others)), new("more", fact.Claims.Count - 1 - others.Count));
        }
    }

    /// <summary>Counts the fact for each registry word that it uses.</summary>
    void CountWords(SeedFact seed)
    {
        foreach (var (_, field) in SeedBinder.Fields(seed.GetType()))
            if (field.GetCustomAttribute<WordOfAttribute>() is { } of)
                foreach (var key in field.GetValue(seed) switch
                {
                    string one => [one],
                    IEnumerable<string> all => all.Distinct(),
                    _ =>
                    Enumerable.Empty<string>()
                })
                    factsOfWord[$"{of.Registry}.{key}"] = factsOfWord.GetValueOrDefault($"{of.Registry}.{key}") + 1;
    }

    /// <summary>Writes the registries. The facts must be written before, because each entry has the number of its facts.</summary>
    public void WriteRegistries()
    {
        connection.Execute("insert into claim select * from claim_drawn order by source, row; drop table claim_drawn");
        var writer = new RegistryWriter(connection, names, rows, Documented);
        writer.WriteSources();
        writer.WriteActors();
        writer.WritePlaces();
        writer.WriteWords(factsOfWord);
    }

    /// <summary>Writes what the snapshot says about itself. Returns the revision.</summary>
    public string Finish(string seedsHash, string builtWith, DateTimeOffset now)
    {
        var finished = Convert.ToHexStringLower(revision.GetHashAndReset());
        rows.Insert("snapshot", new Cell("revision", finished), new("contract", SnapshotContract.Hash), new("seeds_hash", seedsHash),
            new("built_with", builtWith), new("compiled_at", $"{now.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}"));
        return finished;
    }

    public void Dispose()
    {
        rows.Dispose();
        revision.Dispose();
    }

    /// <summary>A finished document. The revision covers it.</summary>
    string Documented(object document)
    {
        var utf8 = FactJson.Utf8(document);
        revision.AppendData(utf8);
        return Encoding.UTF8.GetString(utf8);
    }

    /// <summary>The folded texts of a column of the full-text index. Texts that are equal after folding are written once; otherwise
    /// a name with many spellings would weigh more. The letter x separates texts, so that no phrase matches across two of them: no
    /// folded word contains an x.</summary>
    internal static string Folded(IEnumerable<string?> texts) => string.Join(" x ", texts.OfType<string>().Select(Folding.Text).Distinct());

    internal static IEnumerable<string?> Spellings(LocalNames names, IReadOnlyList<string> aliases) =>
        names.All().Select(name => name.Text).Concat(aliases);

    IEnumerable<string?> NamesOf(SeedFact seed, Fact fact) =>
    [
        .. fact.Places.Select(place => names.Places[place.Id]).SelectMany(place => Spellings(place.Names, place.Aliases)),
        .. fact.Actors.Select(part => names.Actors[part.Actor.Id]).SelectMany(actor => Spellings(actor.Names, actor.Aliases)),
        .. seed.SearchWords.SelectMany(word => Spellings(names.Words[word].Labels, [])),
    ];

    static IEnumerable<string?> EvidenceOf(Claim claim) => [$"{claim.Evidence.Start} {claim.Evidence.End}", claim.Source.Title];

    static string Json<T>(T value) => Encoding.UTF8.GetString(FactJson.Utf8(value));

    static string Day(DateOnly day) => $"{day:yyyy-MM-dd}";

    static string Until(FactVersion version) => version.Until is { } day ? Day(day) : FactHistory.Forever;
}
