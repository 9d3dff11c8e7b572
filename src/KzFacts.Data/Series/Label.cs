using System.ComponentModel;
using System.Text.Json;
using KzFacts.Data.Facts;
using KzFacts.Data.Names;
using KzFacts.Data.Querying;

namespace KzFacts.Data.Series;

[Description("What to write at a line, an axis or a column.")]
public sealed record Label
{
    [Description("The word, or the id of the place or actor.")]
    public required string Id { get; init; }

    [Description("In English.")]
    public required string Name { get; init; }

    [Description("By language; null for closed words, which have no labels of their own.")]
    public LocalNames? Names { get; init; }

    /// <summary>The label of a closed word.</summary>
    public static Label Of(Enum word) => new() { Id = Words.Of(word.ToString()), Name = Words.Of(word.ToString()).Replace('_', ' ') };
}

/// <summary>The labels of words, places and actors, each read once.</summary>
public sealed class Labels(Lane lane)
{
    readonly Dictionary<(string Table, string Id), LocalNames?> known = [];

    public Label Word(string registry, string key) => Of("select document ->> '$.labels' from word where id = @id", "word", $"{registry}.{key}", key);

    public Label Place(string id) => Of("select document ->> '$.names' from place where id = @id", "place", id, id);

    public Label Actor(string id) => Of("select document ->> '$.names' from actor where id = @id", "actor", id, id);

    Label Of(string sql, string table, string id, string shown)
    {
        if (!known.TryGetValue((table, id), out var names))
            known[(table, id)] = names = lane.Texts(sql, new { id }) is [var json] ? JsonSerializer.Deserialize<LocalNames>(json, FactJson.Options) : null;
        return new() { Id = shown, Name = names?.En ?? shown, Names = names };
    }
}
