using System.ComponentModel;
using KzFacts.Data.Querying;

namespace KzFacts.Data.Facts;

[Description("What was known of a fact, day by day.")]
public sealed record FactHistory
{
    [Description("The id of the fact.")]
    public required string Id { get; init; }

    [Description("The kind of the fact.")]
    public required Kind Kind { get; init; }

    [Description("The present title.")]
    public required string Title { get; init; }

    [Description("The versions, the earliest first. The last one is the present one.")]
    public required IReadOnlyList<HistoryVersion> Versions { get; init; }

    /// <summary>The history of a fact. Null if the id is unknown.</summary>
    public static FactHistory? Of(Lane lane, string id)
    {
        Fact? last = null;
        List<HistoryVersion> versions = [];
        FactReads.Versions(lane, id, row =>
        {
            var fact = FactJson.Read<Fact>(row.Utf8(0));
            var before = last?.Claims!.Select(claim => claim.Source.Id).ToHashSet() ?? [];
            versions.Add(new()
            {
                From = FactReads.Day(row.Text(1))!.Value,
                Until = FactReads.Day(row.Text(2)),
                Current = row.Number(3) == 1,
                Status = fact.Status,
                Retraction = fact.Retraction,
                Origins = fact.Origins,
                Supports = fact.Supports,
                Rebuts = fact.Rebuts,
                Disputes = fact.Disputes,
                Retracts = fact.Retracts,
                Figures = fact.Figures,
                Relations = fact.Relations,
                NewClaims = [.. fact.Claims!.Where(claim => !before.Contains(claim.Source.Id))],
            });
            last = fact;
        });
        return last is null ? null : new() { Id = last.Id, Kind = last.Kind, Title = last.Title, Versions = versions };
    }

    /// <summary>What the snapshot stores if no day ends a version. As text it sorts after every day of the calendar.</summary>
    public const string Forever = "forever";
}

[Description("What was known of a fact during a period.")]
public sealed record HistoryVersion
{
    [Description("The first day at whose end this version held.")]
    public required DateOnly From { get; init; }

    [Description("The first day at whose end this version no longer held. Null if it still holds.")]
    public DateOnly? Until { get; init; }

    [Description("Whether this is the present version.")]
    public required bool Current { get; init; }

    [Description("What the claims said together.")]
    public required Status Status { get; init; }

    [Description("The retraction, if the fact was retracted. Otherwise null.")]
    public Retraction? Retraction { get; init; }

    [Description("The number of independent origins that supported it: reported independently, not proven true.")]
    public required int Origins { get; init; }

    [Description("The number of pages that supported it.")]
    public required int Supports { get; init; }

    [Description("For a statement: the number of pages that reported it and said that its content is untrue.")]
    public required int Rebuts { get; init; }

    [Description("The number of pages that disputed it.")]
    public required int Disputes { get; init; }

    [Description("The number of pages that said that it was retracted.")]
    public required int Retracts { get; init; }

    [Description("The numbers that the supporting pages gave for each field.")]
    public required IReadOnlyList<Figure> Figures { get; init; }

    [Description("The related facts that were known.")]
    public required IReadOnlyList<Relation> Relations { get; init; }

    [Description("The claims that are new compared with the version before. Empty if only a related fact became known.")]
    public required IReadOnlyList<Claim> NewClaims { get; init; }
}
