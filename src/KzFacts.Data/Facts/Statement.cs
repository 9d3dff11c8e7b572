using System.ComponentModel;
using KzFacts.Data.Checking;
using KzFacts.Data.Querying;
using KzFacts.Data.Registries;

namespace KzFacts.Data.Facts;

/// <summary>Where a statement was made.</summary>
public enum Channel
{
    [Description("On Facebook.")]
    Facebook,

    [Description("On Twitter.")]
    Twitter,

    [Description("On Telegram.")]
    Telegram,

    [Description("In an address on television.")]
    TvAddress,

    [Description("In an interview.")]
    Interview,

    [Description("At a press conference.")]
    PressConference,

    [Description("In a phone call.")]
    PhoneCall,

    [Description("At a meeting.")]
    Meeting,

    [Description("In a written statement.")]
    WrittenStatement,

    [Description("To a news agency.")]
    NewsAgency,

    [Description("No page says where.")]
    Unknown,
}

[Description("A statement that somebody made.")]
public sealed record Statement : Fact
{
    [Description("Who said it: a person, or the body in whose name it was said.")]
    public required ActorReference Speaker { get; init; }

    [Description("A short quotation of the speaker, or null.")]
    public Quote? Quote { get; init; }

    [Description("What was said, in our words.")]
    public required string Paraphrase { get; init; }

    [Description("When it was said: ISO 8601 with the known precision.")]
    public required string Made { get; init; }

    [Description("Where it was said.")]
    public required Channel Channel { get; init; }

    [Description("The topics. /v1/words has their labels.")]
    public required IReadOnlyList<string> Topics { get; init; }

    [Description("The events that it is about. Their places are its places.")]
    public required IReadOnlyList<FactReference> About { get; init; }

    protected override Kind OwnKind => Kind.Statement;

    public static readonly Collection<Statement, StatementFilter> Collection =
        KindDefinition.Collect<Statement, StatementFilter>(Kind.Statement, "statements", "Statements");
}

[Description("A short quotation of a speaker.")]
public sealed record Quote
{
    [Description("The words, at most 25.")]
    public required string Text { get; init; }

    [Description("Their language, ISO 639-1.")]
    public required string Language { get; init; }

    [Description("true: the words are in the language in which they were said; false: they are a translation; null: not certain.")]
    public bool? Original { get; init; }
}

public sealed record StatementFilter : FactFilter
{
    [Description("Only statements of these speakers."), Known("actor"), Column("speaker")]
    public string[]? Speaker { get; init; }

    [Description("Only statements made in these channels."), OneOf<Channel>, Column("channel")]
    public string[]? Channel { get; init; }

    [Description("Only statements on these topics."), Word("topic"), Linked("fact_topic", "topic")]
    public string[]? Topic { get; init; }

    [Description("Only statements about these events."), Known("fact"), Linked("fact_about", "event")]
    public string[]? About { get; init; }

    [Description("true: only statements with a quotation; false: only those without."), HasValue("quote")]
    public bool? Quoted { get; init; }
}

/// <summary>The definition of statements.</summary>
sealed class StatementKind : KindDefinition<Statement>
{
    public override ICollection Collection => Statement.Collection;

    public override IEnumerable<Cell> CellsOf(Statement fact) =>
        [new("speaker", fact.Speaker.Id), new("channel", ClosedWords.Of(fact.Channel)), new("quote", fact.Quote?.Text)];

    public override IEnumerable<Link> LinksOf(Statement fact) =>
        [.. fact.Topics.Select(topic => new Link("fact_topic", "topic", topic)),
            .. fact.About.Select(about => new Link("fact_about", "event", about.Id))];

    public override IEnumerable<(string Field, NumberRange? Value)> NumbersOf(Statement fact) => [];

    internal override bool IsTold => true;

    internal override Compared? Compare(Comparison on, HeldFact held) => TextComparison.Of(on, held);
}
