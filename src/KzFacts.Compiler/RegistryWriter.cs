using System.Text.Json;
using Dapper;
using KzFacts.Compiler.Seeds;
using KzFacts.Data;
using KzFacts.Data.Facts;
using KzFacts.Data.Registries;
using KzFacts.Data.Text;
using KzFacts.Data.Text.Urls;
using Microsoft.Data.Sqlite;

namespace KzFacts.Compiler;

/// <summary>Writes the registries: sources, actors, places and words, each in the order of ids.</summary>
/// <param name="finish">Makes the finished document of an entry.</param>
sealed class RegistryWriter(SqliteConnection connection, Registries names, RowWriter rows, Func<object, string> finish)
{
    public void WriteSources()
    {
        var facts = Counts("select source, count(*) from claim join fact using (row) where current = 1 group by source");
        foreach (var (row, source) in Ranked(names.Sources))
        {
            var document = finish(new Source
            {
                Id = source.Id, Urls = source.Urls, Publisher = source.Publisher, PublisherGroup = source.Group,
                SyndicatedFrom = source.SyndicatedFrom,
                OriginGroups = names.OriginsOf(source), Title = source.Title, Language = source.Language, Kind = source.Kind,
                Published = source.Published?.Text, PublishedBy = source.PublishedBy, Accessed = source.Accessed,
                KnownFrom = source.KnownFrom,
                FactCount = facts.GetValueOrDefault(source.Id),
            });
            rows.Insert(
                "source", new Cell("row", row), new("id", source.Id), new("publisher", source.Publisher),
                new("publisher_group", source.Group), new("language", source.Language), new("kind", ClosedWords.Of(source.Kind)),
                new("known_from", $"{source.KnownFrom:yyyy-MM-dd}"), new("document", document));
            foreach (var url in source.Urls)
                rows.Insert("source_url", new Cell("url", url), new("key", WebAddress.Of(url)!.Key), new("source", source.Id));
            rows.Insert("source_search", new Cell("rowid", row),
                new("folded", Folding.Text($"{source.Title} {source.Publisher} {source.Group} {source.SyndicatedFrom}")));
        }
    }

    public void WriteActors()
    {
        var facts = Counts("select actor, count(*) from fact_actor join fact using (row) where current = 1 group by actor");
        foreach (var (row, actor) in Ranked(names.Actors))
        {
            var document = finish(new Actor
            {
                Id = actor.Id, Kind = actor.Kind, Names = actor.Names, Aliases = actor.Aliases, Description = actor.Description,
                Affiliations = [.. actor.Affiliations.Select(id => names.Actors[id].Reference)], Wikidata = actor.Wikidata,
                FactCount = facts.GetValueOrDefault(actor.Id),
            });
            rows.Insert("actor", new Cell("row", row), new("id", actor.Id), new("kind", ClosedWords.Of(actor.Kind)),
                new("demonyms", JsonSerializer.Serialize(actor.Demonyms, FactJson.Options)), new("document", document));
            foreach (var affiliation in actor.Affiliations.Distinct())
                rows.Insert("actor_affiliation", new Cell("affiliation", affiliation), new("row", row));
            rows.Insert("actor_search", new Cell("rowid", row),
                new("folded", SnapshotWriter.Folded([.. SnapshotWriter.Spellings(actor.Names, actor.Aliases), actor.Description])));
        }
    }

    public void WritePlaces()
    {
        var facts = Counts("select place, count(*) from fact_place join fact using (row) where current = 1 group by place");
        foreach (var (row, place) in Ranked(names.Places))
        {
            var document = finish(new Place
            {
                Id = place.Id, Kind = place.Kind, Names = place.Names, Aliases = place.Aliases, Country = place.Country,
                Parent = place.Parent is { } parent
                    ? names.Places[parent].Reference : null, Latitude = place.Latitude, Longitude = place.Longitude,
                Wikidata = place.Wikidata, FactCount = facts.GetValueOrDefault(place.Id),
            });
            rows.Insert("place", new Cell("row", row), new("id", place.Id), new("kind", ClosedWords.Of(place.Kind)),
                new("latitude", place.Latitude),
                new("longitude", place.Longitude), new("document", document));
            foreach (var around in names.Around(place.Id)) rows.Insert("place_within", new Cell("within", around), new("row", row));
            rows.Insert("place_search", new Cell("rowid", row),
                new("folded", SnapshotWriter.Folded(SnapshotWriter.Spellings(place.Names, place.Aliases))));
        }
    }

    /// <param name="facts">The number of present facts that use each word, by the id of the word.</param>
    public void WriteWords(IReadOnlyDictionary<string, int> facts)
    {
        foreach (var (row, word) in Ranked(names.Words))
        {
            var document = finish(new Word
            {
                Id = word.Id, Registry = word.Registry, Key = word.Key, Labels = word.Labels, FactCount = facts.GetValueOrDefault(word.Id),
            });
            rows.Insert("word", new Cell("row", row), new("id", word.Id), new("registry", word.Registry), new("key", word.Key),
                new("cues", JsonSerializer.Serialize(word.Cues, FactJson.Options)), new("implied", word.Implied ? 1 : 0),
                    new("document", document));
            rows.Insert("word_search", new Cell("rowid", row),
                new("folded", SnapshotWriter.Folded(SnapshotWriter.Spellings(word.Labels, [word.Key]))));
        }
    }

    static IEnumerable<(long Row, T Entry)> Ranked<T>(SortedDictionary<string, T> registry) =>
        registry.Values.Select((entry, i) => (i + 1L, entry));

    Dictionary<string, int> Counts(string sql) =>
        connection.Query<(string Id, long Count)>(sql).ToDictionary(pair => pair.Id, pair => (int)pair.Count);
}
