namespace KzFacts.Tests.Data;

/// <summary>Queries as people type them, and the facts that they mean.</summary>
static class SearchCases
{
    public static readonly IReadOnlyList<(string Query, string[] Facts)> All =
    [
        // English, as a journalist would type it
        ("Almaty airport seized", ["2022-01-05-almaty-airport-seized"]),
        ("airport retaken", ["2022-01-05-almaty-airport-retaken"]),
        ("internet blackout", ["2022-01-05-nationwide-internet-blackout"]),
        ("mobile internet cut", ["2022-01-04-mobile-internet-restricted"]),
        ("shoot to kill", ["2022-01-07-shoot-to-kill-order", "2022-01-07-tokayev-fire-without-warning",
            "2022-01-09-blinken-shoot-to-kill-wrong", "2022-01-07-hrw-cancel-order"]),
        ("CSTO decides to send peacekeepers", ["2022-01-06-csto-decision"]),
        ("government resigns", ["2022-01-05-government-resigns"]),
        ("state of emergency ends", ["2022-01-19-state-of-emergency-ends"]),
        ("national mourning", ["2022-01-10-national-mourning", "2022-01-08-mourning-decree"]),
        ("statue toppled Taldykorgan", ["2022-01-05-taldykorgan-statue-toppled"]),
        ("bitcoin hashrate", ["2022-01-05-bitcoin-hashrate"]),
        ("banks and cash machines", ["2022-01-06-banks-and-atms-down"]),
        ("blue helmets", ["2022-01-09-blue-helmets", "2022-01-10-un-blue-helmets-complaint", "2022-01-10-dujarric-blue-helmets"]),
        ("technical mistake 164", ["2022-01-09-toll-164-retracted"]),
        ("1347 weapons stolen", ["2022-01-16-weapons-stolen-almaty-1347"]),
        ("bodies stolen from morgues", ["2022-01-16-bodies-stolen-morgues-41", "2022-01-10-tokayev-bodies-stolen-from-morgues"]),
        ("children killed", ["2022-01-09-minors-killed"]),
        ("tortured to death", ["2022-02-23-six-tortured-to-death", "2022-02-23-tortured-to-death-6",
            "2022-06-shyndaliev-six-tortured-to-death"]),
        ("colour revolution", ["2022-01-07-xi-message", "2022-01-07-xi-opposes-colour-revolution",
            "2022-01-10-putin-no-colour-revolutions", "2022-01-10-karin-not-colour-revolution"]),
        ("20,000 bandits", ["2022-01-07-tokayev-20000-bandits"]),
        ("20000 bandits", ["2022-01-07-tokayev-20000-bandits"]),
        ("2030 peacekeepers", ["2022-01-09-csto-mission-strength-deployed-2030"]),
        ("uranium price", ["2022-01-05-uranium-platts", "2022-01-05-uranium-uxc"]),
        ("\"wild arman\"", ["2022-01-07-wild-arman-arrested", "2025-01-27-wild-arman-20-years", "2025-11-26-wild-arman-appeal"]),
        ("\"I have been a pensioner\"", ["2022-01-18-nazarbayev-video"]),
        ("31st brigade", ["2022-01-06-russia-31st-brigade-possible", "2022-01-06-russia-31st-brigade-deployed"]),
        ("Lukashenko telephones Putin", ["2022-01-05-lukashenko-calls-putin-tokayev"]),
        ("base rate", ["2022-01-25-base-rate"]),
        // Beginnings of words
        ("toka* oath", ["2022-11-26-tokayev-inaugurated"]),
        ("ruzakh", ["2022-01-07-ruzakhunov-detained", "2022-01-10-ruzakhunov-freed", "2022-01-09-ruzakhunov-tv-confession"]),
        ("amnesty sign", ["2022-11-02-amnesty-signed"]),
        // Names in Latin spellings
        ("Janaozen protest", ["2022-01-02-zhanaozen-protest"]),
        ("Qasym-Jomart Toqaev oath", ["2022-11-26-tokayev-inaugurated"]),
        ("Qyzylorda riot", ["2022-01-05-kyzylorda-riot"]),
        ("Masimov treason", ["2022-01-06-massimov-detained", "2022-01-08-knb-massimov-treason"]),
        ("Zatulin at random", ["2022-01-05-zatulin-not-at-random", "2022-01-05-zatulin-warns-not-at-random"]),
        // Russian, inflected
        ("Затулиным", ["2022-01-05-zatulin-not-at-random", "2022-01-05-zatulin-warns-not-at-random",
            "2022-01-05-zatulin-csto-depends-on-russia", "2022-01-12-zatulin-elite-infighting"]),
        ("Пашинян Токаев", ["2022-01-05-pashinyan-tokayev-call"]),
        ("Масимова", ["2022-01-05-massimov-dismissed", "2022-01-06-massimov-detained", "2023-04-massimov-18-years"]),
        ("Рузахунова", ["2022-01-07-ruzakhunov-detained", "2022-01-10-ruzakhunov-freed"]),
        ("сжиженный газ Мангистау", ["2022-01-01-lpg-mangystau-doubled", "2022-01-04-lpg-mangystau-to-50"]),
        ("миротворцы ОДКБ 2030 человек", ["2022-01-09-csto-mission-strength-deployed-2030"]),
        ("Жанаозена", ["2022-01-03-zhanaozen-square-1000", "2022-01-04-zhanaozen-roads-closed"]),
        ("погибли двое военных", ["2022-01-09-army-killed-2"]),
        ("Сердюков", ["2022-01-07-serdyukov-commands", "2022-01-11-serdyukov-helped-stabilise"]),
        ("Air Astana отменил полеты", ["2022-01-06-air-astana-flights-cancelled"]),
        ("Шойгу", ["2022-01-13-shoigu-reports-deadline", "2022-01-11-shoigu-until-stabilised"]),
        // Kazakh
        ("Жаңаөзен", ["2022-01-03-zhanaozen-square-1000", "2022-01-04-zhanaozen-roads-closed"]),
        ("Мәсімов", ["2022-01-05-massimov-dismissed", "2022-01-06-massimov-detained"]),
        ("Қаңтар оқиғасы 238", ["2022-08-16-killed-238"]),
        ("Қызылорда", ["2022-01-05-kyzylorda-riot", "2023-01-05-killed-kyzylorda-26"]),
        ("Алматы әкіміне оқ атылған", ["2022-01-06-sagintayev-car-shot-at"]),
        ("Тоқаев Пашинян", ["2022-01-05-pashinyan-tokayev-call"]),
        ("жоғалған қару", ["2022-service-weapons-stolen-1259"]),
    ];
}
