using System.ComponentModel;
using System.Reflection;
using System.Text.Json;

namespace KzFacts.Data.Facts;

/// <summary>What the claims together say about a fact. The first status whose condition holds applies.</summary>
public enum Status
{
    [Description("Whoever said it took it back, or a page reports that it was taken back.")]
    Retracted,

    [Description("Some pages support it, and others dispute it.")]
    Disputed,

    [Description("Pages speak of it only as a possibility.")]
    Unconfirmed,

    [Description("Two or more independent origins report it: reported independently, not proven true.")]
    Corroborated,

    [Description("At most one origin reports it, on one page or many.")]
    SingleSource,
}

/// <summary>How a page's claim stands to a fact.</summary>
public enum Stance
{
    [Description("The page says so.")]
    Supports,

    [Description("The page says that it is not so, or was not said.")]
    Disputes,

    [Description("For a statement: the page reports that it was made, and says that its content is untrue.")]
    Rebuts,

    [Description("The page says that it was retracted.")]
    Retracts,
}

/// <summary>In whose voice a page says it: its own, that of somebody else, or as a possibility.</summary>
public enum Modality
{
    [Description("The page says it in its own voice.")]
    Asserted,

    [Description("The page quotes somebody for it.")]
    Attributed,

    [Description("The page speaks of it as a possibility.")]
    Speculated,
}

/// <summary>How precisely the time of a fact is known.</summary>
public enum Precision
{
    [Description("The time of day is known.")]
    Minute,

    [Description("The time of day is known approximately.")]
    Hour,

    [Description("The day is known.")]
    Day,

    [Description("The month is known.")]
    Month,

    [Description("The year is known.")]
    Year,

    [Description("The beginning is unknown; last is the latest possible day.")]
    Unknown,
}

/// <summary>How one fact is related to another.</summary>
public enum RelationType
{
    [Description("The other fact caused this one.")]
    CausedBy,

    [Description("This fact is a part of the other.")]
    PartOf,

    [Description("This fact came after the other and because of it, or in its course.")]
    Follows,

    [Description("This fact answers the other.")]
    ResponseTo,

    [Description("The two facts are two sides of the same thing, such as an event and the toll that it published.")]
    CounterpartOf,

    [Description("The other fact is the event that retracted this one.")]
    RetractedBy,

    [Description("The other fact took the place of this one.")]
    ReplacedBy,
}

/// <summary>The role of an actor in a fact.</summary>
public enum Role
{
    [Description("Began it, or brought it about.")]
    Initiator,

    [Description("Took part in it.")]
    Participant,

    [Description("Suffered it, or was addressed by it.")]
    Target,

    [Description("Decided it.")]
    DecisionMaker,

    [Description("Mediated between the sides.")]
    Mediator,

    [Description("Said it.")]
    Speaker,

    [Description("Sent the troops.")]
    Contributor,

    [Description("Is the unit that was sent.")]
    Formation,

    [Description("Reported the count.")]
    Reporter,
}

/// <summary>Whether the figures of independent origins can be true together.</summary>
public enum Agreement
{
    [Description("All figures of independent origins can be true together.")]
    Agree,

    [Description("Two independent origins give ranges that do not overlap.")]
    Differ,
}

/// <summary>The spelling of closed words in the seeds, the database, REST and GraphQL: <c>TvAddress</c> is <c>tv_address</c>.</summary>
public static class ClosedWords
{
    public static string Of<TWord>(TWord word) where TWord : struct, Enum => Of(word.ToString());

    /// <summary>Reads a word back. The word must exist.</summary>
    public static TWord Read<TWord>(string word) where TWord : struct, Enum => Enum.GetValues<TWord>().First(one => Of(one) == word);

    public static IReadOnlyList<string> All(Type words) => [.. Enum.GetNames(words).Select(Of)];

    /// <summary>The meaning of each word of a closed list, in the order of the list.</summary>
    public static IReadOnlyList<(string Word, string Meaning)> Meanings(Type words) =>
        [.. Enum.GetNames(words).Select(name => (Of(name), words.GetField(name)!.GetCustomAttribute<DescriptionAttribute>()!.Description))];

    /// <summary>The spelling of a name that is known only at run time.</summary>
    public static string Of(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
