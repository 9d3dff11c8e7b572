using KzFacts.Data.Facts;

namespace KzFacts.Api.Pages;

/// <summary>What the pages call the closed words of the facts in a language.</summary>
public sealed record WordTexts
{
    public required IReadOnlyDictionary<Enum, string> Closed { get; init; }

    /// <summary>What a status means, in a sentence or two.</summary>
    public required IReadOnlyDictionary<Status, string> Meanings { get; init; }

    /// <summary>Languages by their ISO 639-1 codes.</summary>
    public required IReadOnlyDictionary<string, string> LanguageNames { get; init; }
}
