using System.ComponentModel;
using KzFacts.Data.Checking;
using KzFacts.Data.Querying;

namespace KzFacts.Data.Facts;

/// <summary>What sort of happening an event is.</summary>
public enum EventType
{
    [Description("People gathered to protest.")]
    Protest,

    [Description("Disorder, or violence of a crowd.")]
    Riot,

    [Description("Two sides fought.")]
    Clash,

    [Description("Somebody was attacked.")]
    Attack,

    [Description("A place was taken.")]
    Seizure,

    [Description("People were arrested or detained.")]
    Arrest,

    [Description("People were released.")]
    Release,

    [Description("An order with legal force.")]
    Decree,

    [Description("A body decided something.")]
    Decision,

    [Description("Somebody asked for something in public.")]
    Appeal,

    [Description("A phone call.")]
    Call,

    [Description("People met.")]
    Meeting,

    [Description("A speech.")]
    Speech,

    [Description("Something was announced.")]
    Announcement,

    [Description("Something was reported.")]
    Report,

    [Description("Somebody resigned.")]
    Resignation,

    [Description("Somebody was dismissed.")]
    Dismissal,

    [Description("Somebody was appointed.")]
    Appointment,

    [Description("A vote.")]
    Vote,

    [Description("A ceremony.")]
    Ceremony,

    [Description("Something was shut down.")]
    Shutdown,

    [Description("Something was opened again, or a measure was lifted.")]
    Reopening,

    [Description("Something did not work.")]
    Disruption,

    [Description("A measure of security.")]
    SecurityMeasure,

    [Description("Somebody refused something.")]
    Refusal,

    [Description("Troops were sent.")]
    Deployment,

    [Description("Somebody arrived.")]
    Arrival,

    [Description("Troops left.")]
    Withdrawal,

    [Description("An operation as a whole.")]
    Mission,

    [Description("An investigation.")]
    Investigation,

    [Description("A court decided.")]
    Verdict,

    [Description("Somebody died.")]
    Death,

    [Description("Mourning.")]
    Mourning,

    [Description("A report or statement was taken back.")]
    Retraction,

    [Description("Something else.")]
    Other,
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
