using System.ComponentModel;
using System.Globalization;
using System.Text.Json.Serialization;
using KzFacts.Data.Names;

namespace KzFacts.Data.Facts;

/// <summary>What every kind of fact has: when, where, who, and which pages say so.</summary>
[Description("What is said to have happened, with the pages that claim it.")]
public abstract record Fact
{
    [Description("Stable, readable id; never reused. It begins with the day, as exactly as the day is known."), JsonPropertyOrder(-1)]
    public required string Id { get; init; }

    [Description("The kind of fact."), JsonPropertyOrder(-1)]
    public Kind Kind => OwnKind;

    protected abstract Kind OwnKind { get; }

    [Description("The fact in one line, in English. The titles of statements, prices, deployments and tolls are made from their fields."),
        JsonPropertyOrder(-1)]
    public required string Title { get; init; }

    [Description("The title in each language that has one."), JsonPropertyOrder(-1)]
    public required LocalNames Titles { get; init; }

    [Description(
        "The fact in a sentence or two: an event's summary, a statement's paraphrase, the cause of a price change, a toll's note; or null."),
        JsonPropertyOrder(-1)]
    public string? Summary { get; init; }

    [Description("First day of the fact, by the calendar of its place; null where no page gives one."), JsonPropertyOrder(-1)]
    public DateOnly? First { get; init; }

    [Description(
        "Last day of the fact, inclusive; without a first day, the day by which it was so. Lists order and filter such a fact by its " +
        "last day."), JsonPropertyOrder(-1)]
    public required DateOnly Last { get; init; }

    [Description("Time of day at which it began, HH:MM, local to its place; or null."), JsonPropertyOrder(-1)]
    public string? Time { get; init; }

    [Description("How exactly the beginning is known; first and last then span the day, month or year meant. unknown: first is null."),
        JsonPropertyOrder(-1)]
    public required Precision Precision { get; init; }

    [Description("Where it happened; a filter by a place also finds what lies in it."), JsonPropertyOrder(1)]
    public required IReadOnlyList<PlaceReference> Places { get; init; }

    [Description("Who took part, with the part they had."), JsonPropertyOrder(1)]
    public required IReadOnlyList<Participant> Actors { get; init; }

    [Description("How it stands to other facts."), JsonPropertyOrder(1)]
    public required IReadOnlyList<Relation> Relations { get; init; }

    [Description(
        "What the claims together say: retracted, disputed, unconfirmed (only speculation), corroborated (two or more independent " +
        "origins report it; reported independently, not proven true), single_source."), JsonPropertyOrder(1)]
    public required Status Status { get; init; }

    [Description("The withdrawal of a retracted fact, else null."), JsonPropertyOrder(1)]
    public Retraction? Retraction { get; init; }

    [Description("Independent origins among the supporting claims: pages that share an origin group count once."), JsonPropertyOrder(1)]
    public required int Origins { get; init; }

    [Description("Pages whose claim supports it."), JsonPropertyOrder(1)]
    public required int Supports { get; init; }

    [Description(
        "Of a statement: pages that report that it was made, and say that what it says is untrue. They support that it was made."),
        JsonPropertyOrder(1)]
    public required int Rebuts { get; init; }

    [Description("Pages that dispute it."), JsonPropertyOrder(1)]
    public required int Disputes { get; init; }

    [Description("Pages that say it was withdrawn."), JsonPropertyOrder(1)]
    public required int Retracts { get; init; }

    [Description("The numbers the supporting pages give, field by field, with their spread."), JsonPropertyOrder(1)]
    public required IReadOnlyList<Figure> Figures { get; init; }

    [Description("Earliest proven day of publication among the supporting pages, or null."), JsonPropertyOrder(1)]
    public DateOnly? FirstReported { get; init; }

    [Description("The pages that claim it, earliest first; in lists only with expand=claims, else null."), JsonPropertyOrder(1)]
    public IReadOnlyList<Claim>? Claims { get; init; }

    [Description("SHA-256 in hex of this fact's finished JSON with its claims and with an empty hash."), JsonPropertyOrder(1)]
    public required string Hash { get; init; }

    /// <summary>Whether pages hold something against it, so that it has a ClaimReview.</summary>
    public bool IsReviewed() => Status is Status.Retracted or Status.Disputed || Rebuts > 0;

    /// <summary>How another document names it.</summary>
    public FactReference Reference() => new() { Id = Id, Kind = Kind, Title = Title, Titles = Titles };

    /// <summary>The day on which it began; null where only its month or year is known, or the day by which it was so.</summary>
    public DateOnly? Day() => Precision is Precision.Month or Precision.Year ? null : First;

    /// <summary>When it began, ISO 8601 cut to what is known: <c>2022-01-05</c>, <c>2022-01</c>, <c>2022</c>; null where nothing
    /// is.</summary>
    public string? Began() =>
        First is { } first ? string.Create(CultureInfo.InvariantCulture,
        $"{first:yyyy-MM-dd}")[..(Precision switch { Precision.Year => 4, Precision.Month => 7, _ => 10 })] : null;

    /// <summary>When it ended, in the same form: the month or year in which it began where its last day is only the end of that.</summary>
    public string Ended() =>
        Began() is { } began && PartialDate.TryParse(began, out var period) && period.Last == Last
        ? began : string.Create(CultureInfo.InvariantCulture, $"{Last:yyyy-MM-dd}");

    /// <summary>The same in words: <c>2022-01</c>, <c>2022-01-05 to 2022-01-19</c>, <c>by 2022-01-14</c>.</summary>
    public string Days() => Began() is not { } began ? $"by {Ended()}" : began == Ended() ? began : $"{began} to {Ended()}";

    /// <summary>The day that a list orders it by: its first, or its last where that is not known.</summary>
    public DateOnly OrderedBy() => First ?? Last;
}

[Description("An actor and its part in a fact.")]
public sealed record Participant
{
    [Description("The actor.")]
    public required ActorReference Actor { get; init; }

    [Description("Its part.")]
    public required Role Role { get; init; }
}

[Description("How a fact stands to another fact.")]
public sealed record Relation
{
    [Description("The relation, read from this fact to the other: this fact is caused_by, part_of … the other.")]
    public required RelationType Type { get; init; }

    [Description("The other fact.")]
    public required FactReference Fact { get; init; }
}

[Description("A fact named in another document.")]
public sealed record FactReference
{
    [Description("The fact's id.")]
    public required string Id { get; init; }

    [Description("The fact's kind.")]
    public required Kind Kind { get; init; }

    [Description("The fact's title, in English.")]
    public required string Title { get; init; }

    [Description("The fact's title in each language that has one.")]
    public required LocalNames Titles { get; init; }
}

[Description("How a fact was withdrawn.")]
public sealed record Retraction
{
    [Description(
        "Earliest proven day on which a page reported the retraction, and at the latest the last day of the event that retracts; null " +
        "where neither is known.")]
    public DateOnly? Since { get; init; }

    [Description("Who withdrew it, as the pages say that report it; empty where they name nobody.")]
    public required IReadOnlyList<ActorReference> By { get; init; }

    [Description("Ids of the sources that report the withdrawal.")]
    public required IReadOnlyList<string> Sources { get; init; }

    [Description("The event that withdrew it, or null.")]
    public FactReference? Event { get; init; }

    [Description("The fact that took its place, or null.")]
    public FactReference? Replacement { get; init; }
}

[Description("A number known within bounds: equal bounds are one number; an open bound is null (more than, up to).")]
public sealed record NumberRange
{
    [Description("Lower bound, or null.")]
    public double? Min { get; init; }

    [Description("Upper bound, or null.")]
    public double? Max { get; init; }

    /// <summary>Whether it is one number.</summary>
    public bool IsExact() => Min is not null && Min.Equals(Max);

    /// <summary>It as one number: of a range the middle, of an open one its bound; null where it has neither.</summary>
    public double? Middle() => this is { Min: { } min, Max: { } max } ? min + (max - min) / 2 : Min ?? Max;

    /// <summary>Whether both can be true at once; an open bound reaches to infinity.</summary>
    public bool Overlaps(NumberRange other) =>
        (Min ?? double.NegativeInfinity) <= (other.Max ?? double.PositiveInfinity)
        && (other.Min ?? double.NegativeInfinity) <= (Max ?? double.PositiveInfinity);

    public override string ToString()
    {
        var culture = System.Globalization.CultureInfo.InvariantCulture;
        return (Min, Max) switch
        {
            ({ } a, { } b) when a.Equals(b) => string.Create(culture, $"{a}"),
            ({ } a, { } b) => string.Create(culture, $"{a}–{b}"),
            ({ } a, null) => string.Create(culture, $"{a} or more"),
            (null, { } b) => string.Create(culture, $"up to {b}"),
            _ => "",
        };
    }
}

[Description("The numbers that the supporting pages give for one field, with their spread.")]
public sealed record Figure
{
    [Description("The field of the fact that the numbers are for.")]
    public required string Field { get; init; }

    [Description("Lowest number given.")]
    public required double Low { get; init; }

    [Description("The value most origins give; on a tie that of the later dated claim, then of the smaller source id.")]
    public required NumberRange Best { get; init; }

    [Description("Highest number given.")]
    public required double High { get; init; }

    [Description("differ: two independent origins give ranges that do not overlap.")]
    public required Agreement Agreement { get; init; }

    [Description("Each value given, best first.")]
    public required IReadOnlyList<FigureValue> Values { get; init; }
}

[Description("One value of a figure and who gives it.")]
public sealed record FigureValue
{
    [Description("Lower bound, or null.")]
    public double? Min { get; init; }

    [Description("Upper bound, or null.")]
    public double? Max { get; init; }

    [Description("Independent origins that give it.")]
    public required int Origins { get; init; }

    [Description("Ids of the sources that give it.")]
    public required IReadOnlyList<string> Sources { get; init; }
}
