using System.ComponentModel;
using KzFacts.Data.Checking;
using KzFacts.Data.Querying;
using KzFacts.Data.Registries;

namespace KzFacts.Data.Facts;

[Description("A count of victims, detentions or damage: killed, injured, detained, destroyed …")]
public sealed record Toll : Fact
{
    [Description("What is counted. /v1/words has its labels.")]
    public required string Measure { get; init; }

    [Description("The group that is counted. /v1/words has its labels.")]
    public required string Group { get; init; }

    [Description("The count. Null if pages give only words, such as \"dozens\".")]
    public NumberRange? Count { get; init; }

    [Description("The day to which the count refers: ISO 8601 with the known precision.")]
    public required string CountedOn { get; init; }

    [Description("Who reported the count, or null.")]
    public ActorReference? ReportedBy { get; init; }

    [Description("A note in our words, or null.")]
    public string? Note { get; init; }

    /// <summary>The group of a count of everybody.</summary>
    public const string Everybody = "all";

    protected override Kind OwnKind => Kind.Toll;

    public static readonly Collection<Toll, TollFilter> Collection = KindDefinition.Collect<Toll, TollFilter>(Kind.Toll, "tolls", "Tolls");
}

public sealed record TollFilter : FactFilter
{
    [Description("Only counts of these measures."), Word("toll_measure"), Column("measure")]
    public string[]? Measure { get; init; }

    [Description("Only counts of these groups."), Word("group"), Column("toll_group")]
    public string[]? Group { get; init; }

    [Description("Only counts reported by these actors."), Known("actor"), Column("reported_by")]
    public string[]? ReportedBy { get; init; }
}

/// <summary>The definition of tolls.</summary>
sealed class TollKind : KindDefinition<Toll>
{
    public override ICollection Collection => Toll.Collection;

    public override IEnumerable<Cell> CellsOf(Toll fact) =>
        [new("measure", fact.Measure), new("toll_group", fact.Group), new("reported_by", fact.ReportedBy?.Id)];

    public override IEnumerable<(string Field, NumberRange? Value)> NumbersOf(Toll fact) => [("count", fact.Count)];

    internal override IEnumerable<(string Column, string Key)> ComparableWith(StatedSentence sentence) =>
        sentence.Keys("toll_measure.").Select(measure => ("measure", measure));

    internal override Compared? Compare(Comparison on, HeldFact held) => TollComparison.Of(on, held);
}
