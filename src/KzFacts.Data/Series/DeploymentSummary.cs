using System.ComponentModel;
using KzFacts.Data.Facts;
using KzFacts.Data.Querying;

namespace KzFacts.Data.Series;

[Description("What facts say about the deployments of one contributor in one phase.")]
public sealed record DeploymentSummary
{
    [Description("The state or alliance that sends the troops.")]
    public required Label Contributor { get; init; }

    [Description("How far the deployments have got.")]
    public required Phase Phase { get; init; }

    [Description("The number of facts, including retracted ones.")]
    public required int Facts { get; init; }

    [Description("The number of retracted facts.")]
    public required int Retracted { get; init; }

    [Description(
        "The number of people: the lowest and the highest of all facts that are not retracted. The best number is that of the fact " +
        "with the most origins. Numbers are never added up, because facts may be about the same people. Null if no fact has a number.")]
    public Band? Personnel { get; init; }

    [Description("The fact that has the best number, or null.")]
    public FactReference? BestFact { get; init; }

    [Description("The status of that fact, or null.")]
    public Status? BestStatus { get; init; }

    [Description("The first day of the facts, as far as it is known, or null.")]
    public DateOnly? First { get; init; }

    [Description("The last day of the facts.")]
    public required DateOnly Last { get; init; }

    /// <summary>One summary for each contributor and phase, ordered by their ids.</summary>
    /// <exception cref="InvalidParametersException">There are too many.</exception>
    public static IReadOnlyList<DeploymentSummary> Of(Lane lane, DeploymentFilter filter)
    {
        var labels = new LabelReader(lane);
        return Deployment.Collection.Facts(lane, filter)
            .GroupBy(deployment => (Contributor: deployment.Contributor.Id, deployment.Phase))
            .OrderBy(group => group.Key.Contributor, StringComparer.Ordinal).ThenBy(group => group.Key.Phase)
            .Select(group => Of(labels.Actor(group.Key.Contributor), group.Key.Phase, [.. group])).Bounded();
    }

    static DeploymentSummary Of(Label contributor, Phase phase, IReadOnlyList<Deployment> facts)
    {
        var counted = facts.Where(fact => fact.Status != Status.Retracted)
            .Select(fact => (Fact: fact, Band: Band.Of(fact, "personnel", fact.Personnel))).Where(one => one.Band is not null)
            .OrderByDescending(one => one.Fact.Origins).ThenByDescending(one => one.Fact.OrderedBy())
                .ThenBy(one => one.Fact.Id, StringComparer.Ordinal).ToList();
        var best = counted.FirstOrDefault();
        return new()
        {
            Contributor = contributor,
            Phase = phase,
            Facts = facts.Count,
            Retracted = facts.Count(fact => fact.Status == Status.Retracted),
            Personnel = best.Band is null
                ? null : best.Band with
                {
                    Low = counted.Min(one => one.Band!.Low),
                    High = counted.Max(one => one.Band!.High),
                    Differ = counted.Exists(one => one.Band!.Differ)
                },
            BestFact = best.Fact?.Reference(),
            BestStatus = best.Fact?.Status,
            First = facts.Min(fact => fact.Day()),
            Last = facts.Max(fact => fact.Last),
        };
    }
}
