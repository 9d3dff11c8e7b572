using KzFacts.Data.Changes;
using KzFacts.Data.Checking;
using KzFacts.Data.Facts;
using KzFacts.Data.Querying;
using KzFacts.Data.Registries;

namespace KzFacts.Languages.Russian;

/// <summary>The closed words in Russian.</summary>
static class RussianWords
{
    public static readonly WordTexts All = new()
    {
        Closed = new Dictionary<Enum, string>
        {
            [Status.Retracted] = "отозвано", [Status.Disputed] = "оспаривается", [Status.Unconfirmed] = "не подтверждено",
            [Status.Corroborated] = "несколько источников", [Status.SingleSource] = "один источник",
            [ChangeAction.Added] = "добавлено", [ChangeAction.Changed] = "изменено", [ChangeAction.Removed] = "удалено",
            [Stance.Supports] = "утверждает это", [Stance.Disputes] = "оспаривает", [Stance.Rebuts] = "сообщает и опровергает",
            [Stance.Retracts] = "сообщает об отзыве",
            [Modality.Asserted] = "от своего имени", [Modality.Attributed] = "со ссылкой на других",
            [Modality.Speculated] = "как предположение",
            [RelationType.CausedBy] = "причина", [RelationType.PartOf] = "часть события", [RelationType.Follows] = "следует за",
            [RelationType.ResponseTo] = "в ответ на", [RelationType.CounterpartOf] = "то же с другой стороны",
            [RelationType.RetractedBy] = "отозвано",
            [RelationType.ReplacedBy] = "заменено на",
            [Role.Initiator] = "инициатор", [Role.Participant] = "участник", [Role.Target] = "объект",
            [Role.DecisionMaker] = "принимает решение",
            [Role.Mediator] = "посредник", [Role.Speaker] = "говорит", [Role.Contributor] = "посылает", [Role.Formation] = "подразделение",
            [Role.Reporter] = "сообщает цифру",
            [Agreement.Agree] = "совместимы", [Agreement.Differ] = "несовместимы",
            [Phase.Possible] = "возможно", [Phase.Announced] = "объявлено", [Phase.Arrived] = "прибыли", [Phase.Active] = "действуют",
            [Phase.Withdrawn] = "выведены",
            [Channel.Facebook] = "Facebook", [Channel.Twitter] = "Twitter", [Channel.Telegram] = "Telegram",
            [Channel.TvAddress] = "телеобращение",
            [Channel.Interview] = "интервью", [Channel.PressConference] = "пресс-конференция", [Channel.PhoneCall] = "телефонный разговор",
            [Channel.Meeting] = "заседание", [Channel.WrittenStatement] = "письменное заявление",
            [Channel.NewsAgency] = "информационное агентство",
            [Channel.Unknown] = "неизвестно где",
            [EventType.Protest] = "протест", [EventType.Riot] = "беспорядки", [EventType.Clash] = "столкновение",
            [EventType.Attack] = "нападение",
            [EventType.Seizure] = "захват", [EventType.Arrest] = "задержание", [EventType.Release] = "освобождение",
            [EventType.Decree] = "указ",
            [EventType.Decision] = "решение", [EventType.Appeal] = "обращение", [EventType.Call] = "телефонный разговор",
            [EventType.Meeting] = "встреча", [EventType.Speech] = "выступление", [EventType.Announcement] = "объявление",
            [EventType.Report] = "сообщение", [EventType.Resignation] = "отставка", [EventType.Dismissal] = "увольнение",
            [EventType.Appointment] = "назначение", [EventType.Vote] = "голосование", [EventType.Ceremony] = "церемония",
            [EventType.Shutdown] = "отключение", [EventType.Reopening] = "возобновление", [EventType.Disruption] = "перебои",
            [EventType.SecurityMeasure] = "мера безопасности", [EventType.Refusal] = "отказ", [EventType.Deployment] = "ввод войск",
            [EventType.Arrival] = "прибытие", [EventType.Withdrawal] = "вывод", [EventType.Mission] = "миссия",
            [EventType.Investigation] = "расследование", [EventType.Verdict] = "приговор", [EventType.Death] = "гибель",
            [EventType.Mourning] = "траур", [EventType.Retraction] = "отзыв сообщения", [EventType.Other] = "другое",
            [ActorKind.Person] = "человек", [ActorKind.State] = "государство", [ActorKind.Organization] = "организация",
            [ActorKind.GovernmentBody] = "государственный орган", [ActorKind.MilitaryUnit] = "воинская часть", [ActorKind.Group] = "группа",
            [PlaceKind.Country] = "страна", [PlaceKind.Region] = "область", [PlaceKind.City] = "город", [PlaceKind.Town] = "малый город",
            [PlaceKind.Facility] = "объект", [PlaceKind.Base] = "военная база",
            [SourceKind.News] = "новости", [SourceKind.Wire] = "агентство", [SourceKind.Official] = "официальный источник",
            [SourceKind.Encyclopedia] = "энциклопедия", [SourceKind.Analysis] = "аналитика",
            [SourceKind.Ngo] = "неправительственная организация",
            [SourceKind.Dataset] = "набор данных",
            [Judgement.RepeatsRetracted] = "повторяет то, что отозвано",
            [Judgement.Supports] = "согласуется с фактом", [Judgement.Conflicts] = "расходится с фактом",
            [Judgement.Partly] = "отчасти согласуется с фактом",
            [Judgement.Related] = "относится к тому же",
            [Element.Figure] = "число", [Element.Date] = "дата", [Element.Place] = "место", [Element.Speaker] = "кто сказал",
            [Element.Unit] = "единица",
            [Element.Direction] = "направление", [Element.Negation] = "отрицание", [Element.Role] = "кто и с кем",
            [Element.Phase] = "стадия",
            [Element.Words] = "слова",
            [Element.Status] = "статус",
            [MatchLevel.Exact] = "Найдено по точному адресу", [MatchLevel.Normalized] = "Найдено: тот же адрес в другой записи",
            [MatchLevel.Equivalent] = "Найдено: другой адрес той же страницы", [MatchLevel.None] = "Об этой странице ничего нет",
        },
        Meanings = new Dictionary<Status, string>
        {
            [Status.Retracted] = "Тот, кто об этом сообщил, отозвал сообщение, или об отзыве сообщили другие.",
            [Status.Disputed] = "Одни страницы это утверждают, другие оспаривают.",
            [Status.Unconfirmed] = "Страницы говорят об этом лишь как о возможном.",
            [Status.Corroborated] =
                "Об этом независимо сообщают два или более источника: это ещё не доказательство. Десять перепечаток одного сообщения " +
                "считаются одним источником.",
            [Status.SingleSource] = "Об этом сообщает один источник, на одной или на многих страницах.",
        },
        LanguageNames = new Dictionary<string, string>
        {
            ["en"] = "английский", ["ru"] = "русский", ["kk"] = "казахский", ["hu"] = "венгерский", ["it"] = "итальянский",
            ["de"] = "немецкий",
            ["ar"] = "арабский", ["sr"] = "сербский", ["el"] = "греческий", ["tl"] = "филиппинский", ["lt"] = "литовский",
            ["sl"] = "словенский",
            ["uk"] = "украинский", ["tr"] = "турецкий", ["hy"] = "армянский", ["es"] = "испанский", ["pl"] = "польский", ["fi"] = "финский",
            ["pt"] = "португальский", ["et"] = "эстонский", ["ky"] = "киргизский", ["az"] = "азербайджанский", ["fa"] = "персидский",
            ["fr"] = "французский", ["zh"] = "китайский", ["ja"] = "японский", ["uz"] = "узбекский",
        },
        FactCount = new("факт", "факта", "фактов"),
        PageCount = new("страница", "страницы", "страниц"),
        OriginCount = new("независимый источник", "независимых источника", "независимых источников"),
        OrMore = one => $"{one} или больше",
        UpTo = one => $"до {one}",
        By = one => $"не позднее {one}",
    };
}
