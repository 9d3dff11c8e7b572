using System.ComponentModel;

namespace KzFacts.Data.Facts;

/// <summary>The kinds of fact.</summary>
public enum Kind
{
    [Description("Something that happened.")]
    Event,

    [Description("Something that somebody said.")]
    Statement,

    [Description("A price, an index or a rate that changed.")]
    PriceChange,

    [Description("A deployment of troops that happened or was announced.")]
    Deployment,

    [Description("A count of victims, detentions or damage: killed, injured, detained, destroyed.")]
    Toll,
}

/// <summary>One value for each kind of fact. A new kind gets a member here; the C# compiler then asks for it wherever a value is
/// made.</summary>
public sealed record PerKind<T>
{
    public required T Event { get; init; }

    public required T Statement { get; init; }

    public required T PriceChange { get; init; }

    public required T Deployment { get; init; }

    public required T Toll { get; init; }

    public T this[Kind kind] => kind switch
    {
        Kind.Event => Event,
        Kind.Statement => Statement,
        Kind.PriceChange => PriceChange,
        Kind.Deployment => Deployment,
        Kind.Toll => Toll,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>All values, in the order of the kinds.</summary>
    public IEnumerable<T> Values => Enum.GetValues<Kind>().Select(kind => this[kind]);
}
