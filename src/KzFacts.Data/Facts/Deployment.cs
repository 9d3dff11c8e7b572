using System.ComponentModel;
using KzFacts.Data.Checking;
using KzFacts.Data.Names;
using KzFacts.Data.Querying;

namespace KzFacts.Data.Facts;

/// <summary>How far a deployment had come.</summary>
public enum Phase
{
    [Description("It may be sent.")]
    Possible,

    [Description("It was announced.")]
    Announced,

    [Description("It arrived.")]
    Arrived,

    [Description("It is at work.")]
    Active,

    [Description("It left.")]
    Withdrawn,
}

[Description("Troops sent, or said to be sent, somewhere.")]
public sealed record Deployment : Fact
{
    [Description("The operation it belongs to; labels under /v1/words.")]
    public required string Operation { get; init; }

    [Description("The state or alliance that sends.")]
    public required ActorReference Contributor { get; init; }

    [Description("The unit sent, or null.")]
    public ActorReference? Formation { get; init; }

    [Description("From where, or null.")]
    public PlaceReference? Origin { get; init; }

    [Description("To where, or null.")]
    public PlaceReference? Destination { get; init; }

    [Description("How far it had come.")]
    public required Phase Phase { get; init; }

    [Description("How many people, or null.")]
    public NumberRange? Personnel { get; init; }

    [Description("Equipment, in our words, or null.")]
    public string? Equipment { get; init; }

    [Description("Legal basis, in our words, or null.")]
    public string? LegalBasis { get; init; }

    [Description("Start, ISO 8601, cut to what is known, or null.")]
    public string? Start { get; init; }

    [Description("End, ISO 8601, cut to what is known, or null.")]
    public string? End { get; init; }

    protected override Kind OwnKind => Kind.Deployment;

    public static readonly Collection<Deployment, DeploymentFilter> Collection =
        FactKind.Collect<Deployment, DeploymentFilter>(Kind.Deployment, "deployments", "Deployments");
}

public sealed record DeploymentFilter : FactFilter
{
    [Description("Only these operations."), Word("operation"), Column("operation")]
    public string[]? Operation { get; init; }

    [Description("Only deployments sent by these."), Known("actor"), Column("contributor")]
    public string[]? Contributor { get; init; }

    [Description("Only these units."), Known("actor"), Column("formation")]
    public string[]? Formation { get; init; }

    [Description("Only deployments that had come this far."), OneOf<Phase>, Column("phase")]
    public string[]? Phase { get; init; }
}

/// <summary>What the program has to know of deployments.</summary>
sealed class DeploymentKind : FactKind<Deployment>
{
    public override ICollection Collection => Deployment.Collection;

    public override IEnumerable<Column> ColumnsOf(Deployment fact) =>
        [new("operation", fact.Operation), new("contributor", fact.Contributor.Id), new("formation", fact.Formation?.Id),
            new("phase", Words.Of(fact.Phase))];

    public override IEnumerable<(string Field, NumberRange? Value)> NumbersOf(Deployment fact) => [("personnel", fact.Personnel)];

    internal override IEnumerable<(string Column, string Key)> ComparableWith(StatedSentence sentence) => sentence.Has("troops")
        ? sentence.Names.SelectMany(name => name.Actors).Distinct().Select(actor => ("contributor", actor)) : [];

    internal override Judgement? Compare(Comparison on, HeldFact held) => DeploymentComparison.Of(on, held);
}
