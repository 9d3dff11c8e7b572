namespace KzFacts.Languages.Kazakh;

/// <summary>The kinds of fact, their fields and their titles in Kazakh.</summary>
static class KazakhFacts
{
    public static readonly FactTexts All = new()
    {
        Places = places => places switch
        {
            [] => "орны көрсетілмеген",
            [var only] => only,
            [var one, var other] => $"{one} және {other}",
            [var first, ..] => $"{first} және тағы {places.Count - 1}",
        },
        Event = new()
        {
            Name = "оқиға",
            Type = "Оқиға түрі",
            Start = "Басталуы",
            End = "Аяқталуы",
        },
        Statement = new()
        {
            Name = "мәлімдеме",
            Speaker = "Кім айтты",
            Quote = "Өз сөзімен",
            Made = "Қашан айтылды",
            Channel = "Қайда айтылды",
            Topics = "Тақырыптар",
            About = "мына оқиға туралы",
        },
        PriceChange = new()
        {
            Name = "баға",
            Commodity = "Не",
            Measure = "Көрсеткіш",
            Unit = "Өлшем бірлігі",
            Currency = "Валюта",
            Before = "Бұрын",
            After = "Кейін",
            Percent = "Өзгеріс",
            Derived = "есептелген",
            Effective = "Қашан",
            Title = title => $"{title.Commodity}{(title.IsCap ? ", шекті баға" : "")}, {title.Places}: " + (title switch
            {
                { Before: { } before, After: { } after } when before == after => $"өзгеріссіз, {after}{title.Per}",
                { Before: { } before, After: { } after } => $"{before} → {after}{title.Per}",
                { After: { } after } => $"{after}{title.Per}",
                { Before: { } before } => $"бұрын {before}{title.Per}",
                { Percent: { } percent } => percent,
                { IsCap: true } => "реттеледі",
                _ => "саны аталмаған",
            }),
        },
        Deployment = new()
        {
            Name = "әскер",
            Operation = "Операция",
            Contributor = "Кім жіберді",
            Formation = "Бөлімше",
            Origin = "Қайдан",
            Destination = "Қайда барады",
            Phase = "Кезең",
            Personnel = "Адам саны",
            Equipment = "Техника",
            LegalBasis = "Құқықтық негізі",
            Start = "Басталуы",
            End = "Аяқталуы",
            Title = title => title.Contributor + FactTexts.Part(", ", title.Formation) + FactTexts.Part(" → ", title.Destination)
                + FactTexts.Part(", саны: ", title.Personnel) + $" ({title.Phase})",
        },
        Toll = new()
        {
            Name = "шығын",
            Measure = "Көрсеткіш",
            Group = "Кімдер арасында",
            Count = "Саны",
            CountedOn = "Қай күнге",
            Place = "Орын",
            ReportedBy = "Кім санады",
            Note = "Ескертпе",
            Title = title => title.Measure + FactTexts.Part(" (", title.Group, ")") + $", {title.Place}: {title.Count ?? "саны аталмаған"}",
        },
    };
}
