using System.Text.Json;
using KzFacts.Compiler.Seeds;
using KzFacts.Data;
using KzFacts.Data.Facts;

namespace KzFacts.Compiler.Derivation;

/// <summary>The numbers that the supporting pages of a fact give, and whether they can be true together.</summary>
public static class Figures
{
    sealed record Given(string Source, DateOnly? Day, int Origin, NumberRange Value);

    /// <summary>The figures of a fact by field; a field for which no page gives a number is left out.</summary>
    /// <param name="supporting">The claims that support the fact.</param>
    /// <param name="origins">The origin of each source, as <see cref="Origins.Of"/> numbers them.</param>
    public static IReadOnlyList<Figure> Of(SeedFact fact, IReadOnlyList<DatedClaim> supporting, IReadOnlyDictionary<string, int> origins) =>
        [.. Fields(fact).Select(field => Of(field.Name, field.Value, supporting, origins)).OfType<Figure>()];

    static IEnumerable<(string Name, NumberRange? Value)> Fields(SeedFact fact) => fact switch
    {
        SeedPriceChange price => [("before", price.Before), ("after", price.After), ("percent", price.Percent is { } percent ? new() { Min = percent, Max = percent } : null)],
        SeedDeployment deployment => [("personnel", deployment.Personnel)],
        SeedToll toll => [("count", toll.Count)],
        _ => [],
    };

    static Figure? Of(string field, NumberRange? own, IReadOnlyList<DatedClaim> supporting, IReadOnlyDictionary<string, int> origins)
    {
        var given = supporting
            .Select(claim => (claim, value: claim.Claim.Values.TryGetValue(field, out var page) ? RangeOf(page) : own))
            .Where(pair => pair.value is not null)
            .Select(pair => new Given(pair.claim.Source.Id, pair.claim.Day, origins[pair.claim.Source.Id], pair.value!))
            .ToList();
        if (given.Count == 0) return null;
        var values = given.GroupBy(page => page.Value)
            .Select(pages => (
                Range: pages.Key,
                Day: pages.Max(page => page.Day) ?? DateOnly.MinValue,
                Value: new FigureValue
                {
                    Min = pages.Key.Min,
                    Max = pages.Key.Max,
                    Origins = pages.Select(page => page.Origin).Distinct().Count(),
                    Sources = [.. pages.Select(page => page.Source).Order(StringComparer.Ordinal)],
                }))
            .OrderByDescending(value => value.Value.Origins).ThenByDescending(value => value.Day).ThenBy(value => value.Value.Sources[0], StringComparer.Ordinal)
            .ToList();
        var differ = given.Any(a => given.Any(b => a.Origin != b.Origin && !a.Value.Overlaps(b.Value)));
        return new()
        {
            Field = field,
            Low = given.Min(page => page.Value.Min ?? page.Value.Max!.Value),
            Best = values[0].Range,
            High = given.Max(page => page.Value.Max ?? page.Value.Min!.Value),
            Agreement = differ ? Agreement.Differ : Agreement.Agree,
            Values = [.. values.Select(value => value.Value)],
        };
    }

    static NumberRange? RangeOf(JsonElement page) => page.ValueKind switch
    {
        JsonValueKind.Number => new() { Min = page.GetDouble(), Max = page.GetDouble() },
        JsonValueKind.Object => page.Deserialize<NumberRange>(FactJson.Options),
        _ => null,
    };
}
