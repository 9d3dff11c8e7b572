using System.Collections.Immutable;

namespace KzFacts.Data.Checking;

/// <summary>What a text says before a sentence: the headline and the sentences before give a sentence the day and the place that it
/// leaves out.</summary>
/// <param name="Day">The day that was named last, or null.</param>
/// <param name="Places">The places that were named last.</param>
public sealed record TextContext(DateOnly? Day = null, ImmutableArray<string> Places = default)
{
    public bool HasPlaces => !Places.IsDefaultOrEmpty;

    /// <summary>The context of the sentences after this one.</summary>
    public TextContext After(StatedSentence sentence) => new(
        sentence.Dates.Select(date => date.FirstDay > 0 ? date.Days(sentence.Published?.Year ?? Day?.Year ?? 0)?.First : null)
            .LastOrDefault(day => day is not null) ?? Day,
        sentence.Names.SelectMany(name => name.Places).ToImmutableArray() is { Length: > 0 } places ? places : Places);

    public bool Equals(TextContext? other) =>
        other is not null && Day == other.Day && (Places.IsDefault ? [] : Places).SequenceEqual(other.Places.IsDefault ? [] : other.Places);

    public override int GetHashCode() => Day.GetHashCode();
}
