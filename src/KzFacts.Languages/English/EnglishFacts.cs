namespace KzFacts.Languages.English;

/// <summary>The kinds of fact, their fields and their titles in English.</summary>
static class EnglishFacts
{
    public static readonly FactTexts All = new()
    {
        Places = places => places switch
        {
            [] => "no place",
            [var only] => only,
            [var one, var other] => $"{one} and {other}",
            [var first, ..] => $"{first} and {places.Count - 1} more",
        },
        Event = new()
        {
            Name = "event",
            Type = "Sort of event",
            Start = "Start",
            End = "End",
        },
        Statement = new()
        {
            Name = "statement",
            Speaker = "Speaker",
            Quote = "In their own words",
            Made = "Said on",
            Channel = "Said in",
            Topics = "Topics",
            About = "about",
        },
        PriceChange = new()
        {
            Name = "price",
            Commodity = "What",
            Measure = "Measure",
            Unit = "Unit",
            Currency = "Currency",
            Before = "Before",
            After = "After",
            Percent = "Change",
            Derived = "worked out",
            Effective = "When",
            Title = title => $"{title.Commodity}{(title.IsCap ? " cap" : "")}, {title.Places}: " + (title switch
            {
                { Before: { } before, After: { } after } when before == after => $"unchanged at {after}{title.Per}",
                { Before: { } before, After: { } after } => $"{before} to {after}{title.Per}",
                { After: { } after } => $"{after}{title.Per}",
                { Before: { } before } => $"from {before}{title.Per}",
                { Percent: { } percent } => percent,
                { IsCap: true } => "regulated",
                _ => "no number",
            }),
        },
        Deployment = new()
        {
            Name = "deployment",
            Operation = "Operation",
            Contributor = "Sent by",
            Formation = "Unit sent",
            Origin = "From",
            Destination = "Where to",
            Phase = "Phase",
            Personnel = "People",
            Equipment = "Equipment",
            LegalBasis = "Legal basis",
            Start = "Start",
            End = "End",
            Title = title => title.Contributor + FactTexts.Part(", ", title.Formation) + FactTexts.Part(" to ", title.Destination)
                + FactTexts.Part(", ", title.Personnel, " people") + $" ({title.Phase})",
        },
        Toll = new()
        {
            Name = "toll",
            Measure = "What is counted",
            Group = "Among",
            Count = "Count",
            CountedOn = "As of",
            Place = "Place",
            ReportedBy = "Counted by",
            Note = "Note",
            Title = title => title.Measure + FactTexts.Part(" (", title.Group, ")") + $", {title.Place}: {title.Count ?? "no number"}",
        },
    };
}
