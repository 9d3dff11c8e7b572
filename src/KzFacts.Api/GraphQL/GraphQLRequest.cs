using System.Runtime.CompilerServices;
using GraphQL;
using GraphQLParser.AST;
using KzFacts.Data.Querying;

namespace KzFacts.Api.GraphQL;

/// <summary>What the fields of one request share: a snapshot, a lane under one deadline, and budgets of what is executed, read and
/// answered.</summary>
/// <param name="lane">Where all of it is read.</param>
/// <param name="root">The public address of the server.</param>
sealed class GraphQLRequest(Snapshot snapshot, Lane lane, string root) : Dictionary<string, object?>
{
    /// <summary>How many fields one request may select. A root field counts as the entries of its page times the fields of an entry; a
    /// field of the schema counts each time it is answered.</summary>
    public const int MostCost = 100_000;

    /// <summary>How many bytes of documents one request may read, and how many bytes its answer may have.</summary>
    public const int MostBytesRead = 32 << 20, MostBytes = 8 << 20;

    static readonly ConditionalWeakTable<GraphQLField, CompiledField> Known = [];

    long cost, read, answered;

    public Snapshot Snapshot => snapshot;

    public string Root => root;

    public Lane Lane => lane;

    public static GraphQLRequest Of(IResolveFieldContext context) => (GraphQLRequest)context.UserContext;

    /// <summary>Compiles what a root field selects of each of its entries, and charges it to the budget.</summary>
    /// <exception cref="InvalidParametersException">The number of entries is out of bounds.</exception>
    public Selection Select(IResolveFieldContext context, int entries)
    {
        if (entries is < 1 or > Page.Largest)
            throw new InvalidParametersException([new("first", $"{entries} is not within 1 to {Page.Largest}.")]);
        var (selection, fields) = Known.TryGetValue(context.FieldAst, out var known) ? known : Compile(context);
        Charge(entries * fields);
        return selection;
    }

    /// <summary>Charges fields to the budget, and looks at the clock.</summary>
    /// <exception cref="ExecutionError">There are too many, or the deadline passed.</exception>
    public void Charge(long fields)
    {
        cost += fields;
        if (cost > MostCost)
            throw GraphQLErrors.Refused(
                $"The query selects {cost} fields of entries, or more; {MostCost} are the most. Ask for fewer entries or fewer fields.");
        Lane.ThrowIfLate();
    }

    /// <summary>Charges a document that is read.</summary>
    /// <exception cref="ExecutionError">They are too large together.</exception>
    public void ChargeRead(int bytes)
    {
        read += bytes;
        if (read > MostBytesRead)
            throw GraphQLErrors.Refused(
                $"The query reads more than {MostBytesRead} bytes of documents. Ask for fewer entries, or for entries without claims.");
    }

    /// <summary>Charges a part of the answer that is finished.</summary>
    public void ChargeAnswer(int bytes) => answered += bytes;

    /// <exception cref="ExecutionError">With so many bytes more, the answer would be too large.</exception>
    public void ThrowIfTooLarge(int bytes)
    {
        if (answered + bytes > MostBytes)
            throw GraphQLErrors.Refused($"The answer is larger than {MostBytes} bytes. Ask for fewer entries or fewer fields.");
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
