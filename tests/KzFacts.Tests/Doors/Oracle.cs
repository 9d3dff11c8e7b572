using KzFacts.Data;
using KzFacts.Data.Facts;
using KzFacts.Data.Querying;
using KzFacts.Data.Registries;
using KzFacts.Data.Text;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Doors;

/// <summary>All entries in memory, and the filters in plain C#. REST and GraphQL are compared with it.</summary>
sealed class Oracle
{
    readonly Dictionary<string, Source> sources;
    readonly Dictionary<string, Place> places;

    public Oracle(Served served)
    {
        using var lane = served.Snapshot.Rent(Timeout.InfiniteTimeSpan);
        Facts = All(lane, Catalog.Facts);
        sources = All(lane, Source.Collection).ToDictionary(source => source.Id);
        places = All(lane, Place.Collection).ToDictionary(place => place.Id);
        Actors = All(lane, Actor.Collection);
        Words = All(lane, Word.Collection);
    }

    public IReadOnlyList<Fact> Facts { get; }

    public IEnumerable<Source> Sources => sources.Values;

    public IEnumerable<Place> Places => places.Values;

    public IReadOnlyList<Actor> Actors { get; }

    public IReadOnlyList<Word> Words { get; }

    /// <summary>Whether a place is the other place or lies in it.</summary>
    public bool LiesIn(string place, string within) => place == within || (places[place].Parent is { } parent && LiesIn(parent.Id, within));

    public bool IsOf(string source, string publisher) =>
        sources[source].Publisher == publisher || sources[source].PublisherGroup == publisher;

    public static bool HasWord(string text, string start) =>
        Folding.Words(text).Any(word => word.StartsWith(Folding.Word(start), StringComparison.Ordinal));

    static List<T> All<T, TFilter>(Lane lane, Collection<T, TFilter> collection) where TFilter : Filter, new()
    {
        List<T> all = [];
        collection.List(lane, new TFilter { Page = Page.All }, withClaims: true, row => all.Add(collection.Read(row.Utf8(0))));
        return all;
    }
}
