using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;
using KzFacts.Api.Formats;
using KzFacts.Api.Web;
using KzFacts.Data;
using KzFacts.Data.Facts;
using KzFacts.Data.Querying;

namespace KzFacts.Api.Rest;

/// <summary>Real entries of the snapshot as the examples of the OpenAPI document, in each format.</summary>
static class CollectionExamples
{
    public static JsonNode? OfList(ExampleReading examples, ICollection collection, string format)
    {
        if (format != "json") return OfEntry(examples, collection, format, isList: true);
        if (examples.EntryOf(collection, claims: null) is not { } item) return null;
        var list = ExampleReading.ListOf(item)!;
        (list["count"], list["nextCursor"], list["next"]) = (null, null, null);
        return list;
    }

    public static JsonNode? OfEntry(ExampleReading examples, ICollection collection, string format, bool isList = false)
    {
        if (format == "ld+json" || examples.EntryOf(collection, isList && format != "atom" ? null : 2) is not { } document) return null;
        if (format == "json") return document;
        var utf8 = FactJson.Utf8(document);
        if (format == "atom")
        {
            var (feed, fact) = (new AtomFeed(examples.Lane, ExampleReading.Root, null), FactJson.Read<Fact>(utf8));
            var self = $"{ExampleReading.Root}/v1/{collection.Path}?format=atom&limit=1";
            return Encoding.UTF8.GetString(isList ? feed.Page(collection.Label, collection.Path, self, null, [fact]) : feed.Document(fact));
        }
        var (rows, answer) = (RowFormat.Of(format, collection.ItemType), new ArrayBufferWriter<byte>());
        rows.WriteOne(utf8, answer);
        var text = Encoding.UTF8.GetString(answer.WrittenSpan);
        if (isList) text = text.Insert(rows.Header.Length, rows.Whole.Open) + rows.Whole.Close;
        return format == "geojson" ? JsonNode.Parse(text) : text;
    }
}
