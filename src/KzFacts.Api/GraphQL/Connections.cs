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
        List<Range> found = [];
        List<string> cursors = []; // as stored: few are ever shown
        var buffer = request.Lane.Buffer;
        var next = selection.Fields.Any(field => field.Name is "nodes" or "edges" or "pageInfo")
            ? collection.List(request.Lane, filter, entries.Exists(entry => entry.Selects("claims")), row =>
            {
                var start = buffer.WrittenCount;
                buffer.Write(row.Utf8(0));
                found.Add(start..buffer.WrittenCount);
                cursors.Add(row.Text(1));
            })
            : null;
        var documents = found.ConvertAll(range => buffer.WrittenMemory[range]);
        var projection = request.ProjectionOf(entries.SelectMany(entry => documents.Select(document => (document, entry))), (filter as FactFilter)?.AsOf);
        WriteObject(projection, selection, field =>
        {
            switch (field.Name)
            {
                case "nodes": projection.Write(documents, field.Child!); break;
                case "edges": WriteEdges(projection, documents, cursors, field.Child!); break;
                case "totalCount": projection.Write(JsonSerializer.SerializeToUtf8Bytes(collection.Count(request.Lane, filter))); break;
                case "pageInfo": WritePageInfo(projection, field.Child!, next is not null, after is not null, cursors); break;
            }
        });
        return projection.Result;
    }

    static void WriteEdges(Projection projection, List<ReadOnlyMemory<byte>> documents, List<string> cursors, Selection edge)
    {
        projection.Write("["u8);
        for (var i = 0; i < documents.Count; i++)
        {
            if (i > 0) projection.Write(","u8);
            var (document, cursor) = (documents[i], cursors[i]);
            WriteObject(projection, edge, field =>
            {
                if (field.Name == "cursor") projection.Write(Shown(cursor));
                else projection.Write(document.Span, field.Child!);
            });
        }
        projection.Write("]"u8);
    }

    static void WritePageInfo(Projection projection, Selection selection, bool hasNext, bool hasPrevious, List<string> cursors) =>
        WriteObject(projection, selection, field => projection.Write(field.Name switch
        {
            "hasNextPage" => JsonSerializer.SerializeToUtf8Bytes(hasNext),
            "hasPreviousPage" => JsonSerializer.SerializeToUtf8Bytes(hasPrevious),
            "startCursor" => Shown(cursors.FirstOrDefault()),
            _ => Shown(cursors.LastOrDefault()),
        }));

    static byte[] Shown(string? stored) => JsonSerializer.SerializeToUtf8Bytes(stored is null ? null : Cursor.Read(stored)!.ToString());

    static void WriteObject(Projection projection, Selection selection, Action<SelectedField> writeValue)
    {
        projection.Write("{"u8);
        for (var i = 0; i < selection.Fields.Length; i++)
        {
            if (i > 0) projection.Write(","u8);
            projection.Write(selection.Fields[i].Prefix);
            if (selection.Fields[i].Constant is { } constant) projection.Write(constant);
            else writeValue(selection.Fields[i]);
        }
        projection.Write("}"u8);
    }
}
