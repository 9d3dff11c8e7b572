using KzFacts.Compiler.Derivation;
using KzFacts.Data;
using KzFacts.Data.Registries;
using KzFacts.Data.Text;
using KzFacts.Data.Text.Urls;

namespace KzFacts.Compiler.Seeds;

/// <summary>The entries to which facts refer. They are held in memory while facts are streamed.</summary>
public sealed class Registries
{
    readonly SeedErrors errors;
    readonly Dictionary<string, SortedDictionary<string, SeedWord>> words = new(StringComparer.Ordinal);

    readonly HashSet<(string What, string Id)> rejected = [];

    Registries(SeedErrors errors) => this.errors = errors;

    public SortedDictionary<string, SeedSource> Sources { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, SeedActor> Actors { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, SeedPlace> Places { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, SeedWord> Words { get; } = new(StringComparer.Ordinal);

    /// <summary>Facts that are no longer in the seeds.</summary>
    public SortedDictionary<string, SeedRemoved> Removed { get; } = new(StringComparer.Ordinal);

    /// <summary>The crisis. Null if it could not be read.</summary>
    public SeedCrisis? Crisis { get; private set; }

    /// <summary>Publishers by name.</summary>
    public SortedDictionary<string, SeedPublisher> Publishers { get; } = new(StringComparer.Ordinal);

    public static Registries Read(SeedFolder seeds, SeedErrors errors)
    {
        var registries = new Registries(errors);
        // Entries refer to each other, so references are checked when all are known.
        var binder = new SeedBinder(errors, (_, _, _) => { }, (_, _, _) => { });
        IEnumerable<(TEntry Entry, SeedNode Node)> Entries<TEntry>(string part) where TEntry : SeedEntry
        {
            foreach (var (file, name) in seeds.Files(part))
                foreach (var node in SeedFile.Read(file, name, errors))
                    if (registries.Bind<TEntry>(binder, part, node) is { } entry) yield return (entry, node);
        }
        foreach (var (word, node) in Entries<SeedWord>("words"))
        {
            registries.Add(registries.Words, word.Id, word, node);
            if (!registries.words.TryGetValue(word.Registry, out var registry))
                registry = registries.words[word.Registry] = new(StringComparer.Ordinal);
            registry.TryAdd(word.Key, word);
        }
        var actors = Entries<SeedActor>("actors").Where(one => registries.Add(registries.Actors, one.Entry.Id, one.Entry, one.Node))
            .ToList();
        var places = Entries<SeedPlace>("places").Where(one => registries.Add(registries.Places, one.Entry.Id, one.Entry, one.Node))
            .ToList();
        var publishers = Entries<SeedPublisher>("publishers")
            .Where(one => registries.Add(registries.Publishers, one.Entry.Name, one.Entry, one.Node)).ToList();
        Dictionary<string, string> keys = new(StringComparer.Ordinal);
        foreach (var (source, node) in Entries<SeedSource>("sources"))
            if (registries.Add(registries.Sources, source.Id, source, node))
                foreach (var url in source.Urls)
                    if (WebAddress.Of(url)?.Key is { } key && !keys.TryAdd(key, source.Id) && keys[key] is var other && other != source.Id)
                        errors.Add(FieldOf(node, "urls"), $"'{url}' is the same page as that of source '{other}'", "join the two sources");
        foreach (var (removed, node) in Entries<SeedRemoved>("removed")) registries.Add(registries.Removed, removed.Id, removed, node);
        foreach (var (actor, node) in actors)
            foreach (var affiliation in actor.Affiliations) registries.Check("actor", affiliation, FieldOf(node, "affiliations"));
        foreach (var (place, node) in places)
        {
            if (place.Parent is { } parent) registries.Check("place", parent, FieldOf(node, "parent"));
            if (registries.Around(place.Id).Count(around => around == place.Id) > 1)
                errors.Add(FieldOf(node, "parent"), $"place '{place.Id}' lies in itself");
        }
        var known = registries.Sources.Values.Select(source => source.Publisher).ToHashSet();
        foreach (var (publisher, node) in publishers.Where(one => !known.Contains(one.Entry.Name)))
            errors.Add(FieldOf(node, "name"), $"no source is of publisher '{publisher.Name}'", Suggestion.Among(known, publisher.Name));
        registries.ReadCrisis(seeds, binder);
        return registries;
    }

    void ReadCrisis(SeedFolder seeds, SeedBinder binder)
    {
        var nodes = seeds.Files(SeedCrisis.Part).SelectMany(file => SeedFile.Read(file.File, file.Name, errors)).ToList();
        if (nodes is not [var node])
        {
            // A folder without any file is not a folder of seeds. Another check reports that.
            if (nodes.Count > 1) errors.Add(nodes[1], "a second crisis begins here", "the seeds of one folder are about one crisis");
            else if (seeds.Files("sources").Any())
                errors.Add(seeds.Path, 1, $"there is no {SeedCrisis.Part}.yaml", "it says what the seeds are about");
            return;
        }
        if (binder.Bind<SeedCrisis>(node) is not { } crisis) return;
        if (crisis.Country is { } country) Check("place", country, FieldOf(node, "country"));
        foreach (var (path, id) in crisis.Examples.Entries)
            CheckExample(path, id, ((SeedMap)FieldOf(FieldOf(node, "examples"), "entries")).Fields[path]);
        if (crisis.Map.Outline is { } outline && seeds.TextOf(outline) is null)
            errors.Add(FieldOf(node, "map"), $"there is no file '{outline}' beside it", "a GeoJSON file of the seeds' folder");
        Crisis = crisis;
    }

    /// <summary>The example facts. They are checked when all facts have been read.</summary>
    public List<(string Id, SeedNode Node)> ExampleFacts { get; } = [];

    void CheckExample(string path, string id, SeedNode node)
    {
        if (Catalog.All.FirstOrDefault(collection => collection.Path == path) is not { } collection)
        {
            var paths = Catalog.All.Select(known => known.Path).ToList();
            errors.Add(node, $"there is no collection '{path}'", Suggestion.Among(paths, path) ?? $"one of {string.Join(", ", paths)}");
        }
        else if (collection.IsFact) ExampleFacts.Add((id, node));
        else if (collection == Word.Collection) Check(Words, "word", id, node);
        else Check(path.TrimEnd('s'), id, node);
    }

    /// <summary>Reports an id that is not in its registry. Facts are checked elsewhere.</summary>
    public void Check(string what, string id, SeedNode node)
    {
        switch (what)
        {
            case "actor": Check(Actors, what, id, node); break;
            case "place": Check(Places, what, id, node); break;
            case "source": Check(Sources, what, id, node); break;
        }
    }

    public void CheckWord(string registry, string key, SeedNode node)
    {
        var known = words.GetValueOrDefault(registry);
        if (known?.ContainsKey(key) is true) return;
        errors.Add(node, $"unknown word '{key}' of {registry}", Suggestion.Among(known?.Keys ?? Enumerable.Empty<string>(), key)
            ?? "add it, with its labels, to words.yaml");
    }

    /// <summary>A word of a registry. It must exist.</summary>
    public SeedWord WordOf(string registry, string key) => words[registry][key];

    /// <summary>The origin groups of a source. Empty for an encyclopedia, and for a page of a republishing publisher that nobody has
    /// examined.</summary>
    public IReadOnlyList<string> OriginsOf(SeedSource source) => source.Kind == SourceKind.Encyclopedia ? []
        : source.OriginGroups.Count > 0 ? source.OriginGroups
        : Publishers.GetValueOrDefault(source.Publisher) is { Republishes: true } ? [] : [source.Group];

    public Origins OriginsOf(IEnumerable<SeedSource> sources) => new(sources.Select(source => (source.Id, OriginsOf(source))));

    /// <summary>The IANA time zone of a place: its own, otherwise that of the closest surrounding place that has one, otherwise
    /// that of the crisis.</summary>
    public string ZoneOf(string place) =>
        Around(place).Select(at => Places.GetValueOrDefault(at)?.Zone).OfType<string>().FirstOrDefault() ?? Crisis!.Zone;

    /// <summary>A place and the places around it, from the inside out.</summary>
    public IEnumerable<string> Around(string place)
    {
        HashSet<string> seen = [];
        for (var at = place; at is not null; at = Places.GetValueOrDefault(at)?.Parent)
        {
            yield return at;
            if (!seen.Add(at)) yield break;
        }
    }

    /// <summary>Reads an entry. If it has errors, its id is remembered, so that references to it are not reported too.</summary>
    TEntry? Bind<TEntry>(SeedBinder binder, string part, SeedNode node) where TEntry : SeedEntry
    {
        if (binder.Bind<TEntry>(node) is { } entry) return entry;
        if (node is SeedMap map && map.Fields.GetValueOrDefault("id") is SeedScalar id) rejected.Add((part.TrimEnd('s'), id.Text));
        return null;
    }

    /// <summary>Names that two entries of a registry share after folding, so that a search cannot tell them apart.</summary>
    public IEnumerable<string> Collisions() =>
        Collisions("actors", Actors.Values.Select(actor => (actor.Id, actor.Names, actor.Aliases)))
            .Concat(Collisions("places", Places.Values.Select(place => (place.Id, place.Names, place.Aliases))));

    static IEnumerable<string> Collisions(string registry, IEnumerable<(string Id, LocalNames Names, List<string> Aliases)> entries) =>
        entries
            .SelectMany(entry => entry.Names.All().Select(name => name.Text).Concat(entry.Aliases)
                .Select(name => (entry.Id, Name: name, Folded: Folding.Text(name))))
            .GroupBy(spelling => spelling.Folded)
            .Select(group => group.DistinctBy(spelling => spelling.Id).Select(spelling => $"'{spelling.Name}' of {spelling.Id}").ToList())
            .Where(names => names.Count > 1)
            .Select(names => $"{registry}: {string.Join(", ", names)} are the same name for a search");

    static SeedNode FieldOf(SeedNode entry, string field) => ((SeedMap)entry).Fields[field];

    bool Add<T>(SortedDictionary<string, T> registry, string id, T entry, SeedNode node)
    {
        if (registry.TryAdd(id, entry)) return true;
        errors.Add(node, $"the id '{id}' is used twice");
        return false;
    }

    void Check<T>(SortedDictionary<string, T> registry, string what, string id, SeedNode node)
    {
        if (!registry.ContainsKey(id) && !rejected.Contains((what, id)))
            errors.Add(node, $"unknown {what} '{id}'", Suggestion.Among(registry.Keys, id) ?? $"add it to {what}s");
    }
}
