using System.ComponentModel;
using KzFacts.Data.Querying;

namespace KzFacts.Data.Facts;

[Description("What was known of a fact, day by day.")]
public sealed record FactHistory
{
    [Description("The fact's id.")]
    public required string Id { get; init; }

    [Description("The sort of fact.")]
    public required Kind Kind { get; init; }

    [Description("Its present title.")]
    public required string Title { get; init; }

    [Description("Its versions, the earliest first; the last is the present.")]
    public required IReadOnlyList<HistoryVersion> Versions { get; init; }

    /// <summary>The history of a fact, or null where there is none of this id.</summary>
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

    /// <summary>What the snapshot holds where no day ends a version. As text it comes after every day of the calendar.</summary>
    public const string Forever = "forever";
}

[Description("What was known of a fact from one day until another.")]
public sealed record HistoryVersion
{
    [Description("The first day on whose end it held.")]
    public required DateOnly From { get; init; }

    [Description("The first day on whose end it no longer held, or null while it holds.")]
    public DateOnly? Until { get; init; }

    [Description("Whether it is the present.")]
    public required bool Current { get; init; }

    [Description("What the claims together said.")]
    public required Status Status { get; init; }

    [Description("The withdrawal, where it was retracted; else null.")]
    public Retraction? Retraction { get; init; }

    [Description("Independent origins that supported it: reported independently, not proven true.")]
    public required int Origins { get; init; }

    [Description("Pages that supported it.")]
    public required int Supports { get; init; }

    [Description("Of a statement: pages that reported it and said that what it says is untrue.")]
    public required int Rebuts { get; init; }

    [Description("Pages that disputed it.")]
    public required int Disputes { get; init; }

    [Description("Pages that said it was withdrawn.")]
    public required int Retracts { get; init; }

    [Description("The competing figures, field by field.")]
    public required IReadOnlyList<Figure> Figures { get; init; }

    [Description("Related facts that were known.")]
    public required IReadOnlyList<Relation> Relations { get; init; }

    [Description("The claims that made it differ from the version before; none where a related fact became known.")]
    public required IReadOnlyList<Claim> NewClaims { get; init; }
}
