using KzFacts.Data.Facts;
using KzFacts.Data.Text;

namespace KzFacts.Data.Querying;

/// <summary>A collection as both doors serve it, whatever it holds.</summary>
public interface ICollection
{
    /// <summary>The type of its entries in the contracts, such as <c>PriceChange</c>.</summary>
    string Name { get; }

    /// <summary>Its path under <c>/v1</c>, such as <c>price-changes</c>.</summary>
    string Path { get; }

    /// <summary>Its path as a name, such as <c>PriceChanges</c>.</summary>
    string PluralName { get; }

    /// <summary>What to call it in prose.</summary>
    string Label { get; }

    /// <summary>Whether it holds facts: entries with versions, claims and an order in time.</summary>
    bool IsFact { get; }

    Type ItemType { get; }

    Type FilterType { get; }

    /// <summary>How many entries it holds.</summary>
    long Total(Lane lane);

    /// <summary>Hands the collection to something that needs to know its types.</summary>
    void Accept(ICollectionVisitor visitor);

    /// <summary>Calls <paramref name="found"/> with the finished JSON of an entry; false where there is none.</summary>
    bool Find(Lane lane, string id, Action<Row> found);
}

/// <summary>Does something for a collection, whatever it holds.</summary>
public interface ICollectionVisitor
{
    void Visit<TItem, TFilter>(Collection<TItem, TFilter> collection) where TFilter : Filter, new();
}

/// <summary>A collection is a value: what a list is read from. Its statements are constants joined by <c>and</c>; every list is one
/// statement over finished JSON.</summary>
public sealed class Collection<TItem, TFilter> : ICollection where TFilter : Filter, new()
{
    /// <summary>Bytes of statements. Filters can be combined in more ways than can be kept.</summary>
    const int MostStatementBytes = 1 << 20;

    readonly SizedCache<ListPlan, string> statements = new(MostStatementBytes);

    public required string Name { get; init; }

    public required string Path { get; init; }

    public string PluralName => string.Concat(Path.Split('-').Select(word => $"{char.ToUpperInvariant(word[0])}{word[1..]}"));

    public required string Label { get; init; }

    public required string Table { get; init; }

    /// <summary>The kind of its facts; null where it holds all kinds, or no facts.</summary>
    public Kind? Kind { get; init; }

    /// <summary>What holds of all its entries, or null.</summary>
    string? Scope => Kind is { } kind ? $"f.kind = '{Words.Of(kind)}'" : null;

    public bool IsFact { get; init; }

    public Type ItemType => typeof(TItem);

    public Type FilterType => typeof(TFilter);

    /// <summary>Calls <paramref name="each"/> with the finished JSON of each kept entry of the page, in order, and returns the cursor
    /// behind the last, or null where no entry follows.</summary>
    /// <exception cref="QueryTimeoutException">The lane's deadline passed.</exception>
    public Cursor? List(Lane lane, TFilter filter, bool withClaims, Action<Row> each) =>
        List(lane, filter, withClaims ? Form.Document : Form.Card, each);

    /// <summary>The same of facts, with the finished row of CSV of each, without its end.</summary>
    public Cursor? ListCsv(Lane lane, TFilter filter, Action<Row> each) => List(lane, filter, Form.Csv, each);

    Cursor? List(Lane lane, TFilter filter, Form form, Action<Row> each)
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

    /// <summary>How many entries the filter keeps, on all pages.</summary>
    public long Count(Lane lane, TFilter filter) => lane.Number(Statement(ListPart.Count, filter), filter);

    /// <summary>SQLite's query plan of a page, step by step.</summary>
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

    /// <summary>Calls <paramref name="each"/> with what a statement selects <c>from kept</c>: the columns of the entries that the filter
    /// keeps, on all pages.</summary>
    /// <param name="select">A constant, as all text of statements is.</param>
    public void Select(Lane lane, TFilter filter, string select, Action<Row> each) =>
        lane.Each($"with kept as ({Statement(ListPart.Rows, filter)}) {select}", filter, row =>
    {
        each(row);
        return true;
    });

    /// <summary>Calls <paramref name="found"/> with the finished JSON of an entry; false where there is none (or was none by the day
    /// <paramref name="asOf"/>).</summary>
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

    /// <summary>The id of an entry that was probably meant by one that is none's; null where none is near.</summary>
    public string? Nearest(Lane lane, string id) => Suggestion.Nearest(Ids(lane), id);

    /// <summary>The ids of the present entries, as many as a suggestion is looked for among.</summary>
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

    string Statement(ListPart part, TFilter filter, Form form = Form.Card)
    {
        var parameters = Parameter.All(typeof(TFilter));
        var plan = ListPlan.Of(filter, parameters, part, form);
        return statements.GetOrAdd(plan, () => new ListStatement(Table, Scope, IsFact, parameters).Render(plan), statement =>
            2 * statement.Length);
    }
}
