using System.ComponentModel;

namespace KzFacts.Data.Querying;

/// <summary>Which entries of a collection to keep. One record is the source of the REST query parameters, their text in OpenAPI,
/// the GraphQL input and the SQL: a property with a <see cref="DescriptionAttribute"/> is a parameter, its
/// <see cref="WhereAttribute"/> is the predicate, its <see cref="ConstraintAttribute"/> is the check. Dapper reads the parameters
/// of the statement from the record itself.</summary>
public abstract record Filter
{
    /// <summary>The page of the kept entries.</summary>
    public Page Page { get; init; } = new();

    /// <summary>The error in values that exclude each other, or null.</summary>
    public virtual ParameterError? Contradiction => null;

    /// <summary>One more than the page holds. The extra entry tells whether another page follows.</summary>
    public int ReadLimit => Page.Limit + 1;

    public int Limit => Page.Limit;

    public string? AfterFirst => Page.Cursor?.First;

    public string? AfterTime => Page.Cursor?.Time;

    public string? AfterId => Page.Cursor?.Id;
}

/// <summary>The filters that all kinds of fact share.</summary>
public record FactFilter : Filter
{
    /// <summary>The description of <see cref="AsOf"/>, for every parameter with the same meaning.</summary>
    public const string AsOfMeaning =
        "What was known by the end of this day. Claims that became known later do not count; a claim of a page without a date counts "
        + "from the day on which the page was read.";

    [Description("Only facts that last until this day or a later one."), Predicate("f.last >= @From")]
    public DateOnly? From { get; init; }

    [Description("Only facts that begin on this day or an earlier one."), Predicate("f.first <= @To")]
    public DateOnly? To { get; init; }

    [Description("Only facts in these places or in places within them."), Known("place"), Linked("fact_place", "place")]
    public string[]? Place { get; init; }

    [Description("Only facts in this box, in degrees of WGS 84: west,south,east,north."), Box,
        Predicate(
        "f.row in (select p.row from fact_place p join place on place.id = p.place where p.own = 1 and place.latitude between @South and "
        + "@North and (place.longitude between @West and @East or (@West > @East and (place.longitude >= @West or place.longitude <= "
        + "@East))))")]
    public string? Bbox { get; init; }

    [Description("Only facts in which these actors have a role."), Known("actor"), Linked("fact_actor", "actor")]
    public string[]? Actor { get; init; }

    [Description("Only facts about which these pages make a claim."), Known("source"), Linked("claim", "source")]
    public string[]? Source { get; init; }

    [Description("Only facts about which pages of these publishers or media groups make a claim, by exact name."),
        Known("source", "publisher", "publisher_group"),
        Predicate(
        "f.row in (select claim.row from source join claim on claim.source = source.id where source.publisher in @Publisher or " +
        "source.publisher_group in @Publisher)")]
    public string[]? Publisher { get; init; }

    [Description("Only facts with these statuses."), OneOf<Facts.Status>, Column("status")]
    public string[]? Status { get; init; }

    [Description("Only facts that at least this many independent origins support."), Bounds(0, 1000), AtLeast("origins")]
    public int? MinOrigins { get; init; }

    [Description("true: only facts for which independent origins give figures that cannot all be true; false: only the others."),
        Flag("differs")]
    public bool? FiguresDiffer { get; init; }

    [Description(
        "Words to find, in English, Russian or Kazakh, and in any spelling of a name. \"Quoted words\" must stand together. An " +
        "asterisk at the end of a word finds all words that begin with it."), Text, FullText("fact_search")]
    public string? Q { get; init; }

    [Description(AsOfMeaning), Predicate("f.known_from <= @AsOf and @AsOf < f.known_until")]
    public DateOnly? AsOf { get; init; }

    /// <summary>True keeps only facts that have a review. For the program alone.</summary>
    [Flag("reviewed")]
    public bool? Reviewed { get; init; }

    public override ParameterError? Contradiction => From > To
        ? new(ErrorCode.Contradiction, "from", $"from is {From:yyyy-MM-dd}, after to, which is {To:yyyy-MM-dd}.", $"{From:yyyy-MM-dd}",
            Hint: "exchange the two") : null;

    /// <summary><see cref="From"/> as the number of days since 0001-01-01.</summary>
    public int? FromDay => From?.DayNumber;

    public int? ToDay => To?.DayNumber;

    /// <summary>Whether a fact needs only some of the words. A search uses it when no fact has all of them.</summary>
    public bool SomeWords { get; init; }

    /// <summary>The full-text query for <see cref="Q"/>.</summary>
    public string? Match => FullText.Query(Q, SomeWords);

    /// <summary>The full-text query that ranks the best match first.</summary>
    public string? RankedMatch => FullText.Ranked(Q, SomeWords);

    public double? West => BoxAttribute.Edges(Bbox)?[0];

    public double? South => BoxAttribute.Edges(Bbox)?[1];

    public double? East => BoxAttribute.Edges(Bbox)?[2];

    public double? North => BoxAttribute.Edges(Bbox)?[3];
}

/// <summary>Facts of all kinds.</summary>
public sealed record AnyFactFilter : FactFilter
{
    [Description("Only facts of these kinds."), OneOf<Facts.Kind>, Column("kind")]
    public string[]? Kind { get; init; }
}
