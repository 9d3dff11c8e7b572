using KzFacts.Compiler.Seeds;
using KzFacts.Data.Facts;

namespace KzFacts.Compiler.Derivation;

/// <summary>One line for each fact: written for events, made from a template for the other kinds.</summary>
public static class Titles
{
    const int Longest = 110;

    public static string Of(SeedFact fact, Registries names) => fact switch
    {
        SeedEvent e => e.Title,
        SeedStatement s => Cut($"{names.Actors[s.Speaker].Names.En}: {s.Paraphrase}"),
        SeedPriceChange p => Of(p, names),
        SeedDeployment d => Of(d, names),
        SeedToll t => Of(t, names),
        _ => throw new NotSupportedException($"There is no title for {fact.GetType().Name}."),
    };

    static string Of(SeedPriceChange price, Registries names)
    {
        var what = $"{Capital(names.Label("commodity", price.Commodity))}{(price.Measure == "cap" ? " cap" : "")}, {Places(price.Places, names)}";
        var per = price.Unit is null ? "" : $" {price.Currency ?? ""}{(price.Currency is null ? "" : "/")}{names.Label("unit", price.Unit)}";
        var change = (price.Before, price.After, price.Percent) switch
        {
            ({ } before, { } after, _) when before == after => $"unchanged at {after}{per}",
            ({ } before, { } after, _) => $"{before} to {after}{per}",
            (null, { } after, _) => $"{after}{per}",
            ({ } before, null, _) => $"from {before}{per}",
            (null, null, { } percent) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{percent:+0.##;-0.##} %"),
            _ => price.Measure == "cap" ? "regulated" : "no number",
        };
        return Cut($"{what}: {change}");
    }

    static string Of(SeedDeployment deployment, Registries names)
    {
        var who = deployment.Formation is { } formation && formation != deployment.Contributor
            ? $"{names.Actors[deployment.Contributor].Names.En}, {names.Actors[formation].Names.En}"
            : names.Actors[deployment.Contributor].Names.En;
        var where = deployment.Destination is { } place ? $" to {names.Places[place].Names.En}" : "";
        var many = deployment.Personnel is { } personnel ? $", {personnel} people" : "";
        return Cut($"{who}{where}{many} ({Words.Of(deployment.Phase)})");
    }

    static string Of(SeedToll toll, Registries names)
    {
        var among = toll.Group == "all" ? "" : $" ({names.Label("group", toll.Group)})";
        return Cut($"{Capital(names.Label("toll_measure", toll.Measure))}{among}, {names.Places[toll.Place].Names.En}: {toll.Count?.ToString() ?? "no number"}");
    }

    static string Places(List<string> places, Registries names) => places.Count switch
    {
        0 => "no place",
        <= 2 => string.Join(" and ", places.Select(place => names.Places[place].Names.En)),
        _ => $"{names.Places[places[0]].Names.En} and {places.Count - 1} more",
    };

    static string Capital(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..]}";

    static string Cut(string text)
    {
        if (text.Length <= Longest) return text;
        var end = text.LastIndexOf(' ', Longest - 1);
        return $"{text[..end].TrimEnd(',', ';', ':', '.')} …";
    }
}
