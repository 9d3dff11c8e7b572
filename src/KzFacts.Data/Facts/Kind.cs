using System.ComponentModel;

namespace KzFacts.Data.Facts;

/// <summary>The kinds of fact.</summary>
public enum Kind
{
    [Description("Something that happened.")]
    Event,

    [Description("Something that somebody said.")]
    Statement,

    [Description("A price, an index, a rate or the like that changed.")]
    PriceChange,

    [Description("Troops sent, or said to be sent, somewhere.")]
    Deployment,

    [Description("A count of what the crisis cost: killed, injured, detained, destroyed.")]
    Toll,
}

/// <summary>Something that each kind of fact has. A new kind gets a member here; then the C# compiler asks for it wherever one is
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

    /// <summary>All of them, in the order of the kinds.</summary>
    public IEnumerable<T> All => Enum.GetValues<Kind>().Select(kind => this[kind]);
}
