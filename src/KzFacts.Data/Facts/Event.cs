using System.ComponentModel;
using KzFacts.Data.Checking;
using KzFacts.Data.Querying;

namespace KzFacts.Data.Facts;

/// <summary>What sort of happening an event is.</summary>
public enum EventType
{
    Protest, Riot, Clash, Attack, Seizure, Arrest, Release, Decree, Decision, Appeal, Call, Meeting, Speech, Announcement, Report,
    Resignation, Dismissal, Appointment, Vote, Ceremony, Shutdown, Reopening, Disruption, SecurityMeasure, Refusal, Deployment, Arrival,
    Withdrawal, Mission, Investigation, Verdict, Death, Mourning, Retraction, Other,
}

[Description("Something that happened.")]
public sealed record Event : Fact
{
    [Description("What sort of happening.")]
    public required EventType Type { get; init; }

    [Description("Start, ISO 8601, cut to what is known, or null.")]
    public string? Start { get; init; }

    [Description("End, ISO 8601, cut to what is known, or null.")]
    public string? End { get; init; }

    protected override Kind OwnKind => Kind.Event;

    public static readonly Collection<Event, EventFilter> Collection = FactKind.Collect<Event, EventFilter>(Kind.Event, "events", "Events");
}

public sealed record EventFilter : FactFilter
{
    [Description("Only events of these types."), OneOf<EventType>, Column("type")]
    public string[]? Type { get; init; }
}

/// <summary>What the program has to know of events.</summary>
sealed class EventKind : FactKind<Event>
{
    public override ICollection Collection => Event.Collection;

    public override IEnumerable<Column> ColumnsOf(Event fact) => [new("type", Words.Of(fact.Type))];

    public override IEnumerable<(string Field, NumberRange? Value)> NumbersOf(Event fact) => [];

    internal override bool IsTold => true;

    internal override Judgement? Compare(Comparison on, HeldFact held) => TextComparison.Of(on, held);
}
