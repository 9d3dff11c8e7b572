using System.ComponentModel;
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

    public static readonly Collection<Event, EventFilter> Collection = Facts<Event, EventFilter>(Kind.Event, "events", "Events");
}

public sealed record EventFilter : FactFilter
{
    [Description("Only events of these types."), OneOf<EventType>, Where("f.type in @Type", Indexed = true)]
    public string[]? Type { get; init; }
}
