using System.Buffers;
using System.Text.Json;
using GraphQL;
using KzFacts.Data.Querying;

namespace KzFacts.Api.GraphQL;

/// <summary>Writes Relay connections.</summary>
static class Connections
{
    public static RawJson Write<TItem, TFilter>(IResolveFieldContext context, Collection<TItem, TFilter> collection) where TFilter : Filter, new()
    {
        var request = GraphQLRequest.Of(context);
        var after = context.GetArgument<string?>("after");
        var page = new Page
        {
            Limit = context.GetArgument<int>("first"),
            Descending = context.GetArgument<bool>("descending"),
            Cursor = after is null ? null : Cursor.Parse(after) ?? throw new InvalidParametersException([new("after", $"'{after}' is no cursor.", "give a cursor of this list, as it is")]),
        };
        var selection = request.Select(context, page.Limit);
        var filter = (context.GetArgument<TFilter?>("filter") ?? new()) with { Page = page };
        request.Check(filter);
        var entries = selection.Fields.Where(field => field.Name is "nodes" or "edges")
            .Select(field => field.Name == "nodes" ? field.Child : field.Child!.Child("node")).OfType<Selection>().ToList();
        List<ReadOnlyMemory<byte>> documents = [];
        List<Cursor> cursors = [];
        var next = selection.Fields.Any(field => field.Name is "nodes" or "edges" or "pageInfo")
            ? collection.List(request.Lane, filter, entries.Exists(entry => entry.Selects("claims")), row =>
            {
                documents.Add(row.Utf8(0).ToArray());
                cursors.Add(collection.CursorOf(row));
            })
            : null;
        var projection = request.ProjectionOf(entries.SelectMany(entry => documents.Select(document => (document, entry))), (filter as FactFilter)?.AsOf);
        var output = new ArrayBufferWriter<byte>(1 << 16);
        WriteObject(output, selection, field =>
        {
            switch (field.Name)
            {
                case "nodes": GraphQLRequest.WriteArray(output, projection, documents, field.Child!); break;
                case "edges": WriteEdges(output, projection, documents, cursors, field.Child!); break;
                case "totalCount": output.Write(JsonSerializer.SerializeToUtf8Bytes(collection.Count(request.Lane, filter))); break;
                case "pageInfo": WritePageInfo(output, field.Child!, next is not null, after is not null, cursors); break;
            }
        });
        return new(output.WrittenMemory);
    }

    static void WriteEdges(ArrayBufferWriter<byte> output, Projection projection, List<ReadOnlyMemory<byte>> documents, List<Cursor> cursors, Selection edge)
    {
        output.Write("["u8);
        for (var i = 0; i < documents.Count; i++)
        {
            if (i > 0) output.Write(","u8);
            var (document, cursor) = (documents[i], cursors[i]);
            WriteObject(output, edge, field =>
            {
                if (field.Name == "cursor") output.Write(JsonSerializer.SerializeToUtf8Bytes(cursor.ToString()));
                else projection.Write(output, document.Span, field.Child!);
            });
        }
        output.Write("]"u8);
    }

    static void WritePageInfo(ArrayBufferWriter<byte> output, Selection selection, bool hasNext, bool hasPrevious, List<Cursor> cursors) =>
        WriteObject(output, selection, field => output.Write(field.Name switch
        {
            "hasNextPage" => JsonSerializer.SerializeToUtf8Bytes(hasNext),
            "hasPreviousPage" => JsonSerializer.SerializeToUtf8Bytes(hasPrevious),
            "startCursor" => JsonSerializer.SerializeToUtf8Bytes(cursors.FirstOrDefault()?.ToString()),
            _ => JsonSerializer.SerializeToUtf8Bytes(cursors.LastOrDefault()?.ToString()),
        }));

    static void WriteObject(ArrayBufferWriter<byte> output, Selection selection, Action<SelectedField> writeValue)
    {
        output.Write("{"u8);
        for (var i = 0; i < selection.Fields.Count; i++)
        {
            if (i > 0) output.Write(","u8);
            output.Write(selection.Fields[i].Prefix);
            if (selection.Fields[i].Constant is { } constant) output.Write(constant);
            else writeValue(selection.Fields[i]);
        }
        output.Write("}"u8);
    }
}
