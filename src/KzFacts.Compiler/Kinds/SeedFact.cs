using KzFacts.Compiler.Derivation;
using KzFacts.Compiler.Seeds;
using KzFacts.Data.Facts;
using KzFacts.Data.Registries;

namespace KzFacts.Compiler.Kinds;

/// <summary>A fact in the seeds. The abstract members are what the compiler needs to know about each kind.</summary>
public abstract record SeedFact : SeedNamed
{
    /// <summary>Related facts by relation.</summary>
    [RefersTo("fact")]
    public Dictionary<RelationType, List<string>> Related { get; init; } = [];

    public required List<SeedClaim> Claims { get; init; }

    public abstract Kind Kind { get; }

    /// <summary>When it began, or null.</summary>
    public abstract PartialDate? Began { get; }

    /// <summary>When it ended, or null.</summary>
    public virtual PartialDate? Ended => null;

    /// <summary>The precision of the beginning, if its date does not show it.</summary>
    public virtual Precision? StatedPrecision => null;

    /// <summary>The ids of the places where it happened.</summary>
    /// <param name="summaryOf">Looks up other facts. All of them are known by then.</param>
    public abstract IReadOnlyList<string> PlacesOf(Func<string, FactSummary> summaryOf);

    /// <summary>Whether the places are those of other facts.</summary>
    public virtual bool TakesPlacesOfOthers => false;

    /// <summary>The ids of the participants.</summary>
    public abstract IEnumerable<(string Actor, Role Role)> Participants { get; }

    /// <summary>The ids of the registry words by which a search finds the fact, such as <c>topic.economy</c>.</summary>
    public abstract IEnumerable<string> SearchWords { get; }

    /// <summary>The texts by which a search finds the fact, apart from its title and summary.</summary>
    public abstract IEnumerable<string?> SearchTexts { get; }

    /// <summary>The title in every language that has a label for each of its words.</summary>
    public abstract LocalNames TitlesIn(Registries names);

    /// <summary>The record with the summary and the fields of the kind. The caller sets the fields that all kinds have.</summary>
    public abstract Fact Draft(Registries names, Func<string, FactSummary> summaryOf);

    /// <summary>The period at the beginning of the id.</summary>
    public PartialDate? IdDate
    {
        get
        {
            foreach (var length in (ReadOnlySpan<int>)[10, 7, 4])
                if (Id.Length > length && Id[length] == '-' && PartialDate.TryParse(Id[..length], out var date)) return date;
            return null;
        }
    }

    /// <summary>The time of the fact in days. Without a known beginning there is no first day, and the last day is the end of the
    /// fact or of the period in its id.</summary>
    public (DateOnly? First, DateOnly Last, string? Time, Precision Precision) Time()
    {
        if (Began is not { } began) return (null, (Ended ?? IdDate!.Value).Last, null, Precision.Unknown);
        var last = (Ended ?? began).Last;
        return (began.First, last < began.First ? began.First : last, began.Time, StatedPrecision ?? began.Precision);
    }

    public override IEnumerable<FieldProblem> Problems()
    {
        foreach (var problem in base.Problems()) yield return problem;
        if (IdDate is not { } idDate)
            yield return new("id", $"'{Id}' does not begin with its date",
                "such as 2022-01-05-unrest, or 2022-01-… where only the month is known");
        else if (Began is { } began && (began.First < idDate.First || began.First > idDate.Last))
            yield return new("id", $"'{Id}' begins with a date other than the fact's, {began.Text}");
        if (Ended is { } until && (Began ?? IdDate) is { } from && IsBefore(until, from))
            yield return new("end", $"the end, {until.Text}, lies before the start, {from.Text}");
        if (Claims.Count == 0) yield return new("claims", "a fact has at least one claim");
        foreach (var twice in Claims.GroupBy(claim => claim.Source).Where(group => group.Count() > 1))
            yield return new("claims", $"source '{twice.Key}' has {twice.Count()} claims",
                "give one claim for each source; put differences into its values and details");
        if (Kind != Kind.Statement && Claims.Find(claim => claim.Stance == Stance.Rebuts) is { } rebuttal)
            yield return new("claims", $"source '{rebuttal.Source}' rebuts, but only statements can be rebutted", "disputes");
        if (Related.Values.Any(ids => ids.Contains(Id))) yield return new("related", "a fact cannot be related to itself");
    }

    static bool IsBefore(PartialDate until, PartialDate from) =>
        until.Last < from.First || (until.First == from.First && string.CompareOrdinal(until.Time ?? from.Time, from.Time) < 0);

    protected static IEnumerable<FieldProblem> LengthProblems(string field, string? text, int most)
    {
        if (text?.Length > most) yield return new(field, $"{field} has {text.Length} characters", $"{most} at the most");
        if (text is { Length: 0 }) yield return new(field, $"{field} is empty");
    }

    /// <summary>A record whose required properties are not set yet. The caller sets those of the kind with <c>with</c>;
    /// <see cref="FactBuilder"/> sets the others.</summary>
    protected static TFact Blank<TFact>() where TFact : Fact => Activator.CreateInstance<TFact>();
}
