using System.Security.Cryptography;
using System.Text;
using Dapper;
using KzFacts.Compiler.Derivation;
using KzFacts.Compiler.Seeds;
using KzFacts.Data;
using KzFacts.Data.Facts;
using KzFacts.Data.Names;
using KzFacts.Data.Querying;
using KzFacts.Data.Text;
using KzFacts.Data.Text.Urls;
using Microsoft.Data.Sqlite;

namespace KzFacts.Compiler;

/// <summary>Writes the finished rows of a snapshot, in order, and the revision over all of them.</summary>
sealed class SnapshotWriter : IDisposable
{
    /// <summary>Other sources named beside a claim.</summary>
    const int MostOthers = 5;

    readonly SqliteConnection connection;
    readonly Registries names;
    readonly IncrementalHash revision = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    readonly Dictionary<string, SqliteCommand> commands = [];
    long row;

    public SnapshotWriter(SqliteConnection connection, Registries names)
    {
        (this.connection, this.names) = (connection, names);
        connection.Execute(Snapshot.Schema);
        // Claims come fact by fact and stand page by page: put in order at the end, they fill their pages.
        connection.Execute("create temp table claim_drawn as select * from claim");
        revision.AppendData(Encoding.UTF8.GetBytes(Snapshot.Schema));
    }

    /// <summary>Writes one version of a fact: the row, its links and its text.</summary>
    public void Write(SeedFact seed, Fact fact, FactVersion version)
    {
        row++;
        var unhashed = FactJson.Utf8(fact);
        var hash = Convert.ToHexStringLower(SHA256.HashData(unhashed));
        var (card, document) = (FactJson.Utf8(fact with { Claims = null, Hash = hash }), FactJson.Utf8(fact with { Hash = hash }));
        revision.AppendData(document);
        revision.AppendData(Encoding.UTF8.GetBytes($"{version.KnownFrom:yyyy-MM-dd}{version.KnownUntil:yyyy-MM-dd}"));
        var (statement, price, deployment, toll) = (seed as SeedStatement, seed as SeedPriceChange, seed as SeedDeployment, seed as SeedToll);
        Insert("fact", ("row", row), ("id", fact.Id), ("kind", Words.Of(fact.Kind)), ("first", Day(fact.OrderedBy())), ("last", Day(fact.Last)), ("time", fact.Time ?? ""),
            ("precision", Words.Of(fact.Precision)), ("status", Words.Of(fact.Status)), ("origins", fact.Origins), ("differs", fact.Figures.Any(figure => figure.Agreement == Agreement.Differ) ? 1 : 0),
            ("known_from", Known(version.KnownFrom)), ("known_until", Known(version.KnownUntil)), ("current", version.Current ? 1 : 0),
            ("type", (fact as Event)?.Type is { } type ? Words.Of(type) : null),
            ("speaker", statement?.Speaker), ("channel", statement is null ? null : Words.Of(statement.Channel)), ("quote", statement?.Quote?.Text),
            ("commodity", price?.Commodity), ("measure", price?.Measure ?? toll?.Measure), ("unit", price?.Unit), ("currency", price?.Currency),
            ("operation", deployment?.Operation), ("contributor", deployment?.Contributor), ("formation", deployment?.Formation),
            ("phase", deployment is null ? null : Words.Of(deployment.Phase)), ("toll_group", toll?.Group), ("reported_by", toll?.ReportedBy),
            ("title", fact.Title));
        var cursor = new Cursor(Day(fact.OrderedBy()), fact.Time ?? "", fact.Id).Stored;
        Insert("fact_card", ("row", row), ("cursor", cursor), ("json", Encoding.UTF8.GetString(card)));
        Insert("fact_document", ("row", row), ("cursor", cursor), ("json", Encoding.UTF8.GetString(document)));
        var csv = CsvRecord.Of(fact.GetType());
        var cells = csv.Cells(fact with { Hash = hash }).ToArray();
        Insert("fact_csv", ("row", row), ("cursor", cursor), ("head", CsvText.Row(cells[..csv.Own.Start])), ("own", CsvText.Row(cells[csv.Own])), ("tail", CsvText.Row(cells[csv.Own.End..])));
        if (fact.First is { } first && fact.Last > first) Insert("fact_span", ("row", row), ("first", first.DayNumber), ("last", fact.Last.DayNumber));
        foreach (var place in fact.Places.SelectMany(place => names.Around(place.Id)).Distinct())
            Insert("fact_place", ("place", place), ("row", row), ("own", fact.Places.Any(own => own.Id == place) ? 1 : 0));
        foreach (var actor in fact.Actors.Select(part => part.Actor.Id).Distinct()) Insert("fact_actor", ("actor", actor), ("row", row));
        foreach (var topic in statement?.Topics.Distinct() ?? []) Insert("fact_topic", ("topic", topic), ("row", row));
        foreach (var about in statement?.About.Distinct() ?? []) Insert("fact_about", ("event", about), ("row", row));
        var origins = Origins.Of(version.Claims.Select(claim => claim.Source));
        foreach (var claim in fact.Claims!)
        {
            List<OtherSource> others = [.. fact.Claims.Where(other => origins[other.Source.Id] != origins[claim.Source.Id]).DistinctBy(other => origins[other.Source.Id])
                .Take(MostOthers).Select(other => new OtherSource { Source = other.Source, Stance = other.Stance })];
            Insert("claim_drawn", ("source", claim.Source.Id), ("row", row), ("stance", Words.Of(claim.Stance)), ("document", Json(claim)),
                ("others", Json(others)), ("more", fact.Claims.Count - 1 - others.Count));
        }
        Insert("fact_search", ("rowid", row), ("title", Folding.Text(fact.Title)), ("names", Folded(NamesOf(seed, fact))),
            ("body", Folded([fact.Summary, statement?.Quote?.Text, deployment?.Equipment, deployment?.LegalBasis])), ("evidence", Folded(fact.Claims.SelectMany(claim => new[] { $"{claim.Evidence.Start} {claim.Evidence.End}", claim.Source.Title }))));
    }

    /// <summary>Writes the registries; after the facts, which they count.</summary>
    public void WriteNames()
    {
        connection.Execute("insert into claim select * from claim_drawn order by source, row; drop table claim_drawn");
        var facts = Counts("select source, count(*) from claim join fact using (row) where current = 1 group by source");
        var rank = 0;
        foreach (var source in names.Sources.Values)
        {
            var document = Finish(new Source
            {
                Id = source.Id, Urls = source.Urls, Publisher = source.Publisher, PublisherGroup = source.Group, SyndicatedFrom = source.SyndicatedFrom,
                OriginGroups = source.Origins, Title = source.Title, Language = source.Language, Kind = source.Kind, Published = source.Published?.Text,
                PublishedBy = source.PublishedBy, KnownFrom = source.KnownFrom, FactCount = facts.GetValueOrDefault(source.Id),
            });
            Insert("source", ("row", ++rank), ("id", source.Id), ("publisher", source.Publisher), ("publisher_group", source.Group), ("language", source.Language),
                ("kind", Words.Of(source.Kind)), ("known_from", source.KnownFrom is { } day ? Day(day) : null), ("document", document));
            foreach (var url in source.Urls) Insert("source_url", ("url", url), ("key", WebAddress.Of(url)!.Key), ("source", source.Id));
            Insert("source_search", ("rowid", rank), ("folded", Folding.Text($"{source.Title} {source.Publisher} {source.PublisherGroup} {source.SyndicatedFrom}")));
        }
        facts = Counts("select actor, count(*) from fact_actor join fact using (row) where current = 1 group by actor");
        rank = 0;
        foreach (var actor in names.Actors.Values)
        {
            var document = Finish(new Actor
            {
                Id = actor.Id, Kind = actor.Kind, Names = actor.Names, Aliases = actor.Aliases, Description = actor.Description,
                Affiliations = [.. actor.Affiliations.Select(id => names.Actors[id].Reference)], Wikidata = actor.Wikidata, FactCount = facts.GetValueOrDefault(actor.Id),
            });
            Insert("actor", ("row", ++rank), ("id", actor.Id), ("kind", Words.Of(actor.Kind)), ("document", document));
            foreach (var affiliation in actor.Affiliations.Distinct()) Insert("actor_affiliation", ("affiliation", affiliation), ("row", rank));
            Insert("actor_search", ("rowid", rank), ("folded", Folded([.. Spellings(actor.Names, actor.Aliases), actor.Description])));
        }
        facts = Counts("select place, count(*) from fact_place join fact using (row) where current = 1 group by place");
        rank = 0;
        foreach (var place in names.Places.Values)
        {
            var document = Finish(new Place
            {
                Id = place.Id, Kind = place.Kind, Names = place.Names, Aliases = place.Aliases, Country = place.Country,
                Parent = place.Parent is { } parent ? names.Places[parent].Reference : null, Latitude = place.Latitude, Longitude = place.Longitude,
                Wikidata = place.Wikidata, FactCount = facts.GetValueOrDefault(place.Id),
            });
            Insert("place", ("row", ++rank), ("id", place.Id), ("kind", Words.Of(place.Kind)), ("latitude", place.Latitude), ("longitude", place.Longitude), ("document", document));
            foreach (var around in names.Around(place.Id)) Insert("place_within", ("within", around), ("row", rank));
            Insert("place_search", ("rowid", rank), ("folded", Folded(Spellings(place.Names, place.Aliases))));
        }
        facts = Counts("""
            select 'commodity.' || commodity, count(*) from fact where current = 1 and commodity is not null group by 1
            union all select 'price_measure.' || measure, count(*) from fact where current = 1 and kind = 'price_change' group by 1
            union all select 'unit.' || unit, count(*) from fact where current = 1 and unit is not null group by 1
            union all select 'currency.' || currency, count(*) from fact where current = 1 and currency is not null group by 1
            union all select 'operation.' || operation, count(*) from fact where current = 1 and operation is not null group by 1
            union all select 'toll_measure.' || measure, count(*) from fact where current = 1 and kind = 'toll' group by 1
            union all select 'group.' || toll_group, count(*) from fact where current = 1 and toll_group is not null group by 1
            union all select 'topic.' || topic, count(*) from fact_topic join fact using (row) where current = 1 group by 1
            """);
        rank = 0;
        foreach (var word in names.Words.Values)
        {
            var document = Finish(new Word { Id = word.Id, Registry = word.Registry, Key = word.Key, Labels = word.Labels, FactCount = facts.GetValueOrDefault(word.Id) });
            Insert("word", ("row", ++rank), ("id", word.Id), ("registry", word.Registry), ("key", word.Key), ("document", document));
            Insert("word_search", ("rowid", rank), ("folded", Folded(Spellings(word.Labels, [word.Key]))));
        }
    }

    /// <summary>Writes what the snapshot says of itself and returns the revision.</summary>
    public string Finish(string seedsHash, string builtWith, DateTimeOffset now)
    {
        var finished = Convert.ToHexStringLower(revision.GetHashAndReset());
        Insert("snapshot", ("revision", finished), ("contract", SnapshotContract.Hash), ("seeds_hash", seedsHash), ("built_with", builtWith), ("compiled_at", $"{now.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}"));
        return finished;
    }

    public void Dispose()
    {
        foreach (var command in commands.Values) command.Dispose();
        revision.Dispose();
    }

    string Finish<T>(T name)
    {
        var document = FactJson.Utf8(name);
        revision.AppendData(document);
        return Encoding.UTF8.GetString(document);
    }

    /// <summary>Each text once, as what folds to the same would else count as often as it has spellings. Folded words hold no x, so with
    /// one between them no phrase runs from one text into another.</summary>
    static string Folded(IEnumerable<string?> texts) => string.Join(" x ", texts.OfType<string>().Select(Folding.Text).Distinct());

    IEnumerable<string?> NamesOf(SeedFact seed, Fact fact)
    {
        var labels = seed switch
        {
            SeedStatement statement => statement.Topics.Select(topic => $"topic.{topic}"),
            SeedPriceChange price => [$"commodity.{price.Commodity}"],
            SeedDeployment deployment => [$"operation.{deployment.Operation}"],
            SeedToll toll => [$"toll_measure.{toll.Measure}", $"group.{toll.Group}"],
            _ => Enumerable.Empty<string>(),
        };
        return fact.Places.SelectMany(place => Spellings(names.Places[place.Id].Names, names.Places[place.Id].Aliases))
            .Concat(fact.Actors.SelectMany(part => Spellings(names.Actors[part.Actor.Id].Names, names.Actors[part.Actor.Id].Aliases)))
            .Concat(labels.SelectMany(label => Spellings(names.Words[label].Labels, [])));
    }

    static IEnumerable<string?> Spellings(LocalNames names, IReadOnlyList<string> aliases) => [names.En, names.Ru, names.Kk, .. aliases];

    static string Json<T>(T value) => Encoding.UTF8.GetString(FactJson.Utf8(value));

    static string Day(DateOnly day) => $"{day:yyyy-MM-dd}";

    static string Known(DateOnly day) => day == Versions.Forever ? FactHistory.Forever : Day(day);

    Dictionary<string, int> Counts(string sql) => connection.Query<(string Id, long Count)>(sql).ToDictionary(pair => pair.Id, pair => (int)pair.Count);

    void Insert(string table, params (string Column, object? Value)[] values)
    {
        if (!commands.TryGetValue(table, out var command))
        {
            commands[table] = command = connection.CreateCommand();
            command.CommandText = $"insert into {table} ({string.Join(", ", values.Select(value => value.Column))}) values ({string.Join(", ", values.Select(value => $"@{value.Column}"))})";
            foreach (var (column, _) in values) command.Parameters.Add(new($"@{column}", null));
        }
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i].Value ?? DBNull.Value;
        command.ExecuteNonQuery();
    }
}
