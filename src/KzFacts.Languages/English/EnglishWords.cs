using KzFacts.Data.Changes;
using KzFacts.Data.Checking;
using KzFacts.Data.Facts;
using KzFacts.Data.Querying;
using KzFacts.Data.Registries;

namespace KzFacts.Languages.English;

/// <summary>The closed words in English.</summary>
static class EnglishWords
{
    public static readonly WordTexts All = new()
    {
        Closed = new Dictionary<Enum, string>
        {
            [Status.Retracted] = "retracted", [Status.Disputed] = "disputed", [Status.Unconfirmed] = "unconfirmed",
            [Status.Corroborated] = "reported independently", [Status.SingleSource] = "single source",
            [ChangeAction.Added] = "new", [ChangeAction.Changed] = "changed", [ChangeAction.Removed] = "removed",
            [Stance.Supports] = "says so", [Stance.Disputes] = "disputes it", [Stance.Rebuts] = "reports it and says that it is untrue",
            [Stance.Retracts] = "says that it was retracted",
            [Modality.Asserted] = "in its own voice", [Modality.Attributed] = "quoting somebody",
            [Modality.Speculated] = "as a possibility",
            [RelationType.CausedBy] = "caused by", [RelationType.PartOf] = "part of", [RelationType.Follows] = "follows",
            [RelationType.ResponseTo] = "in response to", [RelationType.CounterpartOf] = "the same from another side",
            [RelationType.RetractedBy] = "retracted by", [RelationType.ReplacedBy] = "replaced by",
            [Role.Initiator] = "initiator", [Role.Participant] = "participant", [Role.Target] = "target", [Role.DecisionMaker] = "decided",
            [Role.Mediator] = "mediator", [Role.Speaker] = "speaker", [Role.Contributor] = "sends", [Role.Formation] = "unit",
            [Role.Reporter] = "reports the count",
            [Agreement.Agree] = "can be true together", [Agreement.Differ] = "cannot all be true",
            [Phase.Possible] = "possible", [Phase.Announced] = "announced", [Phase.Arrived] = "arrived", [Phase.Active] = "active",
            [Phase.Withdrawn] = "withdrawn",
            [Channel.Facebook] = "Facebook", [Channel.Twitter] = "Twitter", [Channel.Telegram] = "Telegram",
            [Channel.TvAddress] = "television address", [Channel.Interview] = "interview", [Channel.PressConference] = "press conference",
            [Channel.PhoneCall] = "phone call", [Channel.Meeting] = "meeting", [Channel.WrittenStatement] = "written statement",
            [Channel.NewsAgency] = "news agency", [Channel.Unknown] = "not known where",
            [EventType.Protest] = "protest", [EventType.Riot] = "riot", [EventType.Clash] = "clash", [EventType.Attack] = "attack",
            [EventType.Seizure] = "seizure", [EventType.Arrest] = "arrest", [EventType.Release] = "release", [EventType.Decree] = "decree",
            [EventType.Decision] = "decision", [EventType.Appeal] = "appeal", [EventType.Call] = "phone call",
            [EventType.Meeting] = "meeting",
            [EventType.Speech] = "speech", [EventType.Announcement] = "announcement", [EventType.Report] = "report",
            [EventType.Resignation] = "resignation", [EventType.Dismissal] = "dismissal", [EventType.Appointment] = "appointment",
            [EventType.Vote] = "vote", [EventType.Ceremony] = "ceremony", [EventType.Shutdown] = "shutdown",
            [EventType.Reopening] = "reopening",
            [EventType.Disruption] = "disruption", [EventType.SecurityMeasure] = "security measure", [EventType.Refusal] = "refusal",
            [EventType.Deployment] = "deployment", [EventType.Arrival] = "arrival", [EventType.Withdrawal] = "withdrawal",
            [EventType.Mission] = "mission", [EventType.Investigation] = "investigation", [EventType.Verdict] = "verdict",
            [EventType.Death] = "death",
            [EventType.Mourning] = "mourning", [EventType.Retraction] = "retraction", [EventType.Other] = "other",
            [ActorKind.Person] = "person", [ActorKind.State] = "state", [ActorKind.Organization] = "organization",
            [ActorKind.GovernmentBody] = "government body", [ActorKind.MilitaryUnit] = "military unit", [ActorKind.Group] = "group",
            [PlaceKind.Country] = "country", [PlaceKind.Region] = "region", [PlaceKind.City] = "city", [PlaceKind.Town] = "town",
            [PlaceKind.Facility] = "facility", [PlaceKind.Base] = "military base",
            [SourceKind.News] = "news", [SourceKind.Wire] = "news agency", [SourceKind.Official] = "official",
            [SourceKind.Encyclopedia] = "encyclopedia", [SourceKind.Analysis] = "analysis",
            [SourceKind.Ngo] = "non-governmental organization",
            [SourceKind.Dataset] = "dataset",
            [Judgement.RepeatsRetracted] = "repeats what was retracted",
            [Judgement.Supports] = "agrees with", [Judgement.Conflicts] = "conflicts with", [Judgement.Partly] = "partly agrees with",
            [Judgement.Related] = "bears on",
            [Element.Figure] = "figure", [Element.Date] = "date", [Element.Place] = "place", [Element.Speaker] = "speaker",
            [Element.Unit] = "unit",
            [Element.Direction] = "direction", [Element.Negation] = "negation", [Element.Role] = "who to whom", [Element.Phase] = "phase",
            [Element.Words] = "words",
            [Element.Status] = "status",
            [MatchLevel.Exact] = "Found by its exact address", [MatchLevel.Normalized] = "Found: the same address in another spelling",
            [MatchLevel.Equivalent] = "Found: another address of the same page", [MatchLevel.None] = "Nothing is held of this page",
        },
        Meanings = new Dictionary<Status, string>
        {
            [Status.Retracted] = "Whoever said it took it back, or a page reports that it was taken back.",
            [Status.Disputed] = "Some pages support it, others dispute it.",
            [Status.Unconfirmed] = "Pages speak of it only as a possibility.",
            [Status.Corroborated] =
                "Two or more independent origins report it: reported independently, not proven true. Ten copies of one report are one " +
                "origin.",
            [Status.SingleSource] = "One origin reports it, on one page or many.",
        },
        LanguageNames = new Dictionary<string, string>
        {
            ["en"] = "English", ["ru"] = "Russian", ["kk"] = "Kazakh", ["hu"] = "Hungarian", ["it"] = "Italian", ["de"] = "German",
            ["ar"] = "Arabic",
            ["sr"] = "Serbian", ["el"] = "Greek", ["tl"] = "Filipino", ["lt"] = "Lithuanian", ["sl"] = "Slovenian", ["uk"] = "Ukrainian",
            ["tr"] = "Turkish", ["hy"] = "Armenian", ["es"] = "Spanish", ["pl"] = "Polish", ["fi"] = "Finnish", ["pt"] = "Portuguese",
            ["et"] = "Estonian", ["ky"] = "Kyrgyz", ["az"] = "Azerbaijani", ["fa"] = "Persian", ["fr"] = "French", ["zh"] = "Chinese",
            ["ja"] = "Japanese", ["uz"] = "Uzbek",
        },
        FactCount = new("fact", "facts"),
        PageCount = new("page", "pages"),
        OriginCount = new("independent origin", "independent origins"),
        OrMore = one => $"{one} or more",
        UpTo = one => $"up to {one}",
        By = one => $"by {one}",
    };
}
