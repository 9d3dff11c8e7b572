using System.ComponentModel;
using KzFacts.Data.Checking;
using KzFacts.Data.Querying;
using KzFacts.Data.Registries;

namespace KzFacts.Data.Facts;

/// <summary>How far a deployment has got.</summary>
public enum Phase
{
    [Description("The troops may be sent.")]
    Possible,

    [Description("The deployment was announced.")]
    Announced,

    [Description("The troops arrived.")]
    Arrived,

    [Description("The troops are at work.")]
    Active,

    [Description("The troops left.")]
    Withdrawn,
}

[Description("A deployment of troops that happened or was announced.")]
public sealed record Deployment : Fact
{
    [Description("The operation. /v1/words has its labels.")]
    public required string Operation { get; init; }

    [Description("The state or alliance that sends the troops.")]
    public required ActorReference Contributor { get; init; }

    [Description("The unit that is sent, or null.")]
    public ActorReference? Formation { get; init; }

    [Description("The place from which they come, or null.")]
    public PlaceReference? Origin { get; init; }

    [Description("The place to which they go, or null.")]
    public PlaceReference? Destination { get; init; }

    [Description("How far the deployment has got.")]
    public required Phase Phase { get; init; }

    [Description("The number of people, or null.")]
    public NumberRange? Personnel { get; init; }

    [Description("The equipment, in our words, or null.")]
    public string? Equipment { get; init; }

    [Description("The legal basis, in our words, or null.")]
    public string? LegalBasis { get; init; }

    [Description("The start: ISO 8601 with the known precision, or null.")]
    public string? Start { get; init; }

    [Description("The end: ISO 8601 with the known precision, or null.")]
    public string? End { get; init; }

    protected override Kind OwnKind => Kind.Deployment;

    public static readonly Collection<Deployment, DeploymentFilter> Collection =
        KindDefinition.Collect<Deployment, DeploymentFilter>(Kind.Deployment, "deployments", "Deployments");
}

public sealed record DeploymentFilter : FactFilter
{
    [Description("Only deployments of these operations."), Word("operation"), Column("operation")]
    public string[]? Operation { get; init; }

    [Description("Only deployments by these contributors."), Known("actor"), Column("contributor")]
    public string[]? Contributor { get; init; }

    [Description("Only deployments of these units."), Known("actor"), Column("formation")]
    public string[]? Formation { get; init; }

    [Description("Only deployments in these phases."), OneOf<Phase>, Column("phase")]
    public string[]? Phase { get; init; }
}

/// <summary>The definition of deployments.</summary>
sealed class DeploymentKind : KindDefinition<Deployment>
{
    public override ICollection Collection => Deployment.Collection;

    public override IEnumerable<Cell> CellsOf(Deployment fact) =>
        [new("operation", fact.Operation), new("contributor", fact.Contributor.Id), new("formation", fact.Formation?.Id),
            new("phase", ClosedWords.Of(fact.Phase))];

    public override IEnumerable<(string Field, NumberRange? Value)> NumbersOf(Deployment fact) => [("personnel", fact.Personnel)];

    internal override IEnumerable<(string Column, string Key)> ComparableWith(StatedSentence sentence) => sentence.Has("troops")
        ? sentence.Names.SelectMany(name => name.Actors).Distinct().Select(actor => ("contributor", actor)) : [];

    internal override Compared? Compare(Comparison on, HeldFact held) => DeploymentComparison.Of(on, held);
}
