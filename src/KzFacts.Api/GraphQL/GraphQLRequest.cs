using System.Runtime.CompilerServices;
using GraphQL;
using GraphQLParser.AST;
using KzFacts.Data.Querying;

namespace KzFacts.Api.GraphQL;

/// <summary>What the fields of one request share: a snapshot, a lane with one time limit, and budgets for the fields that it
/// executes and the bytes that it reads and answers.</summary>
/// <param name="lane">The lane on which everything is read.</param>
/// <param name="root">The public address of the server.</param>
sealed class GraphQLRequest(Snapshot snapshot, Lane lane, string root) : Dictionary<string, object?>
{
    /// <summary>The most fields that one request may select. A root field counts as the entries of its page times the fields of an
    /// entry. A field of the schema counts each time it is answered.</summary>
    public const int MostCost = 100_000;

    /// <summary>The most bytes of documents that one request may read, and the most bytes of its answer.</summary>
    public const int MostBytesRead = 32 << 20, MostBytes = 8 << 20;

    static readonly ConditionalWeakTable<GraphQLField, CompiledField> Known = [];

    long cost, read, answered;

    public Snapshot Snapshot => snapshot;

    public string Root => root;

    public Lane Lane => lane;

    public static GraphQLRequest Of(IResolveFieldContext context) => (GraphQLRequest)context.UserContext;

    /// <summary>Compiles what a root field selects of each entry, and charges it to the budget.</summary>
    /// <exception cref="InvalidParametersException">The number of entries is out of bounds.</exception>
    public Selection Select(IResolveFieldContext context, int entries)
    {
        if (entries is < 1 or > Page.Largest)
            throw new InvalidParametersException([OutOfBounds(entries)]);
        var (selection, fields) = Known.TryGetValue(context.FieldAst, out var known) ? known : Compile(context);
        Charge(entries * fields);
        return selection;
    }

    /// <summary>Charges fields to the budget, and checks the time limit.</summary>
    /// <exception cref="ExecutionError">There are too many fields, or the time limit has passed.</exception>
    public void Charge(long fields)
    {
        cost += fields;
        if (cost > MostCost)
            throw GraphQLErrors.Refused(
                $"The query selects {cost} fields of entries, or more; the limit is {MostCost}. Ask for fewer entries or fewer fields.");
        Lane.ThrowIfLate();
    }

    /// <summary>Charges a document that is read.</summary>
    /// <exception cref="ExecutionError">The documents of the request are too large.</exception>
    public void ChargeRead(int bytes)
    {
        read += bytes;
        if (read > MostBytesRead)
            throw GraphQLErrors.Refused(
                $"The query reads more than {MostBytesRead} bytes of documents. Ask for fewer entries, or for entries without claims.");
    }

    /// <summary>Charges a finished part of the answer.</summary>
    public void ChargeAnswer(int bytes) => answered += bytes;

    /// <exception cref="ExecutionError">The answer would be too large with this many more bytes.</exception>
    public void ThrowIfTooLarge(int bytes)
    {
        if (answered + bytes > MostBytes)
            throw GraphQLErrors.Refused($"The answer is larger than {MostBytes} bytes. Ask for fewer entries or fewer fields.");
    }

    /// <summary>Compiles a field. The result is kept as long as its document, unless directives may change the selection.</summary>
    static CompiledField Compile(IResolveFieldContext context)
    {
        var size = new DocumentSize(context.Document);
        var compiled = new CompiledField(Selection.Of(context), size.Of(context.FieldAst.SelectionSet).Fields);
        if (!size.HasDirectives) Known.AddOrUpdate(context.FieldAst, compiled);
        return compiled;
    }

    sealed record CompiledField(Selection Selection, long Fields);

    static ParameterError OutOfBounds(int entries) =>
        new(ErrorCode.OutOfRange, "first", $"{entries} is not between 1 and {Page.Largest}.", $"{entries}");

    /// <param name="errors">The errors in other arguments of the field.</param>
    /// <exception cref="InvalidParametersException">Values of the filter, its page or other arguments are invalid. The exception
    /// lists all of them.</exception>
    public void Check(Filter filter, List<ParameterError>? errors = null)
    {
        errors ??= [];
        ConstraintCheck.Collect(Lane, errors, filter);
        if (filter.Page.Limit is < 1 or > Page.Largest) errors.Add(OutOfBounds(filter.Page.Limit));
        if (errors.Count > 0) throw new InvalidParametersException(errors);
    }

    public RawJson One(ReadOnlyMemory<byte> document, Selection selection, DateOnly? asOf)
    {
        ChargeRead(document.Length);
        var projection = ProjectionOf([(document, selection)], asOf);
        projection.Write(document.Span, selection);
        return projection.Finish();
    }

    public RawJson Array(IEnumerable<ReadOnlyMemory<byte>> documents, Selection selection, DateOnly? asOf)
    {
        List<ReadOnlyMemory<byte>> held = [];
        foreach (var document in documents)
        {
            ChargeRead(document.Length);
            held.Add(document);
        }
        var projection = ProjectionOf(held.Select(document => (document, selection)), asOf);
        projection.Write(held, selection);
        return projection.Finish();
    }

    public Projection ProjectionOf(IEnumerable<(ReadOnlyMemory<byte> Document, Selection Selection)> documents, DateOnly? asOf)
    {
        var projection = new Projection(this, asOf);
        projection.Follow(documents.Where(pair => pair.Selection.HasLinks));
        return projection;
    }
}
