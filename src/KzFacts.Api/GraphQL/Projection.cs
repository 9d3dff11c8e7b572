using System.Runtime.InteropServices;
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
    readonly List<byte> output = new(1 << 16);

    /// <summary>What is written so far.</summary>
    public RawJson Result => new(output);

    /// <summary>Writes JSON as it is.</summary>
    public void Write(ReadOnlySpan<byte> json) => output.AddRange(json);

    /// <summary>Writes the selection of a document.</summary>
    public void Write(ReadOnlySpan<byte> document, Selection selection)
    {
        var reader = new Utf8JsonReader(document);
        reader.Read();
        Write(ref reader, document, selection);
    }

    /// <summary>Writes the selection of each document, as an array.</summary>
    public void Write(IReadOnlyList<ReadOnlyMemory<byte>> documents, Selection selection)
    {
        output.AddRange("["u8);
        for (var i = 0; i < documents.Count; i++)
        {
            if (i > 0) output.AddRange(","u8);
            Write(documents[i].Span, selection);
        }
        output.AddRange("]"u8);
    }

    /// <summary>Writes the selection of the value whose first token was read, and leaves the reader at its last.</summary>
    void Write(ref Utf8JsonReader reader, ReadOnlySpan<byte> document, Selection selection)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                WriteObject(ref reader, document, selection);
                break;
            case JsonTokenType.StartArray:
                output.AddRange("["u8);
                for (var first = true; reader.Read() && reader.TokenType != JsonTokenType.EndArray; first = false)
                {
                    if (!first) output.AddRange(","u8);
                    Write(ref reader, document, selection);
                }
                output.AddRange("]"u8);
                break;
            default:
                output.AddRange(document[(int)reader.TokenStartIndex..(int)reader.BytesConsumed]);
                break;
        }
    }

    /// <summary>One pass over the members: what is selected below them is written as it is met, and put in the order of the selection,
    /// with the rest, at the end.</summary>
    void WriteObject(ref Utf8JsonReader reader, ReadOnlySpan<byte> document, Selection selection)
    {
        if (selection.IsByType) selection = selection.Of(FactJson.KindOf(document[(int)reader.TokenStartIndex..]).ToString());
        Span<(int Start, int Length)> values = stackalloc (int, int)[selection.Fields.Length];
        var id = (Start: 0, Length: 0);
        var begin = output.Count;
        for (var member = 0; reader.Read() && reader.TokenType != JsonTokenType.EndObject; member++)
        {
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            var wanted = selection.FieldsOf(member);
            if (wanted.IsEmpty && member != selection.IdMember)
            {
                reader.Skip();
                continue;
            }
            var after = reader;
            foreach (var i in wanted)
                if (selection.Fields[i].Child is { } child)
                {
                    after = reader;
                    var written = output.Count;
                    Write(ref after, document, child);
                    values[i] = (written, output.Count - written);
                }
            if (after.BytesConsumed > reader.BytesConsumed) reader = after;
            else reader.Skip();
            var value = (start, (int)reader.BytesConsumed - start);
            foreach (var i in wanted)
                if (selection.Fields[i].Child is null) values[i] = value;
            if (member == selection.IdMember) id = value;
        }
        var nested = output.Count - begin;
        output.AddRange("{"u8);
        for (var i = 0; i < selection.Fields.Length; i++)
        {
            var field = selection.Fields[i];
            if (i > 0) output.AddRange(","u8);
            Write(field.Prefix);
            if (field.Constant is not null) Write(field.Constant);
            else if (field.Link is not null)
            {
                if (linked.GetValueOrDefault((field.Link, Text(document.Slice(id.Start, id.Length)))) is { } target) Write(target, field.Child!);
                else output.AddRange("null"u8);
            }
            else if (field.Child is not null) output.AddRange(CollectionsMarshal.AsSpan(output).Slice(values[i].Start, values[i].Length));
            else output.AddRange(document.Slice(values[i].Start, values[i].Length));
        }
        output.AddRange("}"u8);
        output.RemoveRange(begin, nested);
        if (output.Count > MostBytes) throw GraphQLErrors.Refused($"The answer is larger than {MostBytes} bytes. Ask for fewer entries or fewer fields.");
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
            ("fact", null) => ("select id, json from fact join fact_document using (row) where current = 1 and id in (select value from json_each(@given))", (object)new { given }),
            ("fact", { } day) => ("select id, json from fact join fact_document using (row) where known_from <= @day and @day < known_until and id in (select value from json_each(@given))", new { given, day }),
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
