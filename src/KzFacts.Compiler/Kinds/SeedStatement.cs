using KzFacts.Compiler.Derivation;
using KzFacts.Compiler.Seeds;
using KzFacts.Data.Facts;
using KzFacts.Data.Registries;

namespace KzFacts.Compiler.Kinds;

/// <summary>A statement that somebody made.</summary>
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

    public override bool TakesPlacesOfOthers => true;

    /// <summary>The places of the events that the statement is about.</summary>
    public override IReadOnlyList<string> PlacesOf(Func<string, FactSummary> summaryOf) =>
        [.. About.SelectMany(id => summaryOf(id).Places).Distinct()];

    public override IEnumerable<(string Actor, Role Role)> Participants => [(Speaker, Role.Speaker)];

    public override IEnumerable<string> SearchWords => Topics.Select(topic => $"topic.{topic}");

    public override IEnumerable<string?> SearchTexts => [Quote?.Text];

    public override LocalNames TitlesIn(Registries names) => new() { En = $"{names.Actors[Speaker].Names.En}: {Paraphrase}" };

    public override Fact Draft(Registries names, Func<string, FactSummary> summaryOf) => Blank<Statement>() with
    {
        Speaker = names.Actors[Speaker].Reference,
        Quote = Quote,
        Paraphrase = Paraphrase,
        Made = Made.Text,
        Channel = Channel,
        Topics = Topics,
        About = [.. About.Select(id => summaryOf(id).Reference)],
        Summary = Paraphrase,
    };

    public override IEnumerable<FieldProblem> Problems()
    {
        foreach (var problem in base.Problems().Concat(LengthProblems("paraphrase", Paraphrase, 400))) yield return problem;
        if (About.Count == 0) yield return new("about", "a statement is about at least one event");
        if (Quote?.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length is { } words and > MostQuotedWords)
            yield return new("quote", $"the quote has {words} words", $"{MostQuotedWords} at the most");
    }
}
