using System.Text.Json.Nodes;
using KzFacts.Data;
using KzFacts.Data.Querying;
using KzFacts.Data.Registries;

namespace KzFacts.Api.Web;

/// <summary>Reads the examples of the OpenAPI document. They are real answers of the served snapshot, but with a constant revision,
/// time and address.</summary>
public sealed class ExampleReading(Lane lane, SnapshotState state)
{
    /// <summary>The address of the server in examples.</summary>
    public const string Root = "http://localhost:5080";

    public const string CompiledAt = "2026-11-24T00:00:00Z";

    /// <summary>The SHA-256 of no bytes. Examples must not change with every correction of another fact.</summary>
    public const string Revision = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    public Lane Lane => lane;

    public CrisisExamples Crisis => lane.Crisis.Examples;

    /// <summary>What the snapshot says about itself, with the revision and the time of the examples.</summary>
    public SnapshotState State => state with { Revision = Revision, CompiledAt = CompiledAt };

    /// <summary>The id of the example entry of a collection. Empty if the crisis names none.</summary>
    public string IdOf(ICollection collection) => Crisis.Entries.GetValueOrDefault(collection.Path, "");

    /// <summary>The example entry of a collection. Null if there is none.</summary>
    /// <param name="claims">The most claims of a fact. Null for a fact without claims.</param>
    public JsonObject? EntryOf(ICollection collection, int? claims = 2)
    {
        JsonObject? document = null;
        collection.Find(lane, IdOf(collection), row => document = JsonNode.Parse(row.Utf8(0))!.AsObject());
        if (document is null || !collection.IsFact) return document;
        document["claims"] = claims is { } most ? First(document["claims"]!, most) : null;
        return document;
    }

    /// <summary>An answer that is a list. Null if there is no entry to show.</summary>
    public static JsonObject? ListOf(params JsonNode?[] items) =>
        items.Contains(null) ? null : new() { ["revision"] = Revision, ["items"] = new JsonArray(items) };

    /// <summary>The first entries of an array.</summary>
    public static JsonArray First(JsonNode array, int most) => new([.. array.AsArray().Take(most).Select(entry => entry?.DeepClone())]);

    /// <summary>A value of the contract.</summary>
    public static JsonNode? Of<T>(T? value) where T : class => value is null ? null : JsonNode.Parse(FactJson.Utf8(value));
}
