using System.Buffers;
using System.Text.Json.Nodes;
using KzFacts.Api.Formats;
using KzFacts.Api.Rest;
using KzFacts.Api.Serving;
using KzFacts.Data;
using KzFacts.Data.Facts;
using KzFacts.Data.Querying;

namespace KzFacts.Api.OpenApi;

/// <summary>The examples of the OpenAPI document: real answers of the snapshot that is served, under a revision that does not move.</summary>
sealed class Examples(SnapshotHost host)
{
    // The SHA-256 of nothing: an example must not change with every correction of other facts.
    const string Revision = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    static readonly Dictionary<string, string> Ids = new()
    {
        ["Fact"] = "2022-01-09-killed-164",
        ["Event"] = "2022-01-06-csto-decision",
        ["Statement"] = "2022-01-05-zatulin-warns-not-at-random",
        ["PriceChange"] = "2022-01-01-lpg-mangystau-doubled",
        ["Deployment"] = "2022-01-06-russia-31st-brigade-possible",
        ["Toll"] = "2022-01-09-killed-164",
        ["Source"] = "pledgetimes-csto-peacekeepers",
        ["Actor"] = "kassym-jomart-tokayev",
        ["Place"] = "zhanaozen",
        ["Word"] = "commodity.lpg",
    };

    const string Root = "http://localhost:5080", CompiledAt = "2026-11-24T00:00:00Z";

    const string Url = "https://pledgetimes.com/csto-will-send-peacekeepers-to-kazakhstan/";

    public static string IdOf(ICollection collection) => Ids[collection.Name];

    /// <summary>The answer to show, or null where the snapshot does not hold what the example is about.</summary>
    public JsonNode? Of(Operation operation)
    {
        using var lane = host.Rent(host.Current, CancellationToken.None);
        return operation.Kind switch
        {
            OperationKind.Index => Contents(),
            OperationKind.Lookup => Lookup(lane),
            OperationKind.Lookups => Lookup(lane) is { } answer ? new JsonObject { ["revision"] = Revision, ["items"] = new JsonArray(answer) } : null,
            OperationKind.History => FactHistory.Of(lane, IdOf(operation.Collection!)) is { } history ? JsonNode.Parse(FactJson.Utf8(history)) : null,
            OperationKind.Citation => Citation.Of(lane, IdOf(operation.Collection!), null, host.Current.State with { Revision = Revision, CompiledAt = CompiledAt }, Root) is { } citation ? JsonNode.Parse(FactJson.Utf8(citation)) : null,
            OperationKind.Claims => JsonNode.Parse(FactJson.Utf8(ClaimSearchEndpoint.Find(lane, new() { Query = "killed", PageSize = 1 }, Root))),
            OperationKind.Changes => Change(lane) is { } change ? new JsonObject { ["revision"] = Revision, ["items"] = new JsonArray(change), ["since"] = null, ["nextCursor"] = null, ["next"] = null } : null,
            OperationKind.ChangeStream => Change(lane) is { } added ? $"retry: 2000\n\nevent: added\nid: {new Cursor("1", CompiledAt, IdOf(Collections.Facts))}\ndata: {added.ToJsonString(FactJson.Options)}\n\n" : null,
            OperationKind.Find => Document(lane, operation.Collection!),
            OperationKind.Search => Document(lane, operation.Collection!, withClaims: false) is { } found ? new JsonObject { ["revision"] = Revision, ["items"] = new JsonArray(found) } : null,
            _ => Document(lane, operation.Collection!, withClaims: false) is { } item
                ? new JsonObject { ["revision"] = Revision, ["items"] = new JsonArray(item), ["count"] = null, ["nextCursor"] = null, ["next"] = null }
                : null,
        };
    }

    // Sizes would change with every fact that is added: one collection stands for all.
    static JsonNode Contents() => System.Text.Json.JsonSerializer.SerializeToNode(
        new RestDoor.Contents(Revision, CompiledAt, [new("events", $"{Root}/v1/events", 253)], $"{Root}/v1/lookup?url=",
            $"{Root}/v1/search?q=", Root + ChangesEndpoint.Path, $"{Root}/openapi/kzfacts-v1.json", $"{Root}/graphql"),
        Data.FactJson.Options)!;

    static JsonObject? Document(Lane lane, ICollection collection, bool withClaims = true)
    {
        JsonObject? document = null;
        collection.Find(lane, IdOf(collection), row => document = JsonNode.Parse(row.Utf8(0))!.AsObject());
        if (document is null || !collection.IsFact) return document;
        if (!withClaims) document["claims"] = null;
        else document["claims"] = new JsonArray([.. document["claims"]!.AsArray().Take(2).Select(claim => claim!.DeepClone())]);
        return document;
    }

    static JsonObject? Change(Lane lane) => Document(lane, Collections.Facts) is not { } fact ? null : new()
    {
        ["revision"] = Revision, ["at"] = CompiledAt, ["action"] = "added", ["fact"] = IdOf(Collections.Facts), ["kind"] = fact["kind"]!.DeepClone(), ["before"] = null, ["after"] = fact, ["reason"] = null,
    };

    static JsonObject? Lookup(Lane lane)
    {
        var answer = new ArrayBufferWriter<byte>();
        Data.Querying.Lookup.Write(lane, Data.Querying.Lookup.Find(lane, Url), new(), answer);
        var node = JsonNode.Parse(answer.WrittenSpan)!.AsObject();
        if (node["source"] is null) return null;
        node["claims"] = new JsonArray([.. node["claims"]!.AsArray().Take(1).Select(claim => claim!.DeepClone())]);
        return node;
    }
}
