using System.Buffers;
using System.Text;
using System.Text.Json;
using KzFacts.Data;
using KzFacts.Data.Querying;

namespace KzFacts.Api.GraphQL;

/// <summary>Cuts selections out of finished documents: what a query asks for is copied, byte by byte, from the JSON that the compiler made.
/// Links out of a document are read level by level, with one statement for each registry of a level.</summary>
sealed class Projection(Lane lane, DateOnly? asOf)
{
    /// <summary>Documents that one root field may lead to.</summary>
    public const int MostLinked = 5000;

    /// <summary>Bytes that one root field may answer with.</summary>
    public const int MostBytes = 8 * 1024 * 1024;

    readonly Dictionary<(string Link, string Id), byte[]?> linked = [];

    /// <summary>Writes the selection of a document.</summary>
    public void Write(ArrayBufferWriter<byte> output, ReadOnlySpan<byte> document, Selection selection)
    {
        var reader = new Utf8JsonReader(document);
        reader.Read();
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                WriteObject(output, document, ref reader, selection);
                break;
            case JsonTokenType.StartArray:
                output.Write("["u8);
                for (var first = true; reader.Read() && reader.TokenType != JsonTokenType.EndArray; first = false)
                {
                    if (!first) output.Write(","u8);
                    Write(output, Slice(document, ref reader), selection);
                }
                output.Write("]"u8);
                break;
            default:
                output.Write(document);
                break;
        }
    }

    void WriteObject(ArrayBufferWriter<byte> output, ReadOnlySpan<byte> document, ref Utf8JsonReader reader, Selection selection)
    {
        if (selection.IsByType) selection = selection.Of(FactJson.KindOf(document).ToString());
        Span<(int Start, int Length)> slots = stackalloc (int, int)[selection.Fields.Count];
        var id = (Start: 0, Length: 0);
        for (var member = 0; reader.Read() && reader.TokenType != JsonTokenType.EndObject; member++)
        {
            var slot = selection.SlotOf(member);
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            var value = (start, (int)reader.BytesConsumed - start);
            if (slot >= 0) slots[slot] = value;
            if (member == selection.IdMember) id = value;
        }
        output.Write("{"u8);
        for (var i = 0; i < selection.Fields.Count; i++)
        {
            var field = selection.Fields[i];
            if (i > 0) output.Write(","u8);
            output.Write(field.Prefix);
            if (field.Constant is not null) output.Write(field.Constant);
            else if (field.Link is not null)
            {
                var target = linked.GetValueOrDefault((field.Link, Text(document.Slice(id.Start, id.Length))));
                if (target is null) output.Write("null"u8);
                else Write(output, target, field.Child!);
            }
            else
            {
                var (start, length) = slots[field.Slot];
                var value = document.Slice(start, length);
                if (field.Child is null) output.Write(value);
                else Write(output, value, field.Child);
            }
        }
        output.Write("}"u8);
        if (output.WrittenCount > MostBytes) throw GraphQLErrors.Refused($"The answer is larger than {MostBytes} bytes. Ask for fewer entries or fewer fields.");
    }

    /// <summary>Reads all that the selections lead to, out of the documents, level by level.</summary>
    public void Follow(IEnumerable<(ReadOnlyMemory<byte> Document, Selection Selection)> level)
    {
        var now = level.ToList();
        while (now.Count > 0)
        {
            Dictionary<string, Dictionary<string, List<Selection>>> wanted = [];
            foreach (var (document, selection) in now) Gather(document.Span, selection, wanted);
            List<(ReadOnlyMemory<byte>, Selection)> next = [];
            foreach (var (link, ids) in wanted)
            {
                Load(link, [.. ids.Keys.Where(id => !linked.ContainsKey((link, id)))]);
                foreach (var (id, selections) in ids)
                    if (linked[(link, id)] is { } document)
                        next.AddRange(selections.Where(selection => selection.HasLinks).Select(selection => ((ReadOnlyMemory<byte>)document, selection)));
            }
            now = next;
        }
    }

    void Load(string link, string[] ids)
    {
        if (ids.Length == 0) return;
        foreach (var id in ids) linked[(link, id)] = null;
        if (linked.Count > MostLinked) throw GraphQLErrors.Refused($"The query leads to more than {MostLinked} other entries. Ask for fewer entries.");
        var given = JsonSerializer.Serialize(ids);
        var (sql, parameters) = (link, asOf) switch
        {
            ("fact", null) => ("select id, document from fact where current = 1 and id in (select value from json_each(@given))", (object)new { given }),
            ("fact", { } day) => ("select id, document from fact where known_from <= @day and @day < known_until and id in (select value from json_each(@given))", new { given, day }),
            ("actor", _) => ("select id, document from actor where id in (select value from json_each(@given))", new { given }),
            ("place", _) => ("select id, document from place where id in (select value from json_each(@given))", new { given }),
            ("source", _) => ("select id, document from source where id in (select value from json_each(@given))", new { given }),
            _ => throw new NotSupportedException($"There is no registry {link}."),
        };
        lane.Each(sql, parameters, row =>
        {
            linked[(link, row.Text(0))] = row.Utf8(1).ToArray();
            return true;
        });
    }

    static void Gather(ReadOnlySpan<byte> document, Selection selection, Dictionary<string, Dictionary<string, List<Selection>>> wanted)
    {
        var reader = new Utf8JsonReader(document);
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) Gather(Slice(document, ref reader), selection, wanted);
            return;
        }
        if (reader.TokenType != JsonTokenType.StartObject) return;
        if (selection.IsByType) selection = selection.Of(FactJson.KindOf(document).ToString());
        if (!selection.HasLinks) return;
        string? id = null;
        for (var member = 0; reader.Read() && reader.TokenType != JsonTokenType.EndObject; member++)
        {
            reader.Read();
            var value = Slice(document, ref reader);
            if (member == selection.IdMember) id = Text(value);
            foreach (var field in selection.Fields)
                if (field.Member == member && field.Child?.HasLinks is true) Gather(value, field.Child, wanted);
        }
        foreach (var field in selection.Fields)
            if (field.Link is not null && id is not null)
            {
                if (!wanted.TryGetValue(field.Link, out var ids)) wanted[field.Link] = ids = [];
                if (!ids.TryGetValue(id, out var selections)) ids[id] = selections = [];
                if (!selections.Contains(field.Child!)) selections.Add(field.Child!);
            }
    }

    static ReadOnlySpan<byte> Slice(ReadOnlySpan<byte> document, ref Utf8JsonReader reader)
    {
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return document[start..(int)reader.BytesConsumed];
    }

    static string Text(ReadOnlySpan<byte> json) => Encoding.UTF8.GetString(json[1..^1]); // ids need no unescaping
}
