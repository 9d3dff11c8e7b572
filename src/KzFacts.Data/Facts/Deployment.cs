using System.ComponentModel;
using KzFacts.Data.Names;
using KzFacts.Data.Querying;

namespace KzFacts.Data.Facts;

/// <summary>How far a deployment had come.</summary>
public enum Phase { Possible, Announced, Arrived, Active, Withdrawn }

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

    public static readonly Collection<Deployment, DeploymentFilter> Collection = Facts<Deployment, DeploymentFilter>(Kind.Deployment, "deployments", "Deployments");
}

public sealed record DeploymentFilter : FactFilter
{
    [Description("Only these operations."), Word("operation"), Where("f.operation in @Operation")]
    public string[]? Operation { get; init; }

    [Description("Only deployments sent by these."), Known("actor"), Where("f.contributor in @Contributor", Indexed = true)]
    public string[]? Contributor { get; init; }

    [Description("Only these units."), Known("actor"), Where("f.formation in @Formation")]
    public string[]? Formation { get; init; }

    [Description("Only deployments that had come this far."), OneOf<Phase>, Where("f.phase in @Phase")]
    public string[]? Phase { get; init; }
}
