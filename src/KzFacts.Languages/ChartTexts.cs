using KzFacts.Data.Series;

namespace KzFacts.Languages;

/// <summary>The texts of the charts in one language, apart from the facts.</summary>
public sealed record ChartTexts
{
    public required string Prices { get; init; }
    public required string Tolls { get; init; }
    public required string Deployments { get; init; }
    public required string Map { get; init; }

    /// <summary>The title of a timeline, by the length of its steps.</summary>
    public required IReadOnlyDictionary<TimelineBucket, string> Timeline { get; init; }

    public required string Revision { get; init; }

    /// <summary>The note with the number of facts and the number of pages.</summary>
    public required Func<string, string, string> DrawnFrom { get; init; }
    public required Func<string, string> AsKnownOn { get; init; }
    public required string Empty { get; init; }
    public required string SinglePoint { get; init; }
    public required string SinglePoints { get; init; }
    public required Func<string, string> More { get; init; }
    public required string Band { get; init; }
    public required string Number { get; init; }
    public required string People { get; init; }
    public required string Best { get; init; }
    public required string MapUnit { get; init; }
    public required string NoNumber { get; init; }
    public required string Differ { get; init; }
    public required string Other { get; init; }
    public required string Everywhere { get; init; }
    public required Func<string, string> Aside { get; init; }
    public required string OffMap { get; init; }
    public required Func<string, string> Unplaced { get; init; }
    public required string Doubtful { get; init; }
    public required string CannotDraw { get; init; }
}
