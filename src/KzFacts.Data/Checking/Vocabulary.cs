using System.Collections.Concurrent;
using KzFacts.Data.Facts;
using KzFacts.Data.Names;
using KzFacts.Data.Querying;

namespace KzFacts.Data.Checking;

/// <summary>What a snapshot's registries let one find in a text. Made once for a snapshot.</summary>
sealed class Vocabulary
{
    /// <summary>Facts that are kept as they are compared.</summary>
    const int MostHeld = 4000;

    readonly Dictionary<string, string?> parents = [];
    readonly Dictionary<string, int> facts = [];
    readonly ConcurrentDictionary<long, HeldFact> held = new();

    public required NameIndex Names { get; init; }

    public required Cues Cues { get; init; }

    public static Vocabulary Of(Lane lane)
    {
        var (places, actors) = (Read<Place>(lane, "select document from place"), Read<Actor>(lane, "select document from actor"));
        var vocabulary = new Vocabulary { Names = new(actors, places), Cues = new(Read<Word>(lane, "select document from word")) };
        foreach (var place in places) (vocabulary.parents[place.Id], vocabulary.facts[place.Id]) = (place.Parent?.Id, place.FactCount);
        foreach (var actor in actors) vocabulary.facts[actor.Id] = actor.FactCount + vocabulary.facts.GetValueOrDefault(actor.Id);
        return vocabulary;
    }

    /// <summary>Whether a place is another, or lies in it.</summary>
    public bool IsWithin(string place, string around)
    {
        for (var at = place; at is not null; at = parents.GetValueOrDefault(at))
            if (at == around) return true;
        return false;
    }

    /// <summary>How many facts have the place or the actor.</summary>
    public int FactsOf(string id) => facts.GetValueOrDefault(id);

    /// <summary>A fact as sentences are compared with it.</summary>
    public HeldFact Held(long row, Func<Fact> read)
    {
        if (held.TryGetValue(row, out var kept)) return kept;
        var made = new HeldFact(read(), this);
        if (held.Count < MostHeld) held[row] = made;
        return made;
    }

    static List<T> Read<T>(Lane lane, string sql)
    {
        List<T> read = [];
        lane.Each(sql, null, row =>
        {
            read.Add(FactJson.Read<T>(row.Utf8(0)));
            return true;
        });
        return read;
    }
}
