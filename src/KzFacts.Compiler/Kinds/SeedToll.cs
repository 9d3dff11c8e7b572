using KzFacts.Compiler.Derivation;
using KzFacts.Compiler.Seeds;
using KzFacts.Data.Facts;
using KzFacts.Data.Registries;

namespace KzFacts.Compiler.Kinds;

/// <summary>A count of victims, arrests or damage.</summary>
public sealed record SeedToll : SeedFact
{
    public override Kind Kind => Kind.Toll;

    [WordOf("toll_measure")]
    public required string Measure { get; init; }

    [WordOf("group"), PageValue]
    public required string Group { get; init; }

    [PageValue]
    public NumberRange? Count { get; init; }

    /// <summary>The day to which the count refers.</summary>
    [PageValue]
    public required PartialDate CountedOn { get; init; }

    [RefersTo("place"), PageValue]
    public required string Place { get; init; }

    [RefersTo("actor")]
    public string? ReportedBy { get; init; }

    /// <summary>Remarks in our words; at most 400 characters.</summary>
    [PageValue]
    public string? Note { get; init; }

    public override PartialDate? Began => CountedOn;

    public override IReadOnlyList<string> PlacesOf(Func<string, FactSummary> summaryOf) => [Place];

    public override IEnumerable<(string Actor, Role Role)> Participants => ReportedBy is null ? [] : [(ReportedBy, Role.Reporter)];

    public override IEnumerable<string> SearchWords => [$"toll_measure.{Measure}", $"group.{Group}"];

    public override IEnumerable<string?> SearchTexts => [];

    public override LocalNames TitlesIn(Registries names) =>
        TitleLabels.TitlesIn(names, (language, labels) => language.Facts.Toll.Title(new(
        labels.Capital("toll_measure", Measure), Group == Toll.Everybody ? null : labels.Word("group", Group), labels.Place(Place),
        Count is null ? null : language.Say(Count))));

    public override Fact Draft(Registries names, Func<string, FactSummary> summaryOf) => Blank<Toll>() with
    {
        Measure = Measure,
        Group = Group,
        Count = Count,
        CountedOn = CountedOn.Text,
        ReportedBy = ReportedBy is null ? null : names.Actors[ReportedBy].Reference,
        Note = Note,
        Summary = Note,
    };

    public override IEnumerable<FieldProblem> Problems() => base.Problems().Concat(LengthProblems("note", Note, 400));
}
