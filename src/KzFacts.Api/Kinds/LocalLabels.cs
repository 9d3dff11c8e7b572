using System.Runtime.CompilerServices;
using KzFacts.Data.Querying;
using KzFacts.Data.Registries;
using KzFacts.Languages;

namespace KzFacts.Api.Kinds;

/// <summary>The names of a snapshot's registries in one language.</summary>
public sealed class LocalLabels
{
    static readonly ConditionalWeakTable<Snapshot, Dictionary<Language, LocalLabels>> Known = [];

    readonly Dictionary<string, string> words, actors, places;

    LocalLabels(Lane lane, Language language)
    {
        words = All(lane, Data.Registries.Word.Collection, new(), word => word.Id, word => language.Say(word.Labels));
        actors = All(lane, Data.Registries.Actor.Collection, new(), actor => actor.Id, actor => language.Say(actor.Names));
        places = All(lane, Data.Registries.Place.Collection, new(), place => place.Id, place => language.Say(place.Names));
        Actors = Sorted(actors, language);
        Places = Sorted(places, language);
    }

    /// <summary>The ids and names, in the alphabetical order of the language.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Actors { get; }

    public IReadOnlyList<KeyValuePair<string, string>> Places { get; }

    public static LocalLabels Of(Lane lane, Snapshot snapshot, Language language)
    {
        var known = Known.GetOrCreateValue(snapshot);
        lock (known) return known.TryGetValue(language, out var labels) ? labels : known[language] = new(lane, language);
    }

    public string Word(string registry, string key) => words.GetValueOrDefault($"{registry}.{key}", key);

    /// <summary>The unit of the numbers of a price, such as tenge/litre.</summary>
    public string PriceUnit(Data.Facts.PriceChange price) =>
        string.Join('/', new[] { price.Currency is { } currency ? Word("currency", currency) : null, price.Unit is { } unit
        ? Word("unit", unit) : null }.OfType<string>());

    /// <summary>The words of a registry, in the order of their labels.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Words(string registry, Language language) =>
        Sorted(words.Where(pair => pair.Key.StartsWith($"{registry}.", StringComparison.Ordinal))
            .ToDictionary(pair => pair.Key[(registry.Length + 1)..], pair => pair.Value), language);

    public string Actor(ActorReference actor) => Actor(actor.Id) ?? actor.Name;

    public string? Actor(string id) => actors.GetValueOrDefault(id);

    public string Place(PlaceReference place) => Place(place.Id) ?? place.Name;

    public string? Place(string id) => places.GetValueOrDefault(id);

    static Dictionary<string, string> All<TItem, TFilter>(Lane lane, Collection<TItem, TFilter> collection, TFilter filter,
        Func<TItem, string> id, Func<TItem, string> name) where TFilter : Filter, new()
    {
        Dictionary<string, string> names = [];
        collection.List(lane, filter with { Page = Page.All }, withClaims: false, row =>
        {
            var item = collection.Read(row.Utf8(0));
            names[id(item)] = name(item);
        });
        return names;
    }

    static List<KeyValuePair<string, string>> Sorted(Dictionary<string, string> names, Language language) =>
        [.. names.OrderBy(pair => pair.Value, language)];
}
