using KzFacts.Compiler.Derivation;
using KzFacts.Compiler.Seeds;
using KzFacts.Data.Facts;
using KzFacts.Data.Registries;

namespace KzFacts.Compiler.Kinds;

/// <summary>A change of a price or a rate.</summary>
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

    /// <summary>The change in percent, if the pages give it and no levels.</summary>
    [PageValue]
    public double? Percent { get; init; }

    [PageValue]
    public required PartialDate Effective { get; init; }

    [RefersTo("place")]
    public List<string> Places { get; init; } = [];

    /// <summary>The cause, in our words; at most 400 characters.</summary>
    public string? Cause { get; init; }

    public override PartialDate? Began => Effective;

    public override IReadOnlyList<string> PlacesOf(Func<string, FactSummary> summaryOf) => Places;

    public override IEnumerable<(string Actor, Role Role)> Participants => [];

    public override IEnumerable<string> SearchWords => [$"commodity.{Commodity}"];

    public override IEnumerable<string?> SearchTexts => [];

    public override LocalNames TitlesIn(Registries names) => TitleLabels.TitlesIn(names, (language, labels) =>
    {
        var unit = Unit is null ? null : labels.Word("unit", Unit);
        var per = string.Join('/', new[] { Currency, unit }.OfType<string>());
        return language.Facts.PriceChange.Title(new(
            labels.Capital("commodity", Commodity), Measure == PriceChange.Cap, language.Facts.Places([.. Places.Select(labels.Place)]),
            per.Length > 0 ? $" {per}" : "", Before is null ? null : language.Say(Before), After is null ? null : language.Say(After),
            Percent is { } percent ? $"{(percent > 0 ? "+" : "")}{language.Say(percent)} %" : null));
    });

    public override Fact Draft(Registries names, Func<string, FactSummary> summaryOf) => Blank<PriceChange>() with
    {
        Commodity = Commodity,
        Measure = Measure,
        Unit = Unit,
        Currency = Currency,
        Before = Before,
        After = After,
        Percent = PercentOf(),
        Effective = Effective.Text,
        Cause = Cause,
        Summary = Cause,
    };

    /// <summary>The percentage that the pages give. Otherwise it is derived from two exact numbers.</summary>
    Percent? PercentOf() => this switch
    {
        { Percent: { } printed } => new() { Value = printed, Derived = false },
        { Unit: "percent" } => null, // a percentage of a percentage misleads
        { Before: { Min: { } before and not 0 } old, After: { Min: { } after } now } when old.IsExact() && now.IsExact() =>
            new() { Value = Math.Round((after - before) / before * 100, 2), Derived = true },
        _ => null,
    };

    public override IEnumerable<FieldProblem> Problems() => base.Problems().Concat(LengthProblems("cause", Cause, 400));
}
