using System.Text.Json;
using KzFacts.Data;
using KzFacts.Data.Facts;

namespace KzFacts.Compiler.Derivation;

/// <summary>The numbers that the supporting pages of a fact give, and whether they can be true together.</summary>
public static class Figures
{
    sealed record Given(string Source, DateOnly? Reported, NumberRange Value);

    /// <summary>The figures of a fact by field. Fields without any number are left out.</summary>
    /// <param name="supporting">The claims that support the fact.</param>
    /// <param name="origins">The origins of the sources.</param>
    public static IReadOnlyList<Figure> Of(Fact fact, IReadOnlyList<DatedClaim> supporting, Origins origins) =>
        [.. KindDefinition.All[fact.Kind].NumbersOf(fact).Select(number => Of(number.Field, number.Value, supporting, origins))
            .OfType<Figure>()];

    static Figure? Of(string field, NumberRange? own, IReadOnlyList<DatedClaim> supporting, Origins origins)
    {
        var given = supporting
            .Select(claim => (claim, value: claim.Claim.Values.TryGetValue(field, out var page) ? RangeOf(page) : own))
            .Where(pair => pair.value is not null)
            .Select(pair => new Given(pair.claim.Source.Id, pair.claim.Reported, pair.value!))
            .ToList();
        if (given.Count == 0) return null;
        var values = given.GroupBy(page => page.Value)
            .Select(pages => (
                Range: pages.Key,
                Reported: pages.Max(page => page.Reported) ?? DateOnly.MinValue,
                Value: new FigureValue
                {
                    Min = pages.Key.Min,
                    Max = pages.Key.Max,
                    Origins = pages.Select(page => origins.Of(page.Source)).OfType<string>().Distinct().Count(),
                    Sources = [.. pages.Select(page => page.Source).Order(StringComparer.Ordinal)],
                }))
            .OrderByDescending(value => value.Value.Origins).ThenByDescending(value => value.Reported)
            .ThenBy(value => value.Value.Sources[0], StringComparer.Ordinal)
            .ToList();
        var differ = given.Any(a => given.Any(b => !a.Value.Overlaps(b.Value) && origins.AreIndependent(a.Source, b.Source)));
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
