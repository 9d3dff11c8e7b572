using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using KzFacts.Data.Facts;

namespace KzFacts.Languages;

/// <summary>The words of a language for each kind of fact and its fields, and its rules for generated titles.</summary>
public sealed record FactTexts
{
    public required EventTexts Event { get; init; }

    public required StatementTexts Statement { get; init; }

    public required PriceChangeTexts PriceChange { get; init; }

    public required DeploymentTexts Deployment { get; init; }

    public required TollTexts Toll { get; init; }

    /// <summary>The names of several places in a title. For an empty list: the text for "no place".</summary>
    public required Func<IReadOnlyList<string>, string> Places { get; init; }

    /// <summary>A part of a title. Empty if there is no word for it.</summary>
    internal static string Part(string before, string? word, string after = "") => word is null ? "" : before + word + after;

    public KindTexts Of(Kind kind) => new PerKind<KindTexts>
    {
        Event = Event, Statement = Statement, PriceChange = PriceChange, Deployment = Deployment, Toll = Toll,
    }[kind];
}

/// <summary>The words of a language for a kind of fact and its fields. Each field is a property with the name of the contract's
/// member.</summary>
public abstract record KindTexts
{
    static readonly ConcurrentDictionary<(Type, string), PropertyInfo?> Properties = [];

    /// <summary>The name of a single fact of this kind.</summary>
    public required string Name { get; init; }

    /// <summary>The label of a field, by the name of the contract's member.</summary>
    /// <exception cref="KeyNotFoundException">The kind has no label for the field.</exception>
    public string LabelOf(string member) =>
        (string?)Properties.GetOrAdd((GetType(), member), key => key.Item1.GetProperties()
            .FirstOrDefault(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name) == key.Item2))?.GetValue(this)
        ?? throw new KeyNotFoundException($"{GetType().Name} has no label for '{member}'.");
}

public sealed record EventTexts : KindTexts
{
    public required string Type { get; init; }
    public required string Start { get; init; }
    public required string End { get; init; }
}

public sealed record StatementTexts : KindTexts
{
    public required string Speaker { get; init; }
    public required string Quote { get; init; }
    public required string Made { get; init; }
    public required string Channel { get; init; }
    public required string Topics { get; init; }

    /// <summary>The word before the title of an event that a statement is about.</summary>
    public required string About { get; init; }
}

public sealed record PriceChangeTexts : KindTexts
{
    public required string Commodity { get; init; }
    public required string Measure { get; init; }
    public required string Unit { get; init; }
    public required string Currency { get; init; }
    public required string Before { get; init; }
    public required string After { get; init; }
    public required string Percent { get; init; }

    /// <summary>The remark on a percentage that no page gives.</summary>
    public required string Derived { get; init; }
    public required string Effective { get; init; }
    public required Func<PriceChangeTitle, string> Title { get; init; }
}

/// <summary>The words for the title of a price change.</summary>
/// <param name="Per">A space, the currency and the unit, such as " EUR/litre". Empty if there is neither.</param>
/// <param name="Percent">With its sign and the percent sign.</param>
public sealed record PriceChangeTitle(
    string Commodity, bool IsCap, string Places, string Per, string? Before, string? After, string? Percent);

public sealed record DeploymentTexts : KindTexts
{
    public required string Operation { get; init; }
    public required string Contributor { get; init; }
    public required string Formation { get; init; }
    public required string Origin { get; init; }
    public required string Destination { get; init; }
    public required string Phase { get; init; }
    public required string Personnel { get; init; }
    public required string Equipment { get; init; }
    public required string LegalBasis { get; init; }
    public required string Start { get; init; }
    public required string End { get; init; }
    public required Func<DeploymentTitle, string> Title { get; init; }
}

/// <summary>The words for the title of a deployment.</summary>
public sealed record DeploymentTitle(string Contributor, string? Formation, string? Destination, string? Personnel, string Phase);

public sealed record TollTexts : KindTexts
{
    public required string Measure { get; init; }
    public required string Group { get; init; }
    public required string Count { get; init; }
    public required string CountedOn { get; init; }
    public required string Place { get; init; }
    public required string ReportedBy { get; init; }
    public required string Note { get; init; }
    public required Func<TollTitle, string> Title { get; init; }
}

/// <summary>The words for the title of a toll.</summary>
/// <param name="Group">The group that is counted. Null for everybody.</param>
/// <param name="Count">Null if no page gives a number.</param>
public sealed record TollTitle(string Measure, string? Group, string Place, string? Count);
