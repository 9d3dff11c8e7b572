using System.ComponentModel;
using KzFacts.Data.Facts;
using KzFacts.Data.Querying;
using KzFacts.Data.Registries;

namespace KzFacts.Data.Series;

[Description("The text for a line, an axis or a column.")]
public sealed record Label
{
    [Description("The word, or the id of the place or actor.")]
    public required string Id { get; init; }

    [Description("The name in English.")]
    public required string Name { get; init; }

    [Description("The name in each language. Null for closed words, which have no labels of their own.")]
    public LocalNames? Names { get; init; }

    /// <summary>The label of a closed word.</summary>
    public static Label Of(Enum word) =>
        new() { Id = ClosedWords.Of(word.ToString()), Name = ClosedWords.Of(word.ToString()).Replace('_', ' ') };
}

/// <summary>The labels of words, places and actors. Each is read once.</summary>
public sealed class LabelReader(Lane lane)
{
    readonly Dictionary<(Func<Lane, string, LocalNames?> Read, string Id), LocalNames?> known = [];

    public Label Word(string registry, string key) => Of(RegistryReads.LabelsOfWord, $"{registry}.{key}", key);

    public Label Place(string id) => Of(RegistryReads.NamesOfPlace, id, id);

    public Label Actor(string id) => Of(RegistryReads.NamesOfActor, id, id);

    Label Of(Func<Lane, string, LocalNames?> read, string id, string shown)
    {
        if (!known.TryGetValue((read, id), out var names)) known[(read, id)] = names = read(lane, id);
        return new() { Id = shown, Name = names?.En ?? shown, Names = names };
    }
}
