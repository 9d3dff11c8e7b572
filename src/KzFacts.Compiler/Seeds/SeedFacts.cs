using KzFacts.Data.Facts;

namespace KzFacts.Compiler.Seeds;

/// <summary>What all kinds of fact have in the seeds.</summary>
public abstract record SeedFact : SeedNamed
{
    /// <summary>Relations to other facts: relation to ids.</summary>
    [RefersTo("fact")]
    public Dictionary<RelationType, List<string>> Related { get; init; } = [];

    public required List<SeedClaim> Claims { get; init; }

    public abstract Kind Kind { get; }

    /// <summary>When it began, or null.</summary>
    public abstract PartialDate? Began { get; }

    /// <summary>When it ended, or null.</summary>
    public virtual PartialDate? Ended => null;

    /// <summary>How exactly the beginning is known; only where its date does not say it.</summary>
    public virtual Precision? StatedPrecision => null;

    /// <summary>The period that the id begins with.</summary>
    public PartialDate? IdDate
    {
        get
        {
            foreach (var length in (ReadOnlySpan<int>)[10, 7, 4])
                if (Id.Length > length && Id[length] == '-' && PartialDate.TryParse(Id[..length], out var date)) return date;
            return null;
        }
    }

    public override IEnumerable<FieldProblem> Problems()
    {
        foreach (var problem in base.Problems()) yield return problem;
        if (IdDate is not { } idDate)
            yield return new("id", $"'{Id}' does not begin with its date", "such as 2022-01-05-almaty-unrest, or 2022-01-… where only the month is known");
        else if (Began is { } began && (began.First < idDate.First || began.First > idDate.Last))
            yield return new("id", $"'{Id}' begins with another date than the fact, {began.Text}");
        if (Ended is { } until && (Began ?? IdDate) is { } from
            && (until.Last < from.First || (until.First == from.First && string.CompareOrdinal(until.Time ?? from.Time, from.Time) < 0)))
            yield return new("end", $"the end, {until.Text}, lies before the start, {from.Text}");
        if (Claims.Count == 0) yield return new("claims", "a fact has at least one claim");
        foreach (var twice in Claims.GroupBy(claim => claim.Source).Where(group => group.Count() > 1))
            yield return new("claims", $"source '{twice.Key}' has {twice.Count()} claims", "one claim a source; put what differs into its values and details");
        if (Related.Values.Any(ids => ids.Contains(Id))) yield return new("related", "a fact cannot be related to itself");
    }

    protected static IEnumerable<FieldProblem> LengthProblems(string field, string? text, int most)
    {
        if (text?.Length > most) yield return new(field, $"{field} has {text.Length} characters", $"{most} at the most");
        if (text is { Length: 0 }) yield return new(field, $"{field} is empty");
    }
}

/// <summary>Something that happened.</summary>
public sealed record SeedEvent : SeedFact
{
    public override Kind Kind => Kind.Event;

    public required EventType Type { get; init; }

    /// <summary>At most 90 characters.</summary>
    public required string Title { get; init; }

    /// <summary>At most 400 characters.</summary>
    public required string Summary { get; init; }

    [PageValue]
    public required PartialDate Start { get; init; }

    [PageValue]
    public PartialDate? End { get; init; }

    /// <summary>Only where the date does not say it: hour for "about this time".</summary>
    public Precision? Precision { get; init; }

    [RefersTo("place")]
    public List<string> Places { get; init; } = [];

    /// <summary>Role to actors.</summary>
    [RefersTo("actor")]
    public Dictionary<Role, List<string>> Actors { get; init; } = [];

    public override PartialDate? Began => Start;

    public override PartialDate? Ended => End;

    public override Precision? StatedPrecision => Precision;

    public override IEnumerable<FieldProblem> Problems() =>
        base.Problems().Concat(LengthProblems("title", Title, 90)).Concat(LengthProblems("summary", Summary, 400));
}

/// <summary>Something that somebody said.</summary>
public sealed record SeedStatement : SeedFact
{
    public const int MostQuotedWords = 25;

    public override Kind Kind => Kind.Statement;

    [RefersTo("actor"), PageValue]
    public required string Speaker { get; init; }

    public Quote? Quote { get; init; }

    /// <summary>What was said, in our words; at most 400 characters.</summary>
    public required string Paraphrase { get; init; }

    [PageValue]
    public required PartialDate Made { get; init; }

    [PageValue]
    public required Channel Channel { get; init; }

    [RefersTo("event")]
    public required List<string> About { get; init; }

    [WordOf("topic")]
    public List<string> Topics { get; init; } = [];

    public override PartialDate? Began => Made;

    public override IEnumerable<FieldProblem> Problems()
    {
        foreach (var problem in base.Problems().Concat(LengthProblems("paraphrase", Paraphrase, 400))) yield return problem;
        if (About.Count == 0) yield return new("about", "a statement is about at least one event");
        if (Quote?.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length is { } words and > MostQuotedWords)
            yield return new("quote", $"the quote has {words} words", $"{MostQuotedWords} at the most");
    }
}

/// <summary>A price, or the like, that changed.</summary>
public sealed record SeedPriceChange : SeedFact
{
    public override Kind Kind => Kind.PriceChange;

    [WordOf("commodity")]
    public required string Commodity { get; init; }

    [WordOf("price_measure")]
    public required string Measure { get; init; }

    [WordOf("unit"), PageValue]
    public string? Unit { get; init; }

    [WordOf("currency"), PageValue]
    public string? Currency { get; init; }

    [PageValue]
    public NumberRange? Before { get; init; }

    [PageValue]
    public NumberRange? After { get; init; }

    /// <summary>The change in percent, where the pages print it and no levels.</summary>
    [PageValue]
    public double? Percent { get; init; }

    [PageValue]
    public required PartialDate Effective { get; init; }

    [RefersTo("place")]
    public List<string> Places { get; init; } = [];

    /// <summary>Why, in our words; at most 400 characters.</summary>
    public string? Cause { get; init; }

    public override PartialDate? Began => Effective;

    public override IEnumerable<FieldProblem> Problems() => base.Problems().Concat(LengthProblems("cause", Cause, 400));
}

/// <summary>Troops sent, or said to be sent, somewhere.</summary>
public sealed record SeedDeployment : SeedFact
{
    public override Kind Kind => Kind.Deployment;

    [WordOf("operation")]
    public required string Operation { get; init; }

    [RefersTo("actor")]
    public required string Contributor { get; init; }

    [RefersTo("actor"), PageValue]
    public string? Formation { get; init; }

    [RefersTo("place"), PageValue]
    public string? Origin { get; init; }

    [RefersTo("place"), PageValue]
    public string? Destination { get; init; }

    [PageValue]
    public required Phase Phase { get; init; }

    [PageValue]
    public NumberRange? Personnel { get; init; }

    /// <summary>In our words; at most 400 characters.</summary>
    [PageValue]
    public string? Equipment { get; init; }

    /// <summary>In our words; at most 400 characters.</summary>
    [PageValue]
    public string? LegalBasis { get; init; }

    [PageValue]
    public PartialDate? Start { get; init; }

    [PageValue]
    public PartialDate? End { get; init; }

    public override PartialDate? Began => Start;

    public override PartialDate? Ended => End;

    public override IEnumerable<FieldProblem> Problems() =>
        base.Problems().Concat(LengthProblems("equipment", Equipment, 400)).Concat(LengthProblems("legalBasis", LegalBasis, 400));
}

/// <summary>A count of what the crisis cost.</summary>
public sealed record SeedToll : SeedFact
{
    public override Kind Kind => Kind.Toll;

    [WordOf("toll_measure")]
    public required string Measure { get; init; }

    [WordOf("group"), PageValue]
    public required string Group { get; init; }

    [PageValue]
    public NumberRange? Count { get; init; }

    /// <summary>The day the count stands for.</summary>
    [PageValue]
    public required PartialDate CountedOn { get; init; }

    [RefersTo("place"), PageValue]
    public required string Place { get; init; }

    [RefersTo("actor")]
    public string? ReportedBy { get; init; }

    /// <summary>Remarks in our words; at most 400 characters.</summary>
    [PageValue]
    public string? Note { get; init; }

    public override PartialDate? Began => CountedOn;

    public override IEnumerable<FieldProblem> Problems() => base.Problems().Concat(LengthProblems("note", Note, 400));
}
