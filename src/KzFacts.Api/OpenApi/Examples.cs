using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;
using KzFacts.Api.Formats;
using KzFacts.Api.Rest;
using KzFacts.Api.Serving;
using KzFacts.Data;
using KzFacts.Data.Checking;
using KzFacts.Data.Facts;
using KzFacts.Data.Names;
using KzFacts.Data.Querying;

namespace KzFacts.Api.OpenApi;

/// <summary>The examples of the OpenAPI document: real answers of the snapshot that is served, under a revision that does not move.</summary>
sealed class Examples(SnapshotHost host)
{
    // The SHA-256 of nothing: an example must not change with every correction of other facts.
    const string Revision = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    const string Root = "http://localhost:5080", CompiledAt = "2026-11-24T00:00:00Z";

    static CrisisExamples Of(Lane lane) => lane.Crisis.Examples;

    /// <summary>The id of the entry that stands for a collection; null where the crisis names none.</summary>
    public string? IdOf(ICollection collection) => host.Crisis.Examples.Entries.GetValueOrDefault(collection.Path);

    static string IdOf(Lane lane, ICollection collection) => Of(lane).Entries.GetValueOrDefault(collection.Path, "");

    /// <summary>The answer to show, or null where the snapshot does not hold what the example is about.</summary>
    public JsonNode? Of(Operation operation)
    {
        using var lease = host.Lease();
        using var lane = lease.Snapshot.Rent(Timeout.InfiniteTimeSpan);
        return operation.Kind switch
        {
            OperationKind.Index => Contents(),
            OperationKind.Lookup => Lookup(lane),
            OperationKind.Lookups => Lookup(lane) is { } answer ? new JsonObject { ["revision"] = Revision, ["items"] = new JsonArray(answer) } : null,
            OperationKind.Check => Check(lane),
            OperationKind.History => FactHistory.Of(lane, IdOf(lane, operation.Collection!)) is { } history ? JsonNode.Parse(FactJson.Utf8(history)) : null,
            OperationKind.Citation => Citation.Of(lane, IdOf(lane, operation.Collection!), null, lease.Snapshot.State with { Revision = Revision, CompiledAt = CompiledAt }, Root) is { } citation ? JsonNode.Parse(FactJson.Utf8(citation)) : null,
            OperationKind.Claims => JsonNode.Parse(FactJson.Utf8(ClaimSearchEndpoint.Find(lane, new() { Query = "killed", PageSize = 1 }, Root))),
            OperationKind.Changes => Change(lane) is { } change ? new JsonObject { ["revision"] = Revision, ["items"] = new JsonArray(change), ["since"] = null, ["nextCursor"] = null, ["next"] = null } : null,
            OperationKind.ChangeStream => Change(lane) is { } added ? $"retry: 2000\n\nevent: added\nid: {new Cursor("1", CompiledAt, IdOf(lane, Collections.Facts))}\ndata: {added.ToJsonString(FactJson.Options)}\n\n" : null,
            OperationKind.Series => new JsonObject { ["revision"] = Revision, ["items"] = new JsonArray([.. operation.Series!.Sample(lane).Select(one => JsonNode.Parse(FactJson.Utf8(one)))]) },
            OperationKind.Find => Document(lane, operation.Collection!),
            OperationKind.Search => Search(lane),
            _ => Document(lane, operation.Collection!, withClaims: false) is { } item
                ? new JsonObject { ["revision"] = Revision, ["items"] = new JsonArray(item), ["count"] = null, ["nextCursor"] = null, ["next"] = null }
                : null,
        };
    }

    /// <summary>The answer to show in a format other than JSON, or null.</summary>
    public JsonNode? Of(Operation operation, string format)
    {
        if (format is not ("csv" or "ndjson" or "geojson" or "atom")) return null;
        using var lease = host.Lease();
        using var lane = lease.Snapshot.Rent(Timeout.InfiniteTimeSpan);
        if (operation.Series is { } series)
        {
            var table = new ArrayBufferWriter<byte>();
            series.WriteCsv(table, series.Sample(lane));
            return Encoding.UTF8.GetString(table.WrittenSpan);
        }
        if (operation.Kind == OperationKind.Changes)
            return Change(lane) is { } change ? Encoding.UTF8.GetString(new AtomFeed(lane, Root, null).Page("changes", $"{Root}{ChangesEndpoint.Path}?format=atom&limit=1", null, [System.Text.Json.JsonSerializer.SerializeToElement(change, FactJson.Options)])) : null;
        var (collection, isList) = (operation.Collection!, operation.Kind == OperationKind.List);
        if (Document(lane, collection, withClaims: !isList || format == "atom") is not { } document) return null;
        var utf8 = FactJson.Utf8(document);
        if (format == "atom")
        {
            var (feed, fact) = (new AtomFeed(lane, Root, null), FactJson.Read<Fact>(utf8));
            return Encoding.UTF8.GetString(isList ? feed.Page(collection.Label, collection.Path, $"{Root}/v1/{collection.Path}?format=atom&limit=1", null, [fact]) : feed.Document(fact));
        }
        var (rows, answer) = (RowFormat.Of(format, collection.ItemType), new ArrayBufferWriter<byte>());
        rows.WriteOne(utf8, answer);
        var text = Encoding.UTF8.GetString(answer.WrittenSpan);
        if (isList) text = text.Insert(rows.Header.Length, rows.Whole.Open) + rows.Whole.Close;
        return format == "geojson" ? JsonNode.Parse(text) : text;
    }

    // Sizes would change with every fact that is added: one collection stands for all.
    static JsonNode Contents() => System.Text.Json.JsonSerializer.SerializeToNode(
        new RestDoor.Contents(Revision, CompiledAt, [new("events", $"{Root}/v1/events", 253)], $"{Root}/v1/lookup?url=",
            $"{Root}/v1/search?q=", $"{Root}/v1/check", Root + ChangesEndpoint.Path, $"{Root}/openapi/kzfacts-v1.json", $"{Root}/graphql"),
        Data.FactJson.Options)!;

    static JsonObject? Document(Lane lane, ICollection collection, bool withClaims = true)
    {
        JsonObject? document = null;
        collection.Find(lane, IdOf(lane, collection), row => document = JsonNode.Parse(row.Utf8(0))!.AsObject());
        if (document is null || !collection.IsFact) return document;
        if (!withClaims) document["claims"] = null;
        else document["claims"] = new JsonArray([.. document["claims"]!.AsArray().Take(2).Select(claim => claim!.DeepClone())]);
        return document;
    }

    static JsonObject? Change(Lane lane) => Document(lane, Collections.Facts) is not { } fact ? null : new()
    {
        ["revision"] = Revision, ["at"] = CompiledAt, ["action"] = "added", ["fact"] = IdOf(lane, Collections.Facts), ["kind"] = fact["kind"]!.DeepClone(), ["before"] = null, ["after"] = fact, ["reason"] = null,
    };

    static JsonObject? Lookup(Lane lane)
    {
        if (Of(lane).Link is not { } link) return null;
        var answer = new ArrayBufferWriter<byte>();
        Data.Querying.Lookup.Write(lane, Data.Querying.Lookup.Find(lane, link), new(), answer);
        var node = JsonNode.Parse(answer.WrittenSpan)!.AsObject();
        if (node["source"] is null) return null;
        node["claims"] = new JsonArray([.. node["claims"]!.AsArray().Take(1).Select(claim => claim!.DeepClone())]);
        return node;
    }

    static JsonObject? Search(Lane lane)
    {
        if (Of(lane).RareWord is not { } word) return null;
        var answer = new ArrayBufferWriter<byte>();
        FactSearch.Write(lane, Revision, new() { Q = word, Page = new() { Limit = 1 } }, new(Facets: [Facet.Kind]), answer);
        var node = JsonNode.Parse(answer.WrittenSpan)!.AsObject();
        return node["items"]!.AsArray().Count == 0 ? null : node;
    }

    static JsonNode? Check(Lane lane)
    {
        if (Of(lane).Sentence is not { } sentence) return null;
        var answer = Data.Checking.Check.Of(lane, new(sentence, Of(lane).SentenceDay));
        IReadOnlyList<CheckedSentence> sentences = [.. answer.Sentences.Select(one => one with { Facts = [.. one.Facts.Take(1)] })];
        return JsonNode.Parse(FactJson.Utf8(answer with { Revision = Revision, Sentences = sentences }));
    }

    /// <summary>The body of a request to show.</summary>
    public JsonNode BodyOf(Operation operation)
    {
        var examples = host.Crisis.Examples;
        return operation.Kind == OperationKind.Lookups
            ? examples.Link is { } link ? new JsonObject { ["urls"] = new JsonArray(link, "https://t.co/AbCdEfGhIj") } : JsonNode.Parse(LookupEndpoint.Example)!
            : examples.Sentence is { } sentence ? new JsonObject { ["text"] = sentence, ["date"] = $"{examples.SentenceDay:yyyy-MM-dd}" } : JsonNode.Parse(CheckEndpoint.Example)!;
    }
}
