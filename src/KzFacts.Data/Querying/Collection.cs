using System.Collections.Concurrent;

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

    /// <summary>Calls <paramref name="found"/> with the finished JSON of an entry; false where there is none.</summary>
    bool Find(Lane lane, string id, Action<Row> found);
}

/// <summary>A collection is a value: what a list is read from. Its statements are constants joined by <c>and</c>; every list is one
/// statement over finished JSON.</summary>
public sealed class Collection<TItem, TFilter> : ICollection where TFilter : Filter
{
    readonly ConcurrentDictionary<(UInt128 Given, bool Cards, bool Descending, bool After, bool Count), string> statements = new();

    public required string Name { get; init; }

    public required string Path { get; init; }

    public string PluralName => string.Concat(Path.Split('-').Select(word => $"{char.ToUpperInvariant(word[0])}{word[1..]}"));

    public required string Label { get; init; }

    public required string Table { get; init; }

    public string? Scope { get; init; }

    public bool IsFact { get; init; }

    public Type ItemType => typeof(TItem);

    public Type FilterType => typeof(TFilter);

    /// <summary>Calls <paramref name="each"/> with the finished JSON of each kept entry of the page, in order, and returns the cursor
    /// behind the last, or null where no entry follows.</summary>
    /// <exception cref="QueryTimeoutException">The lane's deadline passed.</exception>
    public Cursor? List(Lane lane, TFilter filter, bool withClaims, Action<Row> each)
    {
        var sql = Statement(filter, cards: !withClaims, count: false);
        var read = 0;
        Cursor? last = null;
        var more = false;
        lane.Each(sql, filter, row =>
        {
            if (read == filter.Page.Limit)
            {
                more = true;
                return false;
            }
            each(row);
            if (++read == filter.Page.Limit) last = CursorOf(row);
            return true;
        });
        return more ? last : null;
    }

    /// <summary>Calls <paramref name="each"/> with the finished JSON of the kept facts that match the filter's words best, best first.</summary>
    public void Search(Lane lane, TFilter filter, bool withClaims, Action<Row> each)
    {
        var predicates = Given(filter).Where(parameter => parameter.Property.Name != nameof(FactFilter.Q)).Select(parameter => parameter.Predicate);
        if ((filter as FactFilter)?.AsOf is null) predicates = predicates.Append("f.current = 1");
        var sql = $"""
            select {(withClaims ? "f.document" : "f.card")} from {Table}_search s join {Table} f on f.row = s.rowid
            where {Table}_search match @Match and {string.Join(" and ", predicates)} order by s.rank, f.row limit @Limit
            """;
        lane.Each(sql, filter, row =>
        {
            each(row);
            return true;
        });
    }

    /// <summary>How many entries the filter keeps, on all pages.</summary>
    public long Count(Lane lane, TFilter filter) => lane.Number(Statement(filter, cards: false, count: true), filter);

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

    public long Total(Lane lane) => lane.Number(total ??= $"select count(*) from {Table} f{(IsFact ? $" where f.current = 1{(Scope is null ? "" : $" and {Scope}")}" : "")}");

    string? findNow, findThen, total;

    string FindStatement(bool asOf) => IsFact
        ? $"select f.document from fact f where f.id = @Id and {(Scope is null ? "" : $"{Scope} and ")}{(asOf ? "f.known_from <= @AsOf and @AsOf < f.known_until" : "f.current = 1")}"
        : $"select f.document from {Table} f where f.id = @Id";

    sealed record IdParameters(string Id, DateOnly? AsOf);

    /// <summary>The cursor of a listed row.</summary>
    public Cursor CursorOf(Row row) => IsFact ? new(row.Text(1), row.Text(2), row.Text(3)) : new("", "", row.Text(1));

    /// <summary>Reads a finished document back into its record.</summary>
    public TItem Read(ReadOnlySpan<byte> utf8) => FactJson.Read<TItem>(utf8);

    static IEnumerable<Parameter> Given(TFilter filter) =>
        Parameter.Of(typeof(TFilter)).Where(parameter => parameter.Predicate is not null && parameter.IsGiven(filter));

    string Statement(TFilter filter, bool cards, bool count)
    {
        var parameters = Parameter.Of(typeof(TFilter));
        UInt128 given = 0;
        for (var i = 0; i < parameters.Count; i++)
            if (parameters[i].IsGiven(filter)) given |= UInt128.One << i;
        return statements.GetOrAdd((given, cards, filter.Page.Descending, filter.Page.Cursor is not null, count), static (key, self) => self.Compose(key), this);
    }

    string Compose((UInt128 Given, bool Cards, bool Descending, bool After, bool Count) key)
    {
        var parameters = Parameter.Of(typeof(TFilter));
        var given = parameters.Where((parameter, i) => parameter.Predicate is not null && (key.Given >> i & 1) == 1).ToList();
        List<string> predicates = [.. given.Select(parameter => parameter.Predicate!)];
        if (Scope is not null) predicates.Add(Scope);
        if (IsFact && !given.Exists(parameter => parameter.Property.Name == nameof(FactFilter.AsOf))) predicates.Add("f.current = 1");
        var keyset = IsFact ? "first, time, id" : "id";
        var values = IsFact ? "@AfterFirst, @AfterTime, @AfterId" : "@AfterId";
        if (key.After && !key.Count)
            predicates.Add(key.Descending
                ? $"f.row <= (select row from {Table} where ({keyset}) < ({values}) order by {keyset.Replace(",", " desc,", StringComparison.Ordinal)} desc limit 1)"
                : $"f.row >= (select row from {Table} where ({keyset}) > ({values}) order by {keyset} limit 1)");
        var where = predicates.Count == 0 ? "" : $" where {string.Join(" and ", predicates)}";
        if (key.Count) return $"select count(*) from {Table} f{where}";
        var columns = IsFact ? $"{(key.Cards ? "f.card" : "f.document")}, f.first, f.time, f.id" : "f.document, f.id";
        return $"select {columns} from {Table} f{where} order by f.row{(key.Descending ? " desc" : "")} limit @Take";
    }
}
