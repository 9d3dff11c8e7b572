namespace KzFacts.Data.Querying;

/// <summary>Renders the list statements of one table, from constants alone. Lists are in row order. A statement first finds the
/// rows of a page, in order and by an index, and then joins the finished JSON.</summary>
/// <param name="table">The table of the entries.</param>
/// <param name="scope">A condition that all entries of the collection fulfil, or null.</param>
/// <param name="isFact">Whether the entries are facts, with versions and days.</param>
/// <param name="parameters">The parameters of the collection's filter.</param>
sealed class ListStatement(string table, string? scope, bool isFact, IReadOnlyList<Parameter> parameters)
{
    const string FirstOfDays = "(select row from fact where first >= @From order by first, time, id limit 1)";

    const string LastOfDays = "(select row from fact where first <= @To order by first desc, time desc, id desc limit 1)";

    public string Render(ListPlan plan)
    {
        IReadOnlyList<Parameter> In(UInt128 set) => [.. parameters.Where((_, i) => (set >> i & 1) == 1)];
        var one = new Rendering(this, plan, In(plan.Given), In(plan.Single).ToHashSet());
        return plan.Part switch { ListPart.Page => one.Page(), ListPart.Count => one.Count(), _ => one.Rows() };
    }

    /// <summary>Renders one plan.</summary>
    /// <param name="given">The parameters that have a value.</param>
    /// <param name="single">The parameters that have exactly one value.</param>
    sealed class Rendering(ListStatement list, ListPlan plan, IReadOnlyList<Parameter> given, IReadOnlySet<Parameter> single)
    {
        readonly string table = list.Table;
        readonly bool isAsOf = given.Any(parameter => parameter.Property.Name == nameof(FactFilter.AsOf));

        /// <summary>One page. Each row is an entry in its finished form, and its position in the list as
        /// <see cref="Cursor.Stored"/>.</summary>
        public string Page()
        {
            var order = plan.Descending ? " desc" : "";
            var rows = string.Join(" union all ", Parts().Select(part => $"select {part.Row} row {part.Body}"));
            return $"select {Finished($"{rows} order by 1{order} limit @ReadLimit")} order by page.row{order}";
        }

        /// <summary>All entries that the filter keeps, with all columns, in no order.</summary>
        public string Rows() => string.Join(" union all ", Parts().Select(part => $"select f.* {part.Body}"));

        /// <summary>The number of entries on all pages.</summary>
        public string Count() => $"select {string.Join(" + ", Parts().Select(part => $"(select count(*) {part.Body})"))}";

        string Finished(string rows)
        {
            if (!list.IsFact) return $"j.document, '||' || j.id from ({rows}) page cross join {table} j on j.row = page.row";
            var own = list.Scope is null ? "" : " || j.own || ','";
            var columns = plan.Form == DocumentForm.Csv ? $"j.head || ','{own} || j.tail" : "j.json";
            return $"{columns}, j.cursor from ({rows}) page cross join fact_{plan.Form.ToString().ToLowerInvariant()} j on j.row = " +
                "page.row";
        }

        /// <summary>The sources of rows. A day is a range of rows. Facts that began before the first day of a filter and last into
        /// it come from a separate table.</summary>
        IEnumerable<(string Row, string Body)> Parts()
        {
            var (from, to) = (IsGiven(nameof(FactFilter.From)), IsGiven(nameof(FactFilter.To)));
            var lead = Lead();
            var others = given.Where(parameter => parameter != lead && !IsDay(parameter)).ToList();
            if (from)
                yield return ("f.row", "from fact_span s cross join fact f on f.row = s.row " + Where([
                    "s.first < @FromDay and s.last >= @FromDay", .. to ? ["s.first <= @ToDay"] : (string[])[],
                    .. (lead is null ? others : others.Append(lead)).Select(Probe), .. AfterCursor("f.row")]));
            var link = lead is not null && IsWalked(lead) ? (LinkedAttribute)lead.Where! : null;
            var row = link is null ? "f.row" : $"d.{link.Row}";
            var source = link is null ? $"from {table} f " : $"from {link.Table} d cross join {table} f on f.row = {row} ";
            yield return (row, source + Where([
                .. link is not null ? [Condition(link, lead!)] : lead is not null ? [LeadPredicate(lead)]
                    : (string[])[], .. others.Select(Probe),
                .. from ? [$"{row} >= {FirstOfDays}"] : (string[])[], .. to
                    ? [$"{row} <= {LastOfDays}"] : (string[])[], .. AfterCursor(row)]));
        }

        /// <summary>The parameter whose index drives the statement; the others are tested on each of its rows. A full text always
        /// drives, as testing it is slow. Otherwise a parameter with a single value drives, because its rows are already in order.
        /// Otherwise the first parameter drives, and its rows are sorted.</summary>
        Parameter? Lead()
        {
            var leading = given.Where(parameter => !IsDay(parameter) && parameter.Property.Name != nameof(FactFilter.AsOf)).ToList();
            return leading.Find(parameter => parameter is { Where: LinkedAttribute, IsList: false })
                ?? leading.Find(IsWalked)
                ?? leading.Find(parameter => single.Contains(parameter))
                ?? leading.FirstOrDefault();
        }

        /// <summary>Whether the rows of a link table are already in list order: those of a full-text query, or of a single value.</summary>
        bool IsWalked(Parameter lead) => lead.Where is LinkedAttribute && (!lead.IsList || single.Contains(lead));

        /// <summary>If the rows of the driving parameter are not in list order, a subquery selects them, so that SQLite sorts
        /// them.</summary>
        string LeadPredicate(Parameter lead) => lead.Where!.IsRows || IsInListOrder(lead) ? Predicate(lead)
            : $"f.row in (select f.row from {table} f {Where([Predicate(lead)], isLead: true)})";

        /// <summary>Tests a row. The plus sign keeps SQLite from using an index whose rows are in another order.</summary>
        string Probe(Parameter parameter) =>
            parameter.Where is LinkedAttribute link
                ? $"exists (select 1 from {link.Table} where {Condition(link, parameter)} and {link.Row} = f.row)"
            : IsInListOrder(parameter) ? Predicate(parameter) : $"+{Predicate(parameter)}";

        string Condition(LinkedAttribute link, Parameter parameter) =>
            ValueList.Sql(link.Condition(parameter.Property.Name), single.Contains(parameter));

        bool IsInListOrder(Parameter parameter) =>
            single.Contains(parameter) && parameter.Where is { IsEquation: true, IsRows: false } && !isAsOf;

        string Predicate(Parameter parameter) => parameter.Predicate(single.Contains(parameter));

        string[] AfterCursor(string row)
        {
            if (!plan.After) return [];
            var (keyset, values) = list.IsFact ? ("first, time, id", "@AfterFirst, @AfterTime, @AfterId") : ("id", "@AfterId");
            var backwards = keyset.Replace(",", " desc,", StringComparison.Ordinal);
            return [plan.Descending
                ? $"{row} <= (select row from {table} where ({keyset}) < ({values}) order by {backwards} desc limit 1)"
                : $"{row} >= (select row from {table} where ({keyset}) > ({values}) order by {keyset} limit 1)"];
        }

        /// <param name="isLead">Whether the condition drives the statement. The index of present versions is separate from that of
        /// the others.</param>
        string Where(IEnumerable<string> predicates, bool isLead = false)
        {
            List<string> all = [.. predicates];
            if (list.Scope is not null) all.Add(isAsOf && !isLead ? $"+{list.Scope}" : list.Scope);
            if (list.IsFact && !isAsOf) all.Add("f.current = 1");
            if (isLead && isAsOf) all.Add("f.current in (0, 1)");
            return all.Count == 0 ? "" : $"where {string.Join(" and ", all)}";
        }

        bool IsGiven(string property) => given.Any(parameter => parameter.Property.Name == property);

        static bool IsDay(Parameter parameter) => parameter.Property.Name is nameof(FactFilter.From) or nameof(FactFilter.To);
    }

    string Table => table;

    string? Scope => scope;

    bool IsFact => isFact;
}
