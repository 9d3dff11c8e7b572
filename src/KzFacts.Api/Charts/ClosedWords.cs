using KzFacts.Data.Facts;

namespace KzFacts.Api.Charts;

/// <summary>The closed words that charts write, by language.</summary>
static class ClosedWords
{
    public static readonly IReadOnlyDictionary<Enum, string> English = new Dictionary<Enum, string>
    {
        [Kind.Event] = "event", [Kind.Statement] = "statement", [Kind.PriceChange] = "price", [Kind.Deployment] = "deployment", [Kind.Toll] = "toll",
        [Status.Retracted] = "withdrawn", [Status.Disputed] = "disputed", [Status.Unconfirmed] = "unconfirmed",
        [Status.Corroborated] = "reported independently", [Status.SingleSource] = "single source", [Phase.Possible] = "possible",
        [Phase.Announced] = "announced", [Phase.Arrived] = "arrived", [Phase.Active] = "active", [Phase.Withdrawn] = "withdrawn",
        [EventType.Protest] = "protest", [EventType.Riot] = "riot", [EventType.Clash] = "clash", [EventType.Attack] = "attack",
        [EventType.Seizure] = "seizure", [EventType.Arrest] = "arrest", [EventType.Release] = "release", [EventType.Decree] = "decree",
        [EventType.Decision] = "decision", [EventType.Appeal] = "appeal", [EventType.Call] = "phone call", [EventType.Meeting] = "meeting",
        [EventType.Speech] = "speech", [EventType.Announcement] = "announcement", [EventType.Report] = "report",
        [EventType.Resignation] = "resignation", [EventType.Dismissal] = "dismissal", [EventType.Appointment] = "appointment",
        [EventType.Vote] = "vote", [EventType.Ceremony] = "ceremony", [EventType.Shutdown] = "shutdown", [EventType.Reopening] = "reopening",
        [EventType.Disruption] = "disruption", [EventType.SecurityMeasure] = "security measure", [EventType.Refusal] = "refusal",
        [EventType.Deployment] = "deployment", [EventType.Arrival] = "arrival", [EventType.Withdrawal] = "withdrawal",
        [EventType.Mission] = "mission", [EventType.Investigation] = "investigation", [EventType.Verdict] = "verdict", [EventType.Death] = "death",
        [EventType.Mourning] = "mourning", [EventType.Retraction] = "withdrawal of a report", [EventType.Other] = "other",
    };

    public static readonly IReadOnlyDictionary<Enum, string> Russian = new Dictionary<Enum, string>
    {
        [Kind.Event] = "событие", [Kind.Statement] = "высказывание", [Kind.PriceChange] = "цена", [Kind.Deployment] = "войска",
        [Kind.Toll] = "потери", [Status.Retracted] = "отозвано", [Status.Disputed] = "оспаривается", [Status.Unconfirmed] = "не подтверждено",
        [Status.Corroborated] = "несколько источников", [Status.SingleSource] = "один источник", [Phase.Possible] = "возможно",
        [Phase.Announced] = "объявлено", [Phase.Arrived] = "прибыли", [Phase.Active] = "действуют", [Phase.Withdrawn] = "выведены",
        [EventType.Protest] = "протест", [EventType.Riot] = "беспорядки", [EventType.Clash] = "столкновение", [EventType.Attack] = "нападение",
        [EventType.Seizure] = "захват", [EventType.Arrest] = "задержание", [EventType.Release] = "освобождение", [EventType.Decree] = "указ",
        [EventType.Decision] = "решение", [EventType.Appeal] = "обращение", [EventType.Call] = "телефонный разговор", [EventType.Meeting] = "встреча",
        [EventType.Speech] = "выступление", [EventType.Announcement] = "объявление", [EventType.Report] = "сообщение",
        [EventType.Resignation] = "отставка", [EventType.Dismissal] = "увольнение", [EventType.Appointment] = "назначение",
        [EventType.Vote] = "голосование", [EventType.Ceremony] = "церемония", [EventType.Shutdown] = "отключение",
        [EventType.Reopening] = "возобновление", [EventType.Disruption] = "перебои", [EventType.SecurityMeasure] = "мера безопасности",
        [EventType.Refusal] = "отказ", [EventType.Deployment] = "ввод войск", [EventType.Arrival] = "прибытие", [EventType.Withdrawal] = "вывод",
        [EventType.Mission] = "миссия", [EventType.Investigation] = "расследование", [EventType.Verdict] = "приговор", [EventType.Death] = "гибель",
        [EventType.Mourning] = "траур", [EventType.Retraction] = "отзыв сообщения", [EventType.Other] = "другое",
    };

    public static readonly IReadOnlyDictionary<Enum, string> Kazakh = new Dictionary<Enum, string>
    {
        [Kind.Event] = "оқиға", [Kind.Statement] = "мәлімдеме", [Kind.PriceChange] = "баға", [Kind.Deployment] = "әскер", [Kind.Toll] = "шығын",
        [Status.Retracted] = "қайтарып алынған", [Status.Disputed] = "даулы", [Status.Unconfirmed] = "расталмаған",
        [Status.Corroborated] = "бірнеше дереккөз", [Status.SingleSource] = "бір дереккөз", [Phase.Possible] = "мүмкін",
        [Phase.Announced] = "жарияланды", [Phase.Arrived] = "келді", [Phase.Active] = "қызметте", [Phase.Withdrawn] = "шығарылды",
        [EventType.Protest] = "наразылық", [EventType.Riot] = "тәртіпсіздік", [EventType.Clash] = "қақтығыс", [EventType.Attack] = "шабуыл",
        [EventType.Seizure] = "басып алу", [EventType.Arrest] = "ұстау", [EventType.Release] = "босату", [EventType.Decree] = "жарлық",
        [EventType.Decision] = "шешім", [EventType.Appeal] = "үндеу", [EventType.Call] = "телефон арқылы сөйлесу", [EventType.Meeting] = "кездесу",
        [EventType.Speech] = "сөйлеген сөз", [EventType.Announcement] = "хабарландыру", [EventType.Report] = "хабарлама",
        [EventType.Resignation] = "отставка", [EventType.Dismissal] = "қызметтен босату", [EventType.Appointment] = "тағайындау",
        [EventType.Vote] = "дауыс беру", [EventType.Ceremony] = "салтанатты рәсім", [EventType.Shutdown] = "өшіру",
        [EventType.Reopening] = "қайта ашу", [EventType.Disruption] = "іркіліс", [EventType.SecurityMeasure] = "қауіпсіздік шарасы",
        [EventType.Refusal] = "бас тарту", [EventType.Deployment] = "әскер енгізу", [EventType.Arrival] = "келу", [EventType.Withdrawal] = "шығару",
        [EventType.Mission] = "миссия", [EventType.Investigation] = "тергеу", [EventType.Verdict] = "үкім", [EventType.Death] = "қаза",
        [EventType.Mourning] = "аза тұту", [EventType.Retraction] = "хабарды қайтарып алу", [EventType.Other] = "басқа",
    };
}
