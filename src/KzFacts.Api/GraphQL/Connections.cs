using System.Buffers;
using System.Text.Json;
using GraphQL;
using KzFacts.Data.Changes;
using KzFacts.Data.Querying;

namespace KzFacts.Api.GraphQL;

/// <summary>Writes Relay connections.</summary>
static class Connections
{
    public static RawJson Write<TItem, TFilter>(IResolveFieldContext context, Collection<TItem, TFilter> collection) where TFilter
        : Filter, new()
    {
        var request = GraphQLRequest.Of(context);
        var filter = (context.GetArgument<TFilter?>("filter") ?? new()) with
        {
            Page = new()
            {
                Limit = context.Argument("first", Page.Default), Descending = context.GetArgument<bool>("descending"),
            },
        };
        var scope = CursorScope.Of(collection.Path, filter, filter.Page.Descending);
        List<ParameterError> errors = [];
        var start = scope.Given(context.GetArgument<string?>("after"), errors);
        request.Check(filter, errors);
        filter = filter with { Page = filter.Page with { Cursor = start } };
        return Write(context, request, filter, scope, (withClaims, each) => collection.List(request.Lane, filter, withClaims, each), () =>
            collection.Count(request.Lane, filter));
    }

    public static RawJson WriteChanges(IResolveFieldContext context)
    {
        var request = GraphQLRequest.Of(context);
        var since = context.GetArgument<string?>("since");
        var filter = context.GetArgument<ChangeFilter?>("filter") ?? new();
        var scope = ChangeFeed.ScopeOf(filter);
        List<ParameterError> errors = [];
        var start = scope.Given(context.GetArgument<string?>("after"), errors);
        if (new RevisionAttribute().Check(since!, request.Lane) is { } objection) errors.Add(objection.In("since", since));
        filter = filter with { Page = new() { Limit = context.Argument("first", Page.Default) } };
        request.Check(filter, errors);
        filter = filter with
        {
            Page = filter.Page with { Cursor = start ?? (since is null ? null : ChangeFeed.Since(request.Lane, since)) },
        };
        return Write(context, request, filter, scope, (_, each) => ChangeFeed.List(request.Lane, filter, each));
    }

    /// <summary>The value of an argument. Null and an absent argument mean the default: clients send null for an empty field.</summary>
    public static T Argument<T>(this IResolveFieldContext context, string name, T otherwise) =>
        context.GetArgument<object?>(name) is T given ? given : otherwise;

    static RawJson Write(IResolveFieldContext context, GraphQLRequest request, Filter filter, CursorScope scope,
        Func<bool, Action<Row>, Cursor?> list, Func<long>? count = null)
    {
        var selection = request.Select(context, filter.Page.Limit);
        var entries = selection.Fields.Where(field => field.Name is "nodes" or "edges")
            .Select(field => field.Name == "nodes" ? field.Child : field.Child!.Child("node")).OfType<Selection>().ToList();
        List<Range> found = [];
        List<string> cursors = []; // as stored: few are ever shown
        var buffer = request.Lane.Buffer;
        buffer.Clear(); // the previous field has written its answer
        var next = selection.Fields.Any(field => field.Name is "nodes" or "edges" or "pageInfo")
            ? list(entries.Exists(entry => entry.Selects("claims")), row =>
            {
                request.ChargeRead(row.Utf8(0).Length);
                var start = buffer.WrittenCount;
                buffer.Write(row.Utf8(0));
                found.Add(start..buffer.WrittenCount);
                cursors.Add(row.Text(1));
            })
            : null;
        var documents = found.ConvertAll(range => buffer.WrittenMemory[range]);
        var projection = request.ProjectionOf(entries.SelectMany(entry => documents.Select(document => (document, entry))),
            (filter as FactFilter)?.AsOf);
        WriteObject(projection, selection, field =>
        {
            switch (field.Name)
            {
                case "nodes": projection.Write(documents, field.Child!); break;
                case "edges": WriteEdges(projection, documents, cursors, scope, field.Child!); break;
                case "totalCount": projection.Write(JsonSerializer.SerializeToUtf8Bytes(count!())); break;
                case "pageInfo":
                    WritePageInfo(projection, field.Child!, next is not null, filter.Page.Cursor is not null, cursors, scope);
                    break;
            }
        });
        return projection.Finish();
    }

    static void WriteEdges(Projection projection, List<ReadOnlyMemory<byte>> documents, List<string> cursors, CursorScope scope,
        Selection edge)
    {
        projection.Write("["u8);
        for (var i = 0; i < documents.Count; i++)
        {
            if (i > 0) projection.Write(","u8);
            var (document, cursor) = (documents[i], cursors[i]);
            WriteObject(projection, edge, field =>
            {
                if (field.Name == "cursor") projection.Write(Shown(cursor, scope));
                else projection.Write(document.Span, field.Child!);
            });
        }
        projection.Write("]"u8);
    }

    static void WritePageInfo(Projection projection, Selection selection, bool hasNext, bool hasPrevious, List<string> cursors,
        CursorScope scope) =>
        WriteObject(projection, selection, field => projection.Write(field.Name switch
        {
            "hasNextPage" => JsonSerializer.SerializeToUtf8Bytes(hasNext),
            "hasPreviousPage" => JsonSerializer.SerializeToUtf8Bytes(hasPrevious),
            "startCursor" => Shown(cursors.FirstOrDefault(), scope),
            _ => Shown(cursors.LastOrDefault(), scope),
        }));

    static byte[] Shown(string? stored, CursorScope scope) =>
        JsonSerializer.SerializeToUtf8Bytes(scope.Write(stored is null ? null : Cursor.Read(stored)));

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
