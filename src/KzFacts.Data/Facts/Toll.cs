using System.ComponentModel;
using KzFacts.Data.Checking;
using KzFacts.Data.Names;
using KzFacts.Data.Querying;

namespace KzFacts.Data.Facts;

[Description("A count of what the crisis cost: killed, injured, detained, destroyed …")]
public sealed record Toll : Fact
{
    [Description("What is counted; labels under /v1/words.")]
    public required string Measure { get; init; }

    [Description("Among whom; labels under /v1/words.")]
    public required string Group { get; init; }

    [Description("The count, or null where only words such as dozens are given.")]
    public NumberRange? Count { get; init; }

    [Description("The day the count stands for, ISO 8601, cut to what is known.")]
    public required string CountedOn { get; init; }

    [Description("Whose count it is, or null.")]
    public ActorReference? ReportedBy { get; init; }

    [Description("Remarks in our words, or null.")]
    public string? Note { get; init; }

    /// <summary>The group of a count that is of all.</summary>
    public const string Everybody = "all";

    protected override Kind OwnKind => Kind.Toll;

    public static readonly Collection<Toll, TollFilter> Collection = FactKind.Collect<Toll, TollFilter>(Kind.Toll, "tolls", "Tolls");
}

public sealed record TollFilter : FactFilter
{
    [Description("Only counts of these."), Word("toll_measure"), Column("measure")]
    public string[]? Measure { get; init; }

    [Description("Only counts among these."), Word("group"), Column("toll_group")]
    public string[]? Group { get; init; }

    [Description("Only counts reported by these."), Known("actor"), Column("reported_by")]
    public string[]? ReportedBy { get; init; }
}

/// <summary>What the program has to know of tolls.</summary>
sealed class TollKind : FactKind<Toll>
{
    public override ICollection Collection => Toll.Collection;

    public override IEnumerable<Column> ColumnsOf(Toll fact) =>
        [new("measure", fact.Measure), new("toll_group", fact.Group), new("reported_by", fact.ReportedBy?.Id)];

    public override IEnumerable<(string Field, NumberRange? Value)> NumbersOf(Toll fact) => [("count", fact.Count)];

    internal override IEnumerable<(string Column, string Key)> ComparableWith(StatedSentence sentence) =>
        sentence.Keys("toll_measure.").Select(measure => ("measure", measure));

    internal override Judgement? Compare(Comparison on, HeldFact held) => TollComparison.Of(on, held);
}
