using System.ComponentModel;
using KzFacts.Data.Facts;
using KzFacts.Data.Querying;

namespace KzFacts.Data.Series;

[Description("What is said of the deployments of one contributor that had come to one phase.")]
public sealed record DeploymentSummary
{
    [Description("The state or alliance that sends.")]
    public required Label Contributor { get; init; }

    [Description("How far they had come.")]
    public required Phase Phase { get; init; }

    [Description("How many facts say so, retracted ones included.")]
    public required int Facts { get; init; }

    [Description("How many of them are retracted.")]
    public required int Retracted { get; init; }

    [Description(
        "How many people: the lowest and the highest of all facts that are not retracted, and as best what the fact with the most " +
        "origins says. Never added up, as facts may tell of the same people; null where none gives a number.")]
    public Band? Personnel { get; init; }

    [Description("The fact that the best number is of, or null.")]
    public FactReference? BestFact { get; init; }

    [Description("What the claims of that fact together say, or null.")]
    public Status? BestStatus { get; init; }

    [Description("First day of the facts whose first day is known, or null.")]
    public DateOnly? First { get; init; }

    [Description("Last day of the facts.")]
    public required DateOnly Last { get; init; }

    /// <summary>A summary for each contributor, by id, and phase.</summary>
    /// <exception cref="InvalidParametersException">They are too many.</exception>
    public static IReadOnlyList<DeploymentSummary> Of(Lane lane, DeploymentFilter filter)
    {
        var labels = new Labels(lane);
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
