using KzFacts.Data.Facts;

namespace KzFacts.Languages;

/// <summary>The words of a language for the closed words of the facts and for things that are counted.</summary>
public sealed record WordTexts
{
    public required IReadOnlyDictionary<Enum, string> Closed { get; init; }

    /// <summary>The meaning of each status, in a sentence or two.</summary>
    public required IReadOnlyDictionary<Status, string> Meanings { get; init; }

    /// <summary>The names of languages by their ISO 639-1 codes.</summary>
    public required IReadOnlyDictionary<string, string> LanguageNames { get; init; }

    public required Plural FactCount { get; init; }

    public required Plural PageCount { get; init; }

    public required Plural OriginCount { get; init; }

    public required Func<string, string> OrMore { get; init; }

    public required Func<string, string> UpTo { get; init; }

    /// <summary>The text for a fact that is known by its latest day only, with that day.</summary>
    public required Func<string, string> By { get; init; }
}
