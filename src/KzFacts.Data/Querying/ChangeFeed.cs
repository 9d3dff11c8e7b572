using KzFacts.Data.Changes;

namespace KzFacts.Data.Querying;

/// <summary>The changes of facts as one feed. A position in the feed is a <see cref="Cursor"/> of the number and time of a revision
/// and the id of the last fact that was read. <c>*</c> before the number marks a reader that is still reading all present facts: it
/// began at that revision, and continues with the changes since.</summary>
public static class ChangeFeed
{
    const string BeforeAll = "-", BehindAll = "~"; // every id sorts between the two

    const string Changes = """
        select json_object('revision', r.revision, 'at', r.compiled_at, 'action', c.action, 'fact', c.fact, 'kind', c.kind,
            'before', json(c.before), 'after', json(c.after), 'reason', c.reason),
          c.number || '|' || r.compiled_at || '|' || c.fact, c.action
        from change c join revision r using (number)
        """;

    const string Following =
        $"{Changes} where (c.number, c.fact) > (cast(@AfterFirst as integer), @AfterId){{0}} order by c.number, c.fact limit @ReadLimit";

    const string Newest = $"{Changes} where true{{0}} order by c.number desc, c.fact limit @Limit";

    const string Present = """
        select json_object('revision', r.revision, 'at', r.compiled_at, 'action', 'added', 'fact', c.id, 'kind', c.kind,
            'before', null, 'after', json(j.json), 'reason', null),
          @AfterFirst || '|' || @AfterTime || '|' || c.id, 'added'
        from snapshot r cross join fact c cross join fact_document j on j.row = c.row
        where c.current = 1 and c.id > @AfterId{0} order by c.id limit @ReadLimit
        """;

    static readonly IReadOnlyList<(Func<ChangeFilter, object?> Given, string OfPresent, string OfChange)> Predicates =
    [
        (filter => filter.Kind, "c.kind in @Kind", "c.kind in @Kind"),
        (filter => filter.Place, "c.row in (select row from fact_place where place in @Place)",
            "exists (select 1 from change_place p where p.place in @Place and p.number = c.number and p.fact = c.fact)"),
        (filter => filter.SourceUrl, "c.row in (select row from source_url join claim using (source) where key in @Keys)",
            "exists (select 1 from change_page p where p.key in @Keys and p.number = c.number and p.fact = c.fact)"),
    ];

    /// <summary>The name of the feed as a list.</summary>
    public const string Name = "changes";

    /// <summary>The scope of the cursors of the feed with a filter. Pages and streams share it.</summary>
    public static CursorScope ScopeOf(ChangeFilter filter) => CursorScope.Of(Name, filter, descending: false);

    /// <summary>The position after everything that a revision brought.</summary>
    /// <exception cref="UnknownRevisionException">The journal does not hold the revision.</exception>
    public static Cursor Since(Lane lane, string revision) =>
        Position(lane, "", BehindAll, revision) ?? throw new UnknownRevisionException();

    /// <summary>The position after the last change.</summary>
    public static Cursor End(Lane lane) => Position(lane, "", BehindAll)!;

    /// <summary>Calls <paramref name="each"/> with the finished JSON of each change of the page, in order; the third column is its
    /// action. Returns the position after the last one, or null if none follows. Without a position, all present facts come, as
    /// added.</summary>
    /// <exception cref="UnknownRevisionException">The journal does not hold the revision of the position.</exception>
    public static Cursor? List(Lane lane, ChangeFilter filter, Action<Row> each)
    {
        var start = filter.Page.Cursor ?? Position(lane, "*", BeforeAll)!;
        if (!Holds(lane, start)) throw new UnknownRevisionException();
        var (read, more) = (0, false);
        Cursor? last = null;
        void Read(string statement, Cursor behind) =>
            lane.Each(statement, filter with { Page = filter.Page with { Cursor = behind } }, row =>
        {
            if (more = read == filter.Page.Limit) return false;
            each(row);
            if (++read == filter.Page.Limit) last = row.Cursor;
            return true;
        });
        if (IsOfPresent(start))
        {
            Read(Statement(Present, filter, predicate => predicate.OfPresent), start);
            start = start with { First = start.First[1..], Id = BehindAll };
        }
        if (!more) Read(Statement(Following, filter, predicate => predicate.OfChange), start);
        return more ? last : null;
    }

    /// <summary>Calls <paramref name="each"/> with the finished JSON of the changes that the filter keeps, the newest first.</summary>
    public static void Latest(Lane lane, ChangeFilter filter, Action<Row> each) =>
        lane.Each(Statement(Newest, filter, predicate => predicate.OfChange), filter, row =>
    {
        each(row);
        return true;
    });

    /// <summary>Whether the journal still holds everything after a position. The changes that the oldest revision itself brought
    /// are not held.</summary>
    static bool Holds(Lane lane, Cursor position) => lane.Exists(
        "select 1 from revision where number = @Number and compiled_at = @Time and (@IsWhole or number > (select min(number) from " +
        "revision))",
        new
        {
            Number = position.First[(IsOfPresent(position) ? 1 : 0)..],
            position.Time,
            IsWhole = IsOfPresent(position) || position.Id == BehindAll,
        });

    static bool IsOfPresent(Cursor position) => position.First.StartsWith('*');

    static Cursor? Position(Lane lane, string prefix, string id, string? revision = null) => lane.Texts(
        "select @prefix || number || '|' || compiled_at || '|' || @id from revision where @revision is null or revision = @revision " +
        "order by number desc limit 1",
        new { prefix, id, revision }) is [var stored] ? Cursor.Read(stored) : null;

    static string Statement(string statement, ChangeFilter filter,
        Func<(Func<ChangeFilter, object?>, string OfPresent, string OfChange), string> predicateOf) =>
        statement.Replace("{0}", string.Concat(Predicates.Where(predicate => predicate.Given(filter) is not null)
            .Select(predicate => $" and {ValueList.Sql(predicateOf(predicate), isSingle: false)}")), StringComparison.Ordinal);
}

/// <summary>A revision, or a position in the feed, that the journal does not hold or no longer holds.</summary>
public sealed class UnknownRevisionException()
    : Exception("The journal does not hold the changes since then: begin again with all facts.");
