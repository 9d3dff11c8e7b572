using KzFacts.Data.Names;
using KzFacts.Data.Text;
using KzFacts.Data.Text.Urls;

namespace KzFacts.Compiler.Seeds;

/// <summary>The names that facts refer to, held in memory while facts stream by.</summary>
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

    /// <summary>Facts that are no longer among the seeds.</summary>
    public SortedDictionary<string, SeedRemoved> Removed { get; } = new(StringComparer.Ordinal);

    public static Registries Read(SeedFolder seeds, SeedErrors errors)
    {
        var registries = new Registries(errors);
        List<(string Id, SeedNode Node)> actors = [], places = [];
        // Names refer to one another, so references are checked when all are known.
        var binder = new SeedBinder(errors, (_, _, _) => { }, (_, _, _) => { });
        foreach (var (file, name) in seeds.Files("words"))
            foreach (var node in SeedFile.Read(file, name, errors))
                if (binder.Bind<SeedWord>(node) is { } word)
                {
                    registries.Add(registries.Words, word.Id, word, node);
                    if (!registries.words.TryGetValue(word.Registry, out var registry)) registry = registries.words[word.Registry] = new(StringComparer.Ordinal);
                    registry.TryAdd(word.Key, word);
                }
        foreach (var (file, name) in seeds.Files("actors"))
            foreach (var node in SeedFile.Read(file, name, errors))
                if (registries.Bind<SeedActor>(binder, "actor", node) is { } actor && registries.Add(registries.Actors, actor.Id, actor, node)) actors.Add((actor.Id, node));
        foreach (var (file, name) in seeds.Files("places"))
            foreach (var node in SeedFile.Read(file, name, errors))
                if (registries.Bind<SeedPlace>(binder, "place", node) is { } place && registries.Add(registries.Places, place.Id, place, node)) places.Add((place.Id, node));
        Dictionary<string, string> keys = new(StringComparer.Ordinal);
        foreach (var (file, name) in seeds.Files("sources"))
            foreach (var node in SeedFile.Read(file, name, errors))
                if (registries.Bind<SeedSource>(binder, "source", node) is { } source && registries.Add(registries.Sources, source.Id, source, node))
                    foreach (var url in source.Urls)
                        if (WebAddress.Of(url)?.Key is { } key && !keys.TryAdd(key, source.Id) && keys[key] is var other && other != source.Id)
                            errors.Add(FieldOf(node, "urls"), $"'{url}' is the same page as that of source '{other}'", "join the two sources");
        foreach (var (file, name) in seeds.Files("removed"))
            foreach (var node in SeedFile.Read(file, name, errors))
                if (binder.Bind<SeedRemoved>(node) is { } removed) registries.Add(registries.Removed, removed.Id, removed, node);
        foreach (var (id, node) in actors)
            foreach (var affiliation in registries.Actors[id].Affiliations) registries.Check("actor", affiliation, FieldOf(node, "affiliations"));
        foreach (var (id, node) in places)
        {
            if (registries.Places[id].Parent is { } parent) registries.Check("place", parent, FieldOf(node, "parent"));
            if (registries.Around(id).Count(place => place == id) > 1) errors.Add(FieldOf(node, "parent"), $"place '{id}' lies in itself");
        }
        return registries;
    }

    /// <summary>Reports an id that its registry does not hold; facts are checked elsewhere.</summary>
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
        errors.Add(node, $"unknown word '{key}' of {registry}", Suggestion.Among(known?.Keys ?? Enumerable.Empty<string>(), key) ?? "add it, with its labels, to words.yaml");
    }

    /// <summary>The label of an open word in English.</summary>
    public string Label(string registry, string key) => words[registry][key].Labels.En;

    /// <summary>A place and all that it lies in, from within outwards.</summary>
    public IEnumerable<string> Around(string place)
    {
        HashSet<string> seen = [];
        for (var at = place; at is not null; at = Places.GetValueOrDefault(at)?.Parent)
        {
            yield return at;
            if (!seen.Add(at)) yield break;
        }
    }

    /// <summary>The entry; where something is wrong with it, its id is remembered so that references to it are not reported too.</summary>
    TEntry? Bind<TEntry>(SeedBinder binder, string what, SeedNode node) where TEntry : SeedEntry
    {
        if (binder.Bind<TEntry>(node) is { } entry) return entry;
        if (node is SeedMap map && map.Fields.GetValueOrDefault("id") is SeedScalar id) rejected.Add((what, id.Text));
        return null;
    }

    /// <summary>Names that belong to two entries of a registry once they are folded, so that a search cannot tell them apart.</summary>
    public IEnumerable<string> Collisions() =>
        Collisions("actors", Actors.Values.Select(actor => (actor.Id, actor.Names, actor.Aliases))).Concat(Collisions("places", Places.Values.Select(place => (place.Id, place.Names, place.Aliases))));

    static IEnumerable<string> Collisions(string registry, IEnumerable<(string Id, LocalNames Names, List<string> Aliases)> entries) => entries
        .SelectMany(entry => new[] { entry.Names.En, entry.Names.Ru, entry.Names.Kk }.OfType<string>().Concat(entry.Aliases).Select(name => (entry.Id, Name: name, Folded: Folding.Text(name))))
        .GroupBy(spelling => spelling.Folded).Select(group => group.DistinctBy(spelling => spelling.Id).ToList()).Where(group => group.Count > 1)
        .Select(group => $"{registry}: {string.Join(", ", group.Select(spelling => $"'{spelling.Name}' of {spelling.Id}"))} are one name to a search");

    static SeedNode FieldOf(SeedNode entry, string field) => ((SeedMap)entry).Fields[field];

    bool Add<T>(SortedDictionary<string, T> registry, string id, T entry, SeedNode node)
    {
        if (registry.TryAdd(id, entry)) return true;
        errors.Add(node, $"the id '{id}' is used twice");
        return false;
    }

    void Check<T>(SortedDictionary<string, T> registry, string what, string id, SeedNode node)
    {
        if (!registry.ContainsKey(id) && !rejected.Contains((what, id))) errors.Add(node, $"unknown {what} '{id}'", Suggestion.Among(registry.Keys, id) ?? $"add it to {what}s");
    }
}
