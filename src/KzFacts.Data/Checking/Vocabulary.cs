using KzFacts.Data.Facts;
using KzFacts.Data.Querying;
using KzFacts.Data.Registries;

namespace KzFacts.Data.Checking;

/// <summary>What the registries of a snapshot make recognisable in a text. Built once for each snapshot.</summary>
public sealed class Vocabulary
{
    /// <summary>The most bytes of facts that are kept ready for comparison, and of cached counts.</summary>
    const int MostHeldBytes = 24 << 20, MostCountBytes = 4 << 20;

    readonly Dictionary<string, string?> parents = [];
    readonly Dictionary<string, int> facts = [];
    readonly HashSet<string> states = [], implied = [];
    readonly SizedCache<long, HeldFact> held = new("check.facts", MostHeldBytes);
    readonly SizedCache<string, double> counts = new("check.words", MostCountBytes);
    double rows;

    public required NameIndex Names { get; init; }

    public required Cues Cues { get; init; }

    /// <summary>The id of the country of the crisis. Naming it says little. Empty if the crisis has none.</summary>
    public required string Country { get; init; }

    public static Vocabulary Of(Lane lane)
    {
        var (places, actors) = (RegistryReads.Places(lane), RegistryReads.Actors(lane));
        var vocabulary = new Vocabulary
        {
            Names = new(actors, places), Cues = new(RegistryReads.Words(lane)), Country = lane.Crisis.Country ?? "",
        };
        vocabulary.implied.UnionWith(RegistryReads.ImpliedGroups(lane));
        foreach (var place in places) (vocabulary.parents[place.Id], vocabulary.facts[place.Id]) = (place.Parent?.Id, place.FactCount);
        foreach (var (actor, _) in actors) vocabulary.facts[actor.Id] = actor.FactCount + vocabulary.facts.GetValueOrDefault(actor.Id);
        vocabulary.states.UnionWith(actors.Where(one => one.Actor.Kind == ActorKind.State).Select(one => one.Actor.Id));
        vocabulary.rows = FactReads.Rows(lane);
        return vocabulary;
    }

    /// <summary>Whether a place is the other place or lies in it.</summary>
    public bool IsWithin(string place, string around)
    {
        for (var at = place; at is not null; at = parents.GetValueOrDefault(at))
            if (at == around) return true;
        return false;
    }

    /// <summary>Whether an actor is a state.</summary>
    public bool IsState(string actor) => states.Contains(actor);

    /// <summary>Whether a sentence need not name the group, because the measure implies it.</summary>
    public bool IsImplied(string group) => implied.Contains(group);

    /// <summary>The weight of a term: the fewer facts have it, the higher.</summary>
    internal double Weight(Lane lane, string term) => Math.Log((rows + 1) / (Count(lane, term) + 0.5));

    /// <summary>The number of facts that have a term.</summary>
    internal double Count(Lane lane, string term) => counts.GetOrAdd(term, () => term[0] switch
    {
        '@' => facts.GetValueOrDefault(term[1..]),
        '#' => WordIndex.Count(lane, term[1..]),
        _ => WordIndex.CountBeginning(lane, term),
    }, _ => 2 * term.Length);

    /// <summary>A fact in the form in which it is compared with sentences.</summary>
    internal HeldFact Held(Lane lane, long row)
    {
        if (held.TryGet(row, out var kept)) return kept;
        Fact? fact = null;
        FactReads.Document(lane, row, document => fact = FactJson.Read<Fact>(document.Utf8(0)));
        var made = new HeldFact(fact!, this, term => Weight(lane, term));
        held.Add(row, made, made.Bytes);
        return made;
    }
}
