using System.Runtime.InteropServices;
using System.Text;
using KzFacts.Data;
using KzFacts.Data.Querying;

namespace KzFacts.Api.GraphQL;

/// <summary>Cuts selections out of finished documents: it copies the bytes that a query asks for from the JSON that the compiler
/// made. Links to other documents are followed level by level, with one statement for each registry and level.</summary>
sealed class Projection(GraphQLRequest request, DateOnly? asOf)
{
    /// <summary>The most documents that one root field may link to.</summary>
    public const int MostLinked = 5000;

    readonly Dictionary<(string Link, string Id), byte[]?> linked = [];
    readonly List<byte> output = new(1 << 16);

    /// <summary>What was written. It becomes part of the answer.</summary>
    public RawJson Finish()
    {
        request.ChargeAnswer(output.Count);
        return new(output);
    }

    /// <summary>Writes JSON unchanged.</summary>
    public void Write(ReadOnlySpan<byte> json) => output.AddRange(json);

    /// <summary>Writes the selection of a document.</summary>
    public void Write(ReadOnlySpan<byte> document, Selection selection) => Write(document, 0, selection);

    /// <summary>Writes an array with the selection of each document.</summary>
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

    /// <summary>Writes the selection of the value that begins at <paramref name="at"/>. Returns the position after the value.</summary>
    int Write(ReadOnlySpan<byte> document, int at, Selection selection)
    {
        if (document[at] == '{') return WriteObject(document, at, selection);
        if (document[at] == '[') return WriteArray(document, at, selection);
        var end = FinishedJson.EndOf(document, at);
        output.AddRange(document[at..end]);
        return end;
    }

    int WriteArray(ReadOnlySpan<byte> document, int at, Selection selection)
    {
        output.AddRange("["u8);
        at++;
        while (document[at] != ']')
        {
            at = Write(document, at, selection);
            if (document[at] != ',') continue;
            output.AddRange(","u8);
            at++;
        }
        output.AddRange("]"u8);
        return at + 1;
    }

    /// <summary>Reads the members in one pass. A nested selection is written when its member is met, and moved into the order of
    /// the selection at the end.</summary>
    int WriteObject(ReadOnlySpan<byte> document, int at, Selection selection)
    {
        if (selection.IsByType) selection = selection.Of(FactJson.KindOf(document[at..]).ToString());
        Span<(int Start, int End)> values = stackalloc (int, int)[selection.Fields.Length];
        var id = 0..0;
        var begin = output.Count;
        for (var member = 0; document[at] != '}'; member++)
        {
            var start = selection.Shape!.StartOf(member, at);
            at = 0;
            var wanted = selection.FieldsOf(member);
            foreach (var i in wanted)
                if (selection.Fields[i].Child is { } child)
                {
                    var written = output.Count;
                    at = Write(document, start, child);
                    values[i] = (written, output.Count);
                }
            if (at == 0) at = selection.Shape.EndOf(member, document, start);
            foreach (var i in wanted)
                if (selection.Fields[i].Child is null) values[i] = (start, at);
            if (member == selection.IdMember) id = start..at;
        }
        var nested = output.Count - begin;
        output.AddRange("{"u8);
        for (var i = 0; i < selection.Fields.Length; i++)
        {
            var (field, (start, end)) = (selection.Fields[i], values[i]);
            if (i > 0) output.AddRange(","u8);
            Write(field.Prefix);
            if (field.Constant is not null) Write(field.Constant);
            else if (field.Link is not null)
            {
                if (linked.GetValueOrDefault((field.Link, Text(document[id]))) is { } target) Write(target, field.Child!);
                else output.AddRange("null"u8);
            }
            else output.AddRange(field.Child is null ? document[start..end] : CollectionsMarshal.AsSpan(output)[start..end]);
        }
        output.AddRange("}"u8);
        output.RemoveRange(begin, nested);
        request.ThrowIfTooLarge(output.Count);
        return at + 1;
    }

    /// <summary>Reads all documents that the selections link to, level by level.</summary>
    public void Follow(IEnumerable<(ReadOnlyMemory<byte> Document, Selection Selection)> level)
    {
        var now = level.ToList();
        while (now.Count > 0)
        {
            Dictionary<string, Dictionary<string, List<Selection>>> wanted = [];
            foreach (var (document, selection) in now) Gather(document.Span, 0, selection, wanted);
            List<(ReadOnlyMemory<byte>, Selection)> next = [];
            foreach (var (link, ids) in wanted)
            {
                Load(link, [.. ids.Keys.Where(id => !linked.ContainsKey((link, id)))]);
                foreach (var (id, selections) in ids)
                    if (linked[(link, id)] is { } document)
                        next.AddRange(selections.Where(selection => selection.HasLinks)
                            .Select(selection => ((ReadOnlyMemory<byte>)document, selection)));
            }
            now = next;
        }
    }

    void Load(string link, string[] ids)
    {
        if (ids.Length == 0) return;
        foreach (var id in ids) linked[(link, id)] = null;
        if (linked.Count > MostLinked)
            throw GraphQLErrors.Refused($"The query leads to more than {MostLinked} other entries. Ask for fewer entries.");
        void Keep(Row row)
        {
            request.ChargeRead(row.Utf8(1).Length);
            linked[(link, row.Text(0))] = row.Utf8(1).ToArray();
        }
        if (link == "fact") FactReads.Documents(request.Lane, ids, asOf, Keep);
        else RegistryReads.Documents(request.Lane, link, ids, Keep);
    }

    /// <summary>Collects the links of the value that begins at <paramref name="at"/>. Returns the position after the value.</summary>
    static int Gather(ReadOnlySpan<byte> document, int at, Selection selection,
        Dictionary<string, Dictionary<string, List<Selection>>> wanted)
    {
        if (document[at] == '[')
        {
            for (at++; document[at] != ']';)
            {
                at = Gather(document, at, selection, wanted);
                if (document[at] == ',') at++;
            }
            return at + 1;
        }
        if (document[at] == '{' && selection.IsByType) selection = selection.Of(FactJson.KindOf(document[at..]).ToString());
        if (document[at] != '{' || !selection.HasLinks) return FinishedJson.EndOf(document, at);
        string? id = null;
        for (var member = 0; document[at] != '}'; member++)
        {
            var start = selection.Shape!.StartOf(member, at);
            at = selection.Shape.EndOf(member, document, start);
            if (member == selection.IdMember) id = Text(document[start..at]);
            foreach (var i in selection.FieldsOf(member))
                if (selection.Fields[i].Child is { HasLinks: true } child) Gather(document, start, child, wanted);
        }
        foreach (var field in selection.Fields)
            if (field.Link is not null && id is not null)
            {
                if (!wanted.TryGetValue(field.Link, out var ids)) wanted[field.Link] = ids = [];
                if (!ids.TryGetValue(id, out var selections)) ids[id] = selections = [];
                if (!selections.Contains(field.Child!)) selections.Add(field.Child!);
            }
        return at + 1;
    }

    static string Text(ReadOnlySpan<byte> json) => Encoding.UTF8.GetString(json[1..^1]); // ids contain no escapes
}
