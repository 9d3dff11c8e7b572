using System.ComponentModel;
using KzFacts.Data.Checking;
using KzFacts.Data.Querying;

namespace KzFacts.Data.Facts;

/// <summary>The type of an event.</summary>
public enum EventType
{
    [Description("People gathered to protest.")]
    Protest,

    [Description("Disorder or crowd violence.")]
    Riot,

    [Description("Two sides fought.")]
    Clash,

    [Description("Somebody was attacked.")]
    Attack,

    [Description("A place was seized.")]
    Seizure,

    [Description("People were arrested or detained.")]
    Arrest,

    [Description("People were released.")]
    Release,

    [Description("An order with legal force.")]
    Decree,

    [Description("A body decided something.")]
    Decision,

    [Description("Somebody publicly asked for something.")]
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

    [Description("Something reopened, or a measure was lifted.")]
    Reopening,

    [Description("Something did not work.")]
    Disruption,

    [Description("A security measure.")]
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

    [Description("A report or a statement was retracted.")]
    Retraction,

    [Description("Something else.")]
    Other,
}

[Description("An event.")]
public sealed record Event : Fact
{
    [Description("The type of the event.")]
    public required EventType Type { get; init; }

    [Description("The start: ISO 8601 with the known precision, or null.")]
    public string? Start { get; init; }

    [Description("The end: ISO 8601 with the known precision, or null.")]
    public string? End { get; init; }

    protected override Kind OwnKind => Kind.Event;

    public static readonly Collection<Event, EventFilter> Collection =
        KindDefinition.Collect<Event, EventFilter>(Kind.Event, "events", "Events");
}

public sealed record EventFilter : FactFilter
{
    [Description("Only events of these types."), OneOf<EventType>, Column("type")]
    public string[]? Type { get; init; }
}

/// <summary>The definition of events.</summary>
sealed class EventKind : KindDefinition<Event>
{
    public override ICollection Collection => Event.Collection;

    public override IEnumerable<Cell> CellsOf(Event fact) => [new("type", ClosedWords.Of(fact.Type))];

    public override IEnumerable<(string Field, NumberRange? Value)> NumbersOf(Event fact) => [];

    internal override bool IsTold => true;

    internal override Compared? Compare(Comparison on, HeldFact held) => TextComparison.Of(on, held);
}
