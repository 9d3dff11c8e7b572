using KzFacts.Compiler.Derivation;
using KzFacts.Compiler.Seeds;
using KzFacts.Data.Facts;
using KzFacts.Data.Registries;

namespace KzFacts.Compiler.Kinds;

/// <summary>Something that happened.</summary>
public sealed record SeedEvent : SeedFact
{
    public override Kind Kind => Kind.Event;

    public required EventType Type { get; init; }

    /// <summary>At most 90 characters.</summary>
    public required string Title { get; init; }

    /// <summary>At most 400 characters.</summary>
    public required string Summary { get; init; }

    [PageValue]
    public required PartialDate Start { get; init; }

    [PageValue]
    public PartialDate? End { get; init; }

    /// <summary>Only if the date does not show the precision: <c>hour</c> for "about this time".</summary>
    public Precision? Precision { get; init; }

    [RefersTo("place")]
    public List<string> Places { get; init; } = [];

    /// <summary>Actors by role.</summary>
    [RefersTo("actor")]
    public Dictionary<Role, List<string>> Actors { get; init; } = [];

    public override PartialDate? Began => Start;

    public override PartialDate? Ended => End;

    public override Precision? StatedPrecision => Precision;

    public override IReadOnlyList<string> PlacesOf(Func<string, FactSummary> summaryOf) => Places;

    public override IEnumerable<(string Actor, Role Role)> Participants =>
        Actors.SelectMany(role => role.Value.Select(actor => (actor, role.Key)));

    public override IEnumerable<string> SearchWords => [];

    public override IEnumerable<string?> SearchTexts => [];

    public override LocalNames TitlesIn(Registries names) => new() { En = Title };

    public override Fact Draft(Registries names, Func<string, FactSummary> summaryOf) =>
        Blank<Event>() with { Type = Type, Start = Start.Text, End = End?.Text, Summary = Summary };

    public override IEnumerable<FieldProblem> Problems() =>
        base.Problems().Concat(LengthProblems("title", Title, 90)).Concat(LengthProblems("summary", Summary, 400));
}
