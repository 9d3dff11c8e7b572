using KzFacts.Compiler.Derivation;
using KzFacts.Compiler.Seeds;
using KzFacts.Data.Facts;
using KzFacts.Data.Registries;

namespace KzFacts.Compiler.Kinds;

/// <summary>A deployment of troops that happened or was announced.</summary>
public sealed record SeedDeployment : SeedFact
{
    public override Kind Kind => Kind.Deployment;

    [WordOf("operation")]
    public required string Operation { get; init; }

    [RefersTo("actor")]
    public required string Contributor { get; init; }

    [RefersTo("actor"), PageValue]
    public string? Formation { get; init; }

    [RefersTo("place"), PageValue]
    public string? Origin { get; init; }

    [RefersTo("place"), PageValue]
    public string? Destination { get; init; }

    [PageValue]
    public required Phase Phase { get; init; }

    [PageValue]
    public NumberRange? Personnel { get; init; }

    /// <summary>In our words; at most 400 characters.</summary>
    [PageValue]
    public string? Equipment { get; init; }

    /// <summary>In our words; at most 400 characters.</summary>
    [PageValue]
    public string? LegalBasis { get; init; }

    [PageValue]
    public PartialDate? Start { get; init; }

    [PageValue]
    public PartialDate? End { get; init; }

    public override PartialDate? Began => Start;

    public override PartialDate? Ended => End;

    public override IReadOnlyList<string> PlacesOf(Func<string, FactSummary> summaryOf) => Destination is null ? [] : [Destination];

    public override IEnumerable<(string Actor, Role Role)> Participants =>
        OtherFormation is null ? [(Contributor, Role.Contributor)] : [(Contributor, Role.Contributor), (OtherFormation, Role.Formation)];

    public override IEnumerable<string> SearchWords => [$"operation.{Operation}"];

    public override IEnumerable<string?> SearchTexts => [Equipment, LegalBasis];

    /// <summary>The formation, unless it is the contributor itself.</summary>
    string? OtherFormation => Formation == Contributor ? null : Formation;

    public override LocalNames TitlesIn(Registries names) =>
        TitleLabels.TitlesIn(names, (language, labels) => language.Facts.Deployment.Title(new(
        labels.Actor(Contributor), OtherFormation is null ? null : labels.Actor(OtherFormation),
        Destination is null ? null : labels.Place(Destination), Personnel is null ? null : language.Say(Personnel), language.Say(Phase))));

    public override Fact Draft(Registries names, Func<string, FactSummary> summaryOf) => Blank<Deployment>() with
    {
        Operation = Operation,
        Contributor = names.Actors[Contributor].Reference,
        Formation = Formation is null ? null : names.Actors[Formation].Reference,
        Origin = Origin is null ? null : names.Places[Origin].Reference,
        Destination = Destination is null ? null : names.Places[Destination].Reference,
        Phase = Phase,
        Personnel = Personnel,
        Equipment = Equipment,
        LegalBasis = LegalBasis,
        Start = Start?.Text,
        End = End?.Text,
        Summary = Equipment,
    };

    public override IEnumerable<FieldProblem> Problems() =>
        base.Problems().Concat(LengthProblems("equipment", Equipment, 400)).Concat(LengthProblems("legalBasis", LegalBasis, 400));
}
