using System.Buffers;
using System.Text.Json;
using KzFacts.Api.Formats;
using KzFacts.Api.Serving;
using KzFacts.Api.Web;
using KzFacts.Data;
using KzFacts.Data.Facts;
using KzFacts.Data.Querying;
using KzFacts.Data.Registries;
using Microsoft.AspNetCore.WebUtilities;

namespace KzFacts.Api.Rest;

/// <summary>Lists and reads every collection in the same way, whatever it holds.</summary>
static class CollectionEndpoints
{
    public static void MapCollection<TItem, TFilter>(this IEndpointRouteBuilder routes, Collection<TItem, TFilter> collection)
        where TFilter : Filter, new()
    {
        var page = collection.IsFact ? typeof(FactPageRequest) : typeof(RegistryPageRequest);
        var entry = collection.IsFact ? typeof(FactRequest) : typeof(EntryRequest);
        // Places and facts have a position on the map. Only facts have days of change, which a feed needs.
        string[] geojson = collection.IsFact || typeof(TItem) == typeof(Place) ? ["geojson"] : [];
        string[] listFormats = ["json", "csv", "ndjson", .. geojson, .. collection.IsFact ? ["atom"] : (string[])[]];
        string[] entryFormats = ["json", .. collection.IsFact ? ["ld+json", "atom"] : (string[])[], "csv", "ndjson", .. geojson];
        var list = new Operation(typeof(EntryPage<TItem>))
        {
            Parameters = [typeof(TFilter), page], Formats = listFormats, List = collection.Path, Success = "A page.",
            FormatNotes = new Dictionary<string, string> { ["geojson"] = GeoJson("a FeatureCollection"), ["atom"] = Atom },
            Example = (examples, format) => CollectionExamples.OfList(examples, collection, format),
        };
        var find = new Operation(typeof(TItem))
        {
            Parameters = [entry], EntryOf = collection, Formats = entryFormats, Success = "The entry.",
            FormatNotes = new Dictionary<string, string> { ["geojson"] = GeoJson("a Feature"), ["atom"] = Atom },
            Example = (examples, format) => CollectionExamples.OfEntry(examples, collection, format),
        };
        routes.MapOperation($"/{collection.Path}", list, (http, host) => ListAsync(http, host, collection, listFormats))
            .WithName($"list{collection.PluralName}").WithTags(collection.Label).WithSummary($"List {collection.Path}")
            .WithDescription(collection.IsFact
                ? $"{collection.Label} that match all filters, in the order of first day, time and id, without their claims unless " +
                    "expand=claims. The formats json and atom have pages; csv (flat columns), ndjson and geojson hold all facts, or as " +
                    "many as limit allows."
                : $"{collection.Label} that match all filters, in the order of their ids. The format json has pages; the others hold all " +
                    "entries, or as many as limit allows.");
        routes.MapOperation($"/{collection.Path}/{{id}}", find, (http, host) => FindAsync(http, host, collection, entryFormats))
            .WithName($"find{collection.Name}").WithTags(collection.Label).WithSummary($"Find one of the {collection.Path}")
            .WithDescription(collection.IsFact
                ? "The fact with all the pages that claim it. With asOf: as it was known by the end of that day."
                : "The entry of the registry.");
    }

    const string Atom =
        "RFC 4287: one entry for each fact, updated on the day of its last change. rel=next links to the next page (RFC 5005).";

    static string GeoJson(string what) =>
        $"RFC 7946: {what} of the places, a Point, a MultiPoint or null, with the JSON of the entry as the properties.";

    static async Task ListAsync<TItem, TFilter>(HttpContext http, SnapshotHost host, Collection<TItem, TFilter> collection,
        IReadOnlyList<string> formats) where TFilter : Filter, new()
    {
        var filter = new TFilter();
        PageRequest request = collection.IsFact ? new FactPageRequest() : new RegistryPageRequest();
        var snapshot = http.Lease(host);
        string format;
        using (var lane = await host.RentAsync(snapshot, CostOf(http.Request), http.RequestAborted))
        {
            QueryBinder.Bind(http, lane, filter, request);
            format = http.Negotiate(request.Format, formats);
            var scope = CursorScope.Of(collection.Path, filter, request.Descending);
            filter = filter with { Page = request.ToPage() };
            if (http.IsAnswered(snapshot, format)) return;
            if (format == "json") await WritePageAsync(http, snapshot, lane, collection, filter, request, scope);
            else if (format == "atom") await WriteFeedAsync(http, lane, collection, filter, scope);
        }
        if (format is not ("json" or "atom")) await Download.WriteAsync(http, host, snapshot, collection, filter, request, format);
    }

    static readonly string[] ParametersOfCostlyLists = ["count", "q", "bbox", "publisher", "expand"];

    /// <summary>A page of a list comes from an index and is cheap. Counting, ranking and filtering without an index are costly, and
    /// so are feeds and documents with claims.</summary>
    static Work CostOf(HttpRequest request) =>
        ParametersOfCostlyLists.Any(request.Query.ContainsKey) || request.Query["format"] == "atom" || request.Headers.Accept.ToString()
        .Contains("atom", StringComparison.Ordinal)
        ? Work.Costly : Work.Cheap;

    static async Task WritePageAsync<TItem, TFilter>(HttpContext http, Snapshot snapshot, Lane lane, Collection<TItem, TFilter> collection,
        TFilter filter, PageRequest request, CursorScope scope)
        where TFilter : Filter, new()
    {
        Cursor? next = null;
        Envelope.WriteList(lane.Buffer, snapshot.State.Revision, each =>
            next = collection.List(lane, filter, request.WithClaims, each), json =>
        {
            json.WriteValue("count", request.Count is true ? collection.Count(lane, filter) : (long?)null);
            json.WriteNext(http, scope.Write(next));
        });
        await http.SendBufferAsync(lane);
    }

    static async Task WriteFeedAsync<TItem, TFilter>(HttpContext http, Lane lane, Collection<TItem, TFilter> collection, TFilter filter,
        CursorScope scope) where TFilter : Filter, new()
    {
        List<Fact> facts = [];
        // Read with claims, because the words of a status may need them.
        var next = collection.List(lane, filter, withClaims: true, row => facts.Add(FactJson.Read<Fact>(row.Utf8(0))));
        var path = collection.Path + QueryHelpers.AddQueryString("", http.Request.Query.Where(pair =>
            pair.Key is not ("after" or "limit" or "format" or "expand" or "count")));
        var self = $"{http.PublicUrl()}{http.Request.Path}{http.Request.QueryString}";
        var feed = new AtomFeed(lane, http.PublicUrl(), (filter as FactFilter)?.AsOf)
            .Page(collection.Label, path, self, LinkNext(http, scope.Write(next)), facts);
        lane.Dispose();
        await http.SendBytesAsync(feed, MediaTypes.ContentTypeOf("atom"));
    }

    /// <summary>Writes the cursor and the address of the next page. Both are null on the last page.</summary>
    public static void WriteNext(this Utf8JsonWriter json, HttpContext http, string? next)
    {
        json.WriteString("nextCursor", next);
        json.WriteString("next", LinkNext(http, next));
    }

    /// <summary>The address of the page after a cursor, which is also sent in the Link header. Null after the last page.</summary>
    public static string? LinkNext(HttpContext http, string? next)
    {
        if (next is null) return null;
        var address = http.PublicUrl() + http.Request.Path + QueryHelpers.AddQueryString("",
            [.. http.Request.Query.Where(pair => pair.Key != "after"), new("after", next)]);
        http.Response.Headers.Link = $"<{address}>; rel=\"next\"";
        return address;
    }

    static async Task FindAsync<TItem, TFilter>(HttpContext http, SnapshotHost host, Collection<TItem, TFilter> collection,
        IReadOnlyList<string> formats) where TFilter : Filter, new()
    {
        var id = (string)http.Request.RouteValues["id"]!;
        var snapshot = http.Lease(host);
        using var lane = await host.RentAsync(snapshot, Work.Cheap, http.RequestAborted);
        var request = collection.IsFact ? new FactRequest() : new EntryRequest();
        QueryBinder.Bind(http, lane, request);
        var asOf = (request as FactRequest)?.AsOf;
        var format = http.Negotiate(request.Format, formats);
        var isAnswered = false;
        var found = collection.Find(lane, id, asOf, row =>
        {
            if (!(isAnswered = http.IsAnswered(snapshot, format))) WriteEntry(http, lane, row.Utf8(0), typeof(TItem), format, asOf);
        });
        if (found && !isAnswered) await http.SendBufferAsync(lane, MediaTypes.ContentTypeOf(format));
        else if (!found) await SendMissingAsync(http, lane, collection, id, asOf);
    }

    static void WriteEntry(HttpContext http, Lane lane, ReadOnlySpan<byte> document, Type record, string format, DateOnly? asOf)
    {
        switch (format)
        {
            case "json": lane.Buffer.Write(document); break;
            case "ld+json": FactJson.Write(lane.Buffer, new JsonLd(lane, http.PublicUrl(), asOf).Of(FactJson.Read<Fact>(document))); break;
            case "atom": lane.Buffer.Write(new AtomFeed(lane, http.PublicUrl(), asOf).Document(FactJson.Read<Fact>(document))); break;
            default: RowFormat.Of(format, record)!.WriteOne(document, lane.Buffer); break;
        }
    }

    /// <summary>Answers for a missing entry: 410 for a removed fact, otherwise 404.</summary>
    public static Task SendMissingAsync<TItem, TFilter>(HttpContext http, Lane lane, Collection<TItem, TFilter> collection, string id,
        DateOnly? asOf) where TFilter : Filter, new()
    {
        var missing = MissingEntry.Of(lane, collection, id, asOf);
        return Problems.WriteAsync(http, missing.Removed is null ? ProblemKinds.NotFound : ProblemKinds.Removed, missing.Detail,
            removed: missing.Removed, suggestion: missing.Suggestion is { } meant ? $"/v1/{missing.Collection}/{meant}" : null);
    }
}
