namespace KzFacts.Languages.Russian;

/// <summary>The kinds of fact, their fields and their titles in Russian.</summary>
static class RussianFacts
{
    public static readonly FactTexts All = new()
    {
        Places = places => places switch
        {
            [] => "место не указано",
            [var only] => only,
            [var one, var other] => $"{one} и {other}",
            [var first, ..] => $"{first} и ещё {places.Count - 1}",
        },
        Event = new()
        {
            Name = "событие",
            Type = "Вид события",
            Start = "Начало",
            End = "Конец",
        },
        Statement = new()
        {
            Name = "высказывание",
            Speaker = "Кто сказал",
            Quote = "Дословно",
            Made = "Когда сказано",
            Channel = "Где сказано",
            Topics = "Темы",
            About = "о событии",
        },
        PriceChange = new()
        {
            Name = "цена",
            Commodity = "Что",
            Measure = "Показатель",
            Unit = "Единица",
            Currency = "Валюта",
            Before = "До",
            After = "После",
            Percent = "Изменение",
            Derived = "вычислено",
            Effective = "Когда",
            Title = title => $"{title.Commodity}{(title.IsCap ? ", предельная цена" : "")}, {title.Places}: " + (title switch
            {
                { Before: { } before, After: { } after } when before == after => $"без изменений, {after}{title.Per}",
                { Before: { } before, After: { } after } => $"{before} → {after}{title.Per}",
                { After: { } after } => $"{after}{title.Per}",
                { Before: { } before } => $"прежде {before}{title.Per}",
                { Percent: { } percent } => percent,
                { IsCap: true } => "регулируется",
                _ => "число не названо",
            }),
        },
        Deployment = new()
        {
            Name = "войска",
            Operation = "Операция",
            Contributor = "Кто послал",
            Formation = "Подразделение",
            Origin = "Откуда",
            Destination = "Куда",
            Phase = "Этап",
            Personnel = "Численность",
            Equipment = "Техника",
            LegalBasis = "Правовое основание",
            Start = "Начало",
            End = "Конец",
            Title = title => title.Contributor + FactTexts.Part(", ", title.Formation) + FactTexts.Part(" → ", title.Destination)
                + FactTexts.Part(", численность: ", title.Personnel) + $" ({title.Phase})",
        },
        Toll = new()
        {
            Name = "потери",
            Measure = "Показатель",
            Group = "Среди кого",
            Count = "Число",
            CountedOn = "На дату",
            Place = "Место",
            ReportedBy = "Кто подсчитал",
            Note = "Примечание",
            Title = title =>
                title.Measure + FactTexts.Part(" (", title.Group, ")") + $", {title.Place}: {title.Count ?? "число не названо"}",
        },
    };
}
