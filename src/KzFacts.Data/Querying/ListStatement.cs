namespace KzFacts.Data.Querying;

/// <summary>What a list gives of each entry: finished JSON without or with the claims, or a finished row of CSV.</summary>
enum Form { Card, Document, Csv }

/// <summary>The statement of a list, composed of constants for the parameters that a filter gives. A list is in the order of rows, so a
/// statement finds the rows of the page first, in order, and joins the finished JSON last.</summary>
/// <param name="Table">The table of the entries.</param>
/// <param name="Scope">What holds of all entries of the collection, or null.</param>
/// <param name="IsFact">Whether the entries have versions and days.</param>
/// <param name="Given">The parameters that have values.</param>
/// <param name="Single">Those of them that have only one.</param>
sealed record ListStatement(string Table, string? Scope, bool IsFact, IReadOnlyList<Parameter> Given, IReadOnlySet<Parameter> Single)
{
    const string FirstOfDays = "(select row from fact where first >= @From order by first, time, id limit 1)";
    const string LastOfDays = "(select row from fact where first <= @To order by first desc, time desc, id desc limit 1)";

    /// <summary>One page: of each entry its finished form, and its place in the list as <see cref="Cursor.Stored"/>.</summary>
    public string Page(Form form, bool descending, bool after)
    {
        var order = descending ? " desc" : "";
        var rows = string.Join(" union all ", Parts(descending, after).Select(part => $"select {part.Row} row {part.Body}"));
        return $"select {Finished("page", form, $"{rows} order by 1{order} limit @Take")} order by page.row{order}";
    }

    /// <summary>The kept entries with all their columns, in no order.</summary>
    public string Rows() => string.Join(" union all ", Parts(descending: false, after: false).Select(part => $"select f.* {part.Body}"));

    /// <summary>How many entries there are on all pages.</summary>
    public string Count() => $"select {string.Join(" + ", Parts(descending: false, after: false).Select(part => $"(select count(*) {part.Body})"))}";

    string Finished(string name, Form form, string rows) => IsFact
        ? $"{(form == Form.Csv ? Scope is null ? "j.head || ',' || j.tail" : "j.head || ',' || j.own || ',' || j.tail" : "j.json")}, j.cursor from ({rows}) {name} cross join fact_{form.ToString().ToLowerInvariant()} j on j.row = {name}.row"
        : $"j.document, '||' || j.id from ({rows}) {name} cross join {Table} j on j.row = {name}.row";

    /// <summary>Where the rows come from: the table itself, or the link that leads. Days are ranges of rows; the facts that reach the first
    /// day without beginning on it come from elsewhere.</summary>
    IEnumerable<(string Row, string Body)> Parts(bool descending, bool after)
    {
        var (from, to) = (IsGiven(nameof(FactFilter.From)), IsGiven(nameof(FactFilter.To)));
        var isIndexed = !IsGiven(nameof(FactFilter.AsOf)) && Given.Any(parameter => parameter.Where!.Indexed && Single.Contains(parameter));
        var lead = Lead(isIndexed);
        var others = Given.Where(parameter => parameter != lead && parameter.Property.Name is not (nameof(FactFilter.From) or nameof(FactFilter.To))).ToList();
        if (from)
            yield return ("f.row", "from fact_span s cross join fact f on f.row = s.row " + Where([
                "s.first < @FromDay and s.last >= @FromDay",
                .. to ? ["s.first <= @ToDay"] : (string[])[],
                .. (lead is null ? others : others.Append(lead)).Select(Probe),
                .. after ? [AfterCursor("f.row", descending)] : (string[])[]]));
        var row = lead is null ? "f.row" : $"d.{Link(lead).Row}";
        yield return (row, (lead is null ? $"from {Table} f " : $"from {Link(lead).Table} d cross join {Table} f on f.row = {row} ") + Where([
            .. lead is null ? [] : (string[])[Link(lead).Condition(Single.Contains(lead))],
            .. others.Select(parameter => isIndexed || lead is not null ? Probe(parameter) : Predicate(parameter)),
            .. from ? [$"{row} >= {FirstOfDays}"] : (string[])[],
            .. to ? [$"{row} <= {LastOfDays}"] : (string[])[],
            .. after ? [AfterCursor(row, descending)] : (string[])[]]));
    }

    /// <summary>The link whose rows are walked: a full text always, as to ask it entry by entry is slow; else one of a single value, unless
    /// an index leads already.</summary>
    Parameter? Lead(bool isIndexed) => Given.FirstOrDefault(IsText)
        ?? (isIndexed ? null : Given.FirstOrDefault(parameter => parameter.Where is LinkedAttribute && Single.Contains(parameter)));

    static bool IsText(Parameter parameter) => parameter is { Where: LinkedAttribute, IsList: false };

    static LinkedAttribute Link(Parameter parameter) => (LinkedAttribute)parameter.Where!;

    string Probe(Parameter parameter) => (parameter.Where as LinkedAttribute)?.Probe(Single.Contains(parameter)) ?? Predicate(parameter);

    string Predicate(Parameter parameter) => parameter.Where!.Predicate(Single.Contains(parameter));

    string AfterCursor(string row, bool descending)
    {
        var (keyset, values) = IsFact ? ("first, time, id", "@AfterFirst, @AfterTime, @AfterId") : ("id", "@AfterId");
        return descending
            ? $"{row} <= (select row from {Table} where ({keyset}) < ({values}) order by {keyset.Replace(",", " desc,", StringComparison.Ordinal)} desc limit 1)"
            : $"{row} >= (select row from {Table} where ({keyset}) > ({values}) order by {keyset} limit 1)";
    }

    string Where(IEnumerable<string> predicates)
    {
        List<string> all = [.. predicates];
        if (Scope is not null) all.Add(Scope);
        if (IsFact && !IsGiven(nameof(FactFilter.AsOf))) all.Add("f.current = 1");
        return all.Count == 0 ? "" : $"where {string.Join(" and ", all)}";
    }

    bool IsGiven(string property) => Given.Any(parameter => parameter.Property.Name == property);
}
