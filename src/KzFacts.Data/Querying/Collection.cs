using KzFacts.Data.Facts;
using KzFacts.Data.Text;

namespace KzFacts.Data.Querying;

/// <summary>A collection, whatever it holds, as REST and GraphQL serve it.</summary>
public interface ICollection
{
    /// <summary>The type of its entries in the contracts, such as <c>PriceChange</c>.</summary>
    string Name { get; }

    /// <summary>Its path under <c>/v1</c>, such as <c>price-changes</c>.</summary>
    string Path { get; }

    /// <summary>The plural as a name in code, such as <c>PriceChanges</c>.</summary>
    string PluralName { get; }

    /// <summary>The plural in prose.</summary>
    string Label { get; }

    /// <summary>Whether it holds facts. Facts have versions, claims and an order in time.</summary>
    bool IsFact { get; }

    Type ItemType { get; }

    Type FilterType { get; }

    /// <summary>The number of entries.</summary>
    long Total(Lane lane);

    /// <summary>Hands the collection to a visitor that needs its type arguments.</summary>
    void Accept(ICollectionVisitor visitor);

    /// <summary>Calls <paramref name="found"/> with the finished JSON of an entry. Returns false if there is none.</summary>
    bool Find(Lane lane, string id, Action<Row> found);
}

/// <summary>Does something with a collection and its type arguments.</summary>
public interface ICollectionVisitor
{
    void Visit<TItem, TFilter>(Collection<TItem, TFilter> collection) where TFilter : Filter, new();
}

/// <summary>A collection that lists read from. Every list is one SQL statement over finished JSON; its text is joined from
/// constants alone.</summary>
public sealed class Collection<TItem, TFilter> : ICollection where TFilter : Filter, new()
{
    /// <summary>The most bytes of SQL text that are kept. Filters can be combined in more ways than that holds.</summary>
    const int MostStatementBytes = 1 << 20;

    readonly SizedCache<ListPlan, string> statements = new("statements", MostStatementBytes);

    public required string Name { get; init; }

    public required string Path { get; init; }

    public string PluralName => string.Concat(Path.Split('-').Select(word => $"{char.ToUpperInvariant(word[0])}{word[1..]}"));

    public required string Label { get; init; }

    public required string Table { get; init; }

    /// <summary>The kind of its facts. Null if it holds facts of all kinds, or no facts.</summary>
    public Kind? Kind { get; init; }

    /// <summary>A condition that all its entries fulfil, or null.</summary>
    string? Scope => Kind is { } kind ? $"f.kind = '{ClosedWords.Of(kind)}'" : null;

    public bool IsFact { get; init; }

    public Type ItemType => typeof(TItem);

    public Type FilterType => typeof(TFilter);

    /// <summary>Calls <paramref name="each"/> with the finished JSON of each entry on the page, in order. Returns the cursor after
    /// the last one, or null if no entry follows.</summary>
    /// <exception cref="QueryTimeoutException">The time limit of the lane has passed.</exception>
    public Cursor? List(Lane lane, TFilter filter, bool withClaims, Action<Row> each) =>
        List(lane, filter, withClaims ? DocumentForm.Document : DocumentForm.Card, each);

    /// <summary>The same for facts, each as a finished row of CSV without a line end.</summary>
    public Cursor? ListCsv(Lane lane, TFilter filter, Action<Row> each) => List(lane, filter, DocumentForm.Csv, each);

    Cursor? List(Lane lane, TFilter filter, DocumentForm form, Action<Row> each)
    {
        var read = 0;
        Cursor? last = null;
        var more = false;
        lane.Each(Statement(ListPart.Page, filter, form), filter, row =>
        {
            if (read == filter.Page.Limit)
            {
                more = true;
                return false;
            }
            each(row);
            if (++read == filter.Page.Limit) last = row.Cursor;
            return true;
        });
        return more ? last : null;
    }

    /// <summary>The number of entries that the filter keeps, on all pages.</summary>
    public long Count(Lane lane, TFilter filter) => lane.Number(Statement(ListPart.Count, filter), filter);

    /// <summary>SQLite's query plan for a page, step by step.</summary>
    public IReadOnlyList<string> Plan(Lane lane, TFilter filter)
    {
        List<string> steps = [];
        lane.Each($"explain query plan {Statement(ListPart.Page, filter)}", filter, row =>
        {
            steps.Add(row.Text(3));
            return true;
        });
        return steps;
    }

    /// <summary>Calls <paramref name="each"/> for the rows of a query that selects from <c>kept</c>: all entries that the filter
    /// keeps, with their columns.</summary>
    /// <param name="select">The query. It must be a constant.</param>
    public void Select(Lane lane, TFilter filter, string select, Action<Row> each) =>
        lane.Each($"with kept as ({Statement(ListPart.Rows, filter)}) {select}", filter, row =>
    {
        each(row);
        return true;
    });

    /// <summary>Calls <paramref name="found"/> with the finished JSON of an entry, as it was known by <paramref name="asOf"/>.
    /// Returns false if there is none.</summary>
    public bool Find(Lane lane, string id, DateOnly? asOf, Action<Row> found) => lane.Each(
        asOf is null ? findNow ??= FindStatement(false) : findThen ??= FindStatement(true),
        new IdParameters(id, asOf),
        row =>
        {
            found(row);
            return false;
        }) > 0;

    bool ICollection.Find(Lane lane, string id, Action<Row> found) => Find(lane, id, null, found);

    public long Total(Lane lane) =>
        lane.Number(
        total ??= $"select count(*) from {Table} f{(IsFact ? $" where f.current = 1{(Scope is null ? "" : $" and {Scope}")}" : "")}");

    /// <summary>The closest existing id, to suggest when an id is unknown. Null if none is similar.</summary>
    public string? Nearest(Lane lane, string id) => Suggestion.Nearest(Ids(lane), id);

    /// <summary>The ids of the present entries, up to the number that is searched for a suggestion.</summary>
    public IReadOnlyList<string> Ids(Lane lane) => lane.Texts($"select id from {Table}{(IsFact ? " where current = 1" : "")} limit 100000");

    string? findNow, findThen, total;

    string FindStatement(bool asOf) => IsFact
        ? $"select j.json from fact f join fact_document j on j.row = f.row where f.id = @Id and " +
            $"{(Scope is null ? "" : $"{Scope} and ")}{(asOf ? "f.known_from <= @AsOf and @AsOf < f.known_until" : "f.current = 1")}"
        : $"select f.document from {Table} f where f.id = @Id";

    sealed record IdParameters(string Id, DateOnly? AsOf);

    public void Accept(ICollectionVisitor visitor) => visitor.Visit(this);

    /// <summary>Reads a finished document back into its record.</summary>
    public TItem Read(ReadOnlySpan<byte> utf8) => FactJson.Read<TItem>(utf8);

    string Statement(ListPart part, TFilter filter, DocumentForm form = DocumentForm.Card)
    {
        var parameters = Parameter.All(typeof(TFilter));
        var plan = ListPlan.Of(filter, parameters, part, form);
        return statements.GetOrAdd(plan, () => new ListStatement(Table, Scope, IsFact, parameters).Render(plan), statement =>
            2 * statement.Length);
    }
}
