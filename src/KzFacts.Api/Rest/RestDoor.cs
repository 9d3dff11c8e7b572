using KzFacts.Api.Serving;
using KzFacts.Api.Web;
using KzFacts.Data;
using KzFacts.Data.Querying;

namespace KzFacts.Api.Rest;

/// <summary>The REST interface: everything under <c>/v1</c>, and the search for clients of Google's Fact Check Tools API.</summary>
static class RestDoor
{
    public static void MapRest(this WebApplication app)
    {
        var v1 = app.MapGroup("/v1");
        v1.MapOperation("", Described, Index).WithName("index").WithTags(Tags.Search).WithSummary("What there is")
            .WithDescription("The collections with their sizes, and the served revision.");
        v1.MapLookup();
        v1.MapSearch();
        v1.MapChanges();
        v1.MapCheck();
        v1.MapExport();
        v1.MapSeries();
        var mapper = new CollectionMapper(v1);
        Catalog.Facts.Accept(mapper);
        v1.MapHistory();
        v1.MapCitation();
        foreach (var collection in Catalog.All.Skip(1)) collection.Accept(mapper);
        app.MapClaimSearch();
    }

    static readonly Operation Described = new(typeof(Contents))
    {
        Success = "The contents.",
        // The example shows one collection only: the sizes of the others would change with every fact that is added.
        Example = (_, _) => ExampleReading.Of(ContentsOf(
            ExampleReading.Root, ExampleReading.Revision, ExampleReading.CompiledAt,
                [new("events", $"{ExampleReading.Root}/v1/events", 253)])),
    };

    static Contents ContentsOf(string root, string revision, string compiledAt, IReadOnlyList<Content> collections) => new(
        revision, compiledAt, collections, $"{root}/v1/lookup?url=", $"{root}/v1/search?q=", $"{root}/v1/check", root + Paths.Changes,
        $"{root}/openapi/kzfacts-v1.json", $"{root}/graphql");

    sealed class CollectionMapper(IEndpointRouteBuilder routes) : ICollectionVisitor
    {
        public void Visit<TItem, TFilter>(Collection<TItem, TFilter> collection) where TFilter : Filter, new() =>
            routes.MapCollection(collection);
    }

    /// <summary>What the service holds, and its revision.</summary>
    public sealed record Contents(string Revision, string CompiledAt, IReadOnlyList<Content> Collections, string Lookup, string Search,
        string Check, string Changes, string OpenApi, string Graphql);

    /// <summary>A collection and the number of its entries.</summary>
    public sealed record Content(string Name, string Url, long Count);

    static async Task Index(HttpContext http, SnapshotHost host)
    {
        var snapshot = http.Lease(host);
        using var lane = await host.RentAsync(snapshot, Work.Costly, http.RequestAborted);
        QueryBinder.Bind(http, lane);
        if (http.IsAnswered(snapshot, "json", snapshot.State.CompiledAt)) return;
        var root = http.PublicUrl();
        var contents = ContentsOf(root, snapshot.State.Revision, snapshot.State.CompiledAt,
            [.. Catalog.All.Select(collection => new Content(collection.Path, $"{root}/v1/{collection.Path}",
                collection.Total(lane)))]);
        await http.SendAsync(contents, lane: lane);
    }
}
