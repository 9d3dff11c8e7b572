using System.ComponentModel;
using System.Globalization;
using System.Text.Json.Serialization;
using KzFacts.Data.Registries;

namespace KzFacts.Data.Facts;

/// <summary>What facts of every kind have in common: when, where, who, and which pages say so.</summary>
[Description("Something that pages claim to have happened, with the pages that claim it.")]
public abstract record Fact
{
    [Description("A stable, readable id that is never reused. It begins with the day, as precisely as the day is known."),
        JsonPropertyOrder(-1)]
    public required string Id { get; init; }

    [Description("The kind of fact."), JsonPropertyOrder(-1)]
    public Kind Kind => OwnKind;

    protected abstract Kind OwnKind { get; }

    [Description(
        "The fact in one line, in English. The titles of statements, prices, deployments and tolls are generated from their fields."),
        JsonPropertyOrder(-1)]
    public required string Title { get; init; }

    [Description("The title in each language that has one."), JsonPropertyOrder(-1)]
    public required LocalNames Titles { get; init; }

    [Description(
        "The fact in a sentence or two: an event's summary, a statement's paraphrase, the cause of a price change, a toll's note. Null " +
        "if there is none."),
        JsonPropertyOrder(-1)]
    public string? Summary { get; init; }

    [Description("The first day of the fact, by the calendar of its place. Null if no page gives one."), JsonPropertyOrder(-1)]
    public DateOnly? First { get; init; }

    [Description(
        "The last day of the fact, included. If the first day is unknown, it is the latest possible day, and lists order and filter by " +
        "it."), JsonPropertyOrder(-1)]
    public required DateOnly Last { get; init; }

    [Description("The local time at which it began, HH:MM, or null."), JsonPropertyOrder(-1)]
    public string? Time { get; init; }

    [Description(
        "How precisely the beginning is known. With month or year, first and last span that period. With unknown, first is null."),
        JsonPropertyOrder(-1)]
    public required Precision Precision { get; init; }

    [Description("Where it happened. A filter by a place also finds the places within it."), JsonPropertyOrder(1)]
    public required IReadOnlyList<PlaceReference> Places { get; init; }

    [Description("The actors that took part, with their roles."), JsonPropertyOrder(1)]
    public required IReadOnlyList<Participant> Actors { get; init; }

    [Description("How the fact is related to other facts."), JsonPropertyOrder(1)]
    public required IReadOnlyList<Relation> Relations { get; init; }

    [Description(
        "What the claims say together: retracted, disputed, unconfirmed (only speculation), corroborated (two or more independent " +
        "origins report it: reported independently, not proven true), single_source."), JsonPropertyOrder(1)]
    public required Status Status { get; init; }

    [Description("The retraction of a retracted fact. Otherwise null."), JsonPropertyOrder(1)]
    public Retraction? Retraction { get; init; }

    [Description("The number of independent origins among the supporting claims. Pages that share an origin group count once."),
        JsonPropertyOrder(1)]
    public required int Origins { get; init; }

    [Description("The number of pages that support it."), JsonPropertyOrder(1)]
    public required int Supports { get; init; }

    [Description(
        "For a statement: the number of pages that report that it was made, and say that its content is untrue. They support that it " +
        "was made."),
        JsonPropertyOrder(1)]
    public required int Rebuts { get; init; }

    [Description("The number of pages that dispute it."), JsonPropertyOrder(1)]
    public required int Disputes { get; init; }

    [Description("The number of pages that say that it was retracted."), JsonPropertyOrder(1)]
    public required int Retracts { get; init; }

    [Description("The numbers that the supporting pages give for each field, with their range."), JsonPropertyOrder(1)]
    public required IReadOnlyList<Figure> Figures { get; init; }

    [Description("The earliest proven day of publication among the supporting pages, or null."), JsonPropertyOrder(1)]
    public DateOnly? FirstReported { get; init; }

    [Description("The claims of pages, the earliest first. Lists include them only with expand=claims; otherwise null."),
        JsonPropertyOrder(1)]
    public IReadOnlyList<Claim>? Claims { get; init; }

    [Description("The SHA-256 in hex of the fact's finished JSON with its claims and an empty hash."), JsonPropertyOrder(1)]
    public required string Hash { get; init; }

    /// <summary>Whether pages contradict it, so that it has a ClaimReview.</summary>
    public bool IsReviewed() => Status is Status.Retracted or Status.Disputed || Rebuts > 0;

    /// <summary>The reference by which another document names it.</summary>
    public FactReference Reference() => new() { Id = Id, Kind = Kind, Title = Title, Titles = Titles };

    /// <summary>The day on which it began. Null if only the month, the year or a latest day is known.</summary>
    public DateOnly? Day() => Precision is Precision.Month or Precision.Year ? null : First;

    /// <summary>When it began, as ISO 8601 with the known precision: <c>2022-01-05</c>, <c>2022-01</c>, <c>2022</c>. Null if that
    /// is unknown.</summary>
    public string? Began() =>
        First is { } first ? string.Create(CultureInfo.InvariantCulture,
        $"{first:yyyy-MM-dd}")[..(Precision switch { Precision.Year => 4, Precision.Month => 7, _ => 10 })] : null;

    /// <summary>When it ended, in the same form. For a fact that is known to the month or year: that month or year.</summary>
    public string Ended() =>
        Began() is { } began && PartialDate.TryParse(began, out var period) && period.Last == Last
        ? began : string.Create(CultureInfo.InvariantCulture, $"{Last:yyyy-MM-dd}");

    /// <summary>Its days in words: <c>2022-01</c>, <c>2022-01-05 to 2022-01-19</c>, <c>by 2022-01-14</c>.</summary>
    public string Days() => Began() is not { } began ? $"by {Ended()}" : began == Ended() ? began : $"{began} to {Ended()}";

    /// <summary>The day by which lists order it: the first day, or the last one if the first is unknown.</summary>
    public DateOnly OrderedBy() => First ?? Last;
}
