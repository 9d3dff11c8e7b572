using System.Runtime.CompilerServices;
using GraphQL;
using GraphQLParser.AST;
using KzFacts.Api.Serving;
using KzFacts.Data.Querying;

namespace KzFacts.Api.GraphQL;

/// <summary>What the fields of one request share: a snapshot, a lane under one deadline, and a budget.</summary>
/// <param name="root">The public address of the server.</param>
sealed class GraphQLRequest(SnapshotHost host, Snapshot snapshot, string root, CancellationToken cancel) : Dictionary<string, object?>, IDisposable
{
    /// <summary>Fields of entries that one request may select: for each root field, entries of its page times fields of an entry.</summary>
    public const int MostCost = 100_000;

    static readonly ConditionalWeakTable<GraphQLField, CompiledField> Known = [];

    Lane? lane;
    long cost;

    public Snapshot Snapshot => snapshot;

    public string Root => root;

    public Lane Lane => lane ??= host.Rent(Snapshot, cancel);

    public static GraphQLRequest Of(IResolveFieldContext context) => (GraphQLRequest)context.UserContext;

    /// <summary>Compiles what a root field selects of each of its entries, and charges it to the budget.</summary>
    /// <exception cref="InvalidParametersException">The number of entries is out of bounds.</exception>
    public Selection Select(IResolveFieldContext context, int entries)
    {
        if (entries is < 1 or > Page.Largest) throw new InvalidParametersException([new("first", $"{entries} is not within 1 to {Page.Largest}.")]);
        var (selection, fields) = Known.TryGetValue(context.FieldAst, out var known) ? known : Compile(context);
        cost += entries * fields;
        return cost <= MostCost ? selection : throw GraphQLErrors.Refused($"The query selects {cost} fields of entries; {MostCost} are the most. Ask for fewer entries or fewer fields.");
    }

    /// <summary>Compiles a field, once for as long as its document is kept, unless directives may change what it selects.</summary>
    static CompiledField Compile(IResolveFieldContext context)
    {
        var size = new DocumentSize(context.Document);
        var compiled = new CompiledField(Selection.Of(context), size.Of(context.FieldAst.SelectionSet).Fields);
        if (!size.HasDirectives) Known.AddOrUpdate(context.FieldAst, compiled);
        return compiled;
    }

    sealed record CompiledField(Selection Selection, long Fields);

    /// <exception cref="InvalidParametersException">Values of the filter do not fit.</exception>
    public void Check(Filter filter)
    {
        List<ParameterError> errors = [];
        Constraint.Collect(Lane, errors, filter);
        if (errors.Count > 0) throw new InvalidParametersException(errors);
    }

    public RawJson One(ReadOnlyMemory<byte> document, Selection selection, DateOnly? asOf)
    {
        var projection = ProjectionOf([(document, selection)], asOf);
        projection.Write(document.Span, selection);
        return projection.Result;
    }

    public RawJson Array(IReadOnlyList<ReadOnlyMemory<byte>> documents, Selection selection, DateOnly? asOf)
    {
        var projection = ProjectionOf(documents.Select(document => (document, selection)), asOf);
        projection.Write(documents, selection);
        return projection.Result;
    }

    public Projection ProjectionOf(IEnumerable<(ReadOnlyMemory<byte> Document, Selection Selection)> documents, DateOnly? asOf)
    {
        var projection = new Projection(Lane, asOf);
        projection.Follow(documents.Where(pair => pair.Selection.HasLinks));
        return projection;
    }

    public void Dispose() => lane?.Dispose();
}
