using KzFacts.Data.Facts;

namespace KzFacts.Languages;

/// <summary>What pages and charts call the closed words of the facts in a language, and what they count.</summary>
public sealed record WordTexts
{
    public required IReadOnlyDictionary<Enum, string> Closed { get; init; }

    /// <summary>What a status means, in a sentence or two.</summary>
    public required IReadOnlyDictionary<Status, string> Meanings { get; init; }

    /// <summary>Languages by their ISO 639-1 codes.</summary>
    public required IReadOnlyDictionary<string, string> LanguageNames { get; init; }

    public required Plural FactCount { get; init; }

    public required Plural PageCount { get; init; }

    public required Plural OriginCount { get; init; }

    public required Func<string, string> OrMore { get; init; }

    public required Func<string, string> UpTo { get; init; }

    /// <summary>What was so by a day, with that day.</summary>
    public required Func<string, string> By { get; init; }
}
