using System.ComponentModel;
using KzFacts.Data.Querying;

namespace KzFacts.Data.Registries;

[Description("A word of a registry, with its labels.")]
public sealed record Word
{
    [Description("The registry and the key, joined by a dot: commodity.lpg.")]
    public required string Id { get; init; }

    [Description("The registry: commodity, currency, group, operation, price_measure, toll_measure, topic, unit.")]
    public required string Registry { get; init; }

    [Description("The word as facts and filters spell it.")]
    public required string Key { get; init; }

    [Description("The label in each language.")]
    public required LocalNames Labels { get; init; }

    [Description("The number of facts that use it.")]
    public required int FactCount { get; init; }

    public static readonly Collection<Word, WordFilter> Collection =
        new() { Name = "Word", Path = "words", Label = "Words", Table = "word" };
}

public sealed record WordFilter : Filter
{
    [Description("Only words of these registries."), Choice("commodity", "currency", "group", "operation", "price_measure", "toll_measure",
        "topic", "unit"), Column("registry")]
    public string[]? Registry { get; init; }

    [Description("Words of the label, in any language."), Text, FullText("word_search")]
    public string? Q { get; init; }

    /// <summary>The full-text query for <see cref="Q"/>.</summary>
    public string? Match => FullText.Query(Q);
}
