using KzFacts.Compiler.Seeds;
using KzFacts.Data.Facts;

namespace KzFacts.Compiler.Kinds;

/// <summary>Where each kind of fact stands in the seeds, and the record that reads it.</summary>
public static class SeedKinds
{
    public static readonly PerKind<SeedKind> All = new()
    {
        Event = SeedKind.Of<SeedEvent>("events"),
        Statement = SeedKind.Of<SeedStatement>("statements"),
        PriceChange = SeedKind.Of<SeedPriceChange>("price-changes"),
        Deployment = SeedKind.Of<SeedDeployment>("deployments"),
        Toll = SeedKind.Of<SeedToll>("tolls"),
    };
}

/// <param name="Part">The file or the folder of the seeds, without an ending.</param>
/// <param name="Seed">The record of an entry.</param>
/// <param name="Bind">Reads an entry; null where something is wrong with it, which is reported.</param>
public sealed record SeedKind(string Part, Type Seed, Func<SeedBinder, SeedNode, SeedFact?> Bind)
{
    public static SeedKind Of<TSeed>(string part) where TSeed : SeedFact =>
        new(part, typeof(TSeed), (binder, node) => binder.Bind<TSeed>(node));
}
