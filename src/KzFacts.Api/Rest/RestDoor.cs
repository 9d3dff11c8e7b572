using KzFacts.Api.Serving;
using KzFacts.Data;
using KzFacts.Data.Querying;

namespace KzFacts.Api.Rest;

/// <summary>The REST door: what stands under <c>/v1</c>, and the search for clients of Google's Fact Check Tools.</summary>
static class RestDoor
{
    public static void MapRest(this WebApplication app)
    {
        var v1 = app.MapGroup("/v1");
        v1.MapOperation("", new("index", null, OperationKind.Index, []), Index);
        v1.MapLookup();
        v1.MapSearch();
        v1.MapChanges();
        v1.MapCheck();
        v1.MapExport();
        v1.MapSeries();
        var mapper = new CollectionMapper(v1);
        Collections.Facts.Accept(mapper);
        v1.MapHistory();
        v1.MapCitation();
        foreach (var collection in Collections.All.Skip(1)) collection.Accept(mapper);
        app.MapClaimSearch();
    }

    sealed class CollectionMapper(IEndpointRouteBuilder routes) : ICollectionVisitor
    {
        public void Visit<TItem, TFilter>(Collection<TItem, TFilter> collection) where TFilter : Filter, new() => routes.MapCollection(collection);
    }

    /// <summary>What there is, and of which revision.</summary>
    public sealed record Contents(string Revision, string CompiledAt, IReadOnlyList<Content> Collections, string Lookup, string Search, string Check, string Changes, string OpenApi, string Graphql);

    /// <summary>A collection and how many entries it holds.</summary>
    public sealed record Content(string Name, string Url, long Count);

    static async Task Index(HttpContext http, SnapshotHost host)
    {
        var snapshot = http.Lease(host);
        using var lane = await host.RentAsync(snapshot, Work.Costly, http.RequestAborted);
        QueryBinder.Bind(http.Request.Query, lane);
        if (http.IsNotModified(snapshot)) return;
        var root = http.PublicUrl();
        var contents = new Contents(snapshot.State.Revision, snapshot.State.CompiledAt,
            [.. Collections.All.Select(collection => new Content(collection.Path, $"{root}/v1/{collection.Path}", collection.Total(lane)))],
            $"{root}/v1/lookup?url=", $"{root}/v1/search?q=", $"{root}/v1/check", root + ChangesEndpoint.Path, $"{root}/openapi/kzfacts-v1.json", $"{root}/graphql");
        await http.SendAsync(contents, lane: lane);
    }
}
