using KzFacts.Data.Facts;

namespace KzFacts.Compiler.Seeds;

/// <summary>Where each kind of fact stands in the seeds.</summary>
public static class SeedKinds
{
    public static readonly IReadOnlyList<(Kind Kind, string Part, Type Seed)> All =
    [
        (Kind.Event, "events", typeof(SeedEvent)),
        (Kind.Statement, "statements", typeof(SeedStatement)),
        (Kind.PriceChange, "price-changes", typeof(SeedPriceChange)),
        (Kind.Deployment, "deployments", typeof(SeedDeployment)),
        (Kind.Toll, "tolls", typeof(SeedToll)),
    ];

    /// <summary>The entry of a kind, or null where something is wrong with it (and reported).</summary>
    public static SeedFact? Bind(SeedBinder binder, Kind kind, SeedNode node) => kind switch
    {
        Kind.Event => binder.Bind<SeedEvent>(node),
        Kind.Statement => binder.Bind<SeedStatement>(node),
        Kind.PriceChange => binder.Bind<SeedPriceChange>(node),
        Kind.Deployment => binder.Bind<SeedDeployment>(node),
        Kind.Toll => binder.Bind<SeedToll>(node),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
