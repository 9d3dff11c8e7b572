using KzFacts.Compiler.Seeds;
using KzFacts.Data.Facts;

namespace KzFacts.Compiler.Kinds;

/// <summary>The files of a kind of fact in the seeds, and the record that reads them.</summary>
/// <param name="Part">The file or folder of the seeds, without its ending.</param>
/// <param name="Seed">The record of an entry.</param>
/// <param name="Bind">Reads an entry. Returns null after reporting an error in it.</param>
public sealed record SeedKind(string Part, Type Seed, Func<SeedBinder, SeedNode, SeedFact?> Bind)
{
    public static readonly PerKind<SeedKind> All = new()
    {
        Event = Of<SeedEvent>("events"), Statement = Of<SeedStatement>("statements"), PriceChange = Of<SeedPriceChange>("price-changes"),
        Deployment = Of<SeedDeployment>("deployments"), Toll = Of<SeedToll>("tolls"),
    };

    static SeedKind Of<TSeed>(string part) where TSeed : SeedFact =>
        new(part, typeof(TSeed), (binder, node) => binder.Bind<TSeed>(node));
}
