using KzFacts.Data.Changes;
using KzFacts.Data.Checking;
using KzFacts.Data.Facts;
using KzFacts.Data.Querying;
using KzFacts.Data.Registries;

namespace KzFacts.Languages.Kazakh;

/// <summary>The closed words in Kazakh.</summary>
static class KazakhWords
{
    public static readonly WordTexts All = new()
    {
        Closed = new Dictionary<Enum, string>
        {
            [Status.Retracted] = "қайтарып алынған", [Status.Disputed] = "даулы", [Status.Unconfirmed] = "расталмаған",
            [Status.Corroborated] = "бірнеше дереккөз", [Status.SingleSource] = "бір дереккөз",
            [ChangeAction.Added] = "қосылды", [ChangeAction.Changed] = "өзгерді", [ChangeAction.Removed] = "жойылды",
            [Stance.Supports] = "осылай дейді", [Stance.Disputes] = "даулайды", [Stance.Rebuts] = "хабарлайды әрі теріске шығарады",
            [Stance.Retracts] = "қайтарылғанын хабарлайды",
            [Modality.Asserted] = "өз атынан", [Modality.Attributed] = "басқаға сілтеп", [Modality.Speculated] = "болжам ретінде",
            [RelationType.CausedBy] = "себебі", [RelationType.PartOf] = "мына оқиғаның бөлігі", [RelationType.Follows] = "мынадан кейін",
            [RelationType.ResponseTo] = "мынаған жауап", [RelationType.CounterpartOf] = "екінші жақтан",
            [RelationType.RetractedBy] = "қайтарып алған",
            [RelationType.ReplacedBy] = "орнына келген",
            [Role.Initiator] = "бастамашы", [Role.Participant] = "қатысушы", [Role.Target] = "нысана",
            [Role.DecisionMaker] = "шешім қабылдаушы",
            [Role.Mediator] = "делдал", [Role.Speaker] = "сөйлеуші", [Role.Contributor] = "жіберуші", [Role.Formation] = "бөлімше",
            [Role.Reporter] = "санды хабарлаушы",
            [Agreement.Agree] = "бір-біріне қайшы емес", [Agreement.Differ] = "бәрі бірдей дұрыс бола алмайды",
            [Phase.Possible] = "мүмкін", [Phase.Announced] = "жарияланды", [Phase.Arrived] = "келді", [Phase.Active] = "қызметте",
            [Phase.Withdrawn] = "шығарылды",
            [Channel.Facebook] = "Facebook", [Channel.Twitter] = "Twitter", [Channel.Telegram] = "Telegram",
            [Channel.TvAddress] = "телеүндеу",
            [Channel.Interview] = "сұхбат", [Channel.PressConference] = "баспасөз мәслихаты",
            [Channel.PhoneCall] = "телефон арқылы сөйлесу",
            [Channel.Meeting] = "жиын", [Channel.WrittenStatement] = "жазбаша мәлімдеме", [Channel.NewsAgency] = "ақпарат агенттігі",
            [Channel.Unknown] = "қайда екені белгісіз",
            [EventType.Protest] = "наразылық", [EventType.Riot] = "тәртіпсіздік", [EventType.Clash] = "қақтығыс",
            [EventType.Attack] = "шабуыл",
            [EventType.Seizure] = "басып алу", [EventType.Arrest] = "ұстау", [EventType.Release] = "босату", [EventType.Decree] = "жарлық",
            [EventType.Decision] = "шешім", [EventType.Appeal] = "үндеу", [EventType.Call] = "телефон арқылы сөйлесу",
            [EventType.Meeting] = "кездесу",
            [EventType.Speech] = "сөйлеген сөз", [EventType.Announcement] = "хабарландыру", [EventType.Report] = "хабарлама",
            [EventType.Resignation] = "отставка", [EventType.Dismissal] = "қызметтен босату", [EventType.Appointment] = "тағайындау",
            [EventType.Vote] = "дауыс беру", [EventType.Ceremony] = "салтанатты рәсім", [EventType.Shutdown] = "өшіру",
            [EventType.Reopening] = "қайта ашу", [EventType.Disruption] = "іркіліс", [EventType.SecurityMeasure] = "қауіпсіздік шарасы",
            [EventType.Refusal] = "бас тарту", [EventType.Deployment] = "әскер енгізу", [EventType.Arrival] = "келу",
            [EventType.Withdrawal] = "шығару", [EventType.Mission] = "миссия", [EventType.Investigation] = "тергеу",
            [EventType.Verdict] = "үкім",
            [EventType.Death] = "қаза", [EventType.Mourning] = "аза тұту", [EventType.Retraction] = "хабарды қайтарып алу",
            [EventType.Other] = "басқа",
            [ActorKind.Person] = "адам", [ActorKind.State] = "мемлекет", [ActorKind.Organization] = "ұйым",
            [ActorKind.GovernmentBody] = "мемлекеттік орган", [ActorKind.MilitaryUnit] = "әскери бөлім", [ActorKind.Group] = "топ",
            [PlaceKind.Country] = "ел", [PlaceKind.Region] = "облыс", [PlaceKind.City] = "қала", [PlaceKind.Town] = "шағын қала",
            [PlaceKind.Facility] = "нысан", [PlaceKind.Base] = "әскери база",
            [SourceKind.News] = "жаңалық", [SourceKind.Wire] = "агенттік", [SourceKind.Official] = "ресми дереккөз",
            [SourceKind.Encyclopedia] = "энциклопедия", [SourceKind.Analysis] = "талдау", [SourceKind.Ngo] = "үкіметтік емес ұйым",
            [SourceKind.Dataset] = "деректер жинағы",
            [Judgement.RepeatsRetracted] = "қайтарып алынғанды қайталайды",
            [Judgement.Supports] = "фактіге сәйкес келеді", [Judgement.Conflicts] = "фактіге қайшы келеді",
            [Judgement.Partly] = "фактіге ішінара сәйкес келеді",
            [Judgement.Related] = "осыған қатысты",
            [Element.Figure] = "сан", [Element.Date] = "күні", [Element.Place] = "орны", [Element.Speaker] = "айтқан адам",
            [Element.Unit] = "өлшем бірлігі",
            [Element.Direction] = "бағыты", [Element.Negation] = "болымсыздық", [Element.Role] = "кім, кімге", [Element.Phase] = "кезеңі",
            [Element.Words] = "сөздер",
            [Element.Status] = "мәртебесі",
            [MatchLevel.Exact] = "Дәл мекенжайы бойынша табылды", [MatchLevel.Normalized] = "Табылды: сол мекенжай, жазылуы басқа",
            [MatchLevel.Equivalent] = "Табылды: сол беттің басқа мекенжайы", [MatchLevel.None] = "Бұл бет туралы ештеңе жоқ",
        },
        Meanings = new Dictionary<Status, string>
        {
            [Status.Retracted] = "Хабарлаған тарап оны қайтарып алды не қайтарып алынғаны туралы хабарланды.",
            [Status.Disputed] = "Бір беттер қолдайды, басқалары даулайды.",
            [Status.Unconfirmed] = "Беттер мұны тек ықтимал жайт ретінде айтады.",
            [Status.Corroborated] =
                "Екі не одан да көп дереккөз тәуелсіз хабарлады: бұл әлі дәлел емес. Бір хабардың он көшірмесі бір дереккөз саналады.",
            [Status.SingleSource] = "Бұл туралы бір дереккөз ғана хабарлайды, ол бір бетте не бірнеше бетте болуы мүмкін.",
        },
        LanguageNames = new Dictionary<string, string>
        {
            ["en"] = "ағылшын", ["ru"] = "орыс", ["kk"] = "қазақ", ["hu"] = "венгр", ["it"] = "итальян", ["de"] = "неміс", ["ar"] = "араб",
            ["sr"] = "серб", ["el"] = "грек", ["tl"] = "филиппин", ["lt"] = "литва", ["sl"] = "словен", ["uk"] = "украин", ["tr"] = "түрік",
            ["hy"] = "армян", ["es"] = "испан", ["pl"] = "поляк", ["fi"] = "фин", ["pt"] = "португал", ["et"] = "эстон", ["ky"] = "қырғыз",
            ["az"] = "әзербайжан", ["fa"] = "парсы", ["fr"] = "француз", ["zh"] = "қытай", ["ja"] = "жапон", ["uz"] = "өзбек",
        },
        FactCount = new("факт"),
        PageCount = new("бет"),
        OriginCount = new("тәуелсіз дереккөз"),
        OrMore = one => $"{one} не одан көп",
        UpTo = one => $"{one} дейін",
        By = one => $"ең кеші {one}",
    };
}
