namespace KzFacts.Data.Querying;

/// <summary>What a list gives for each entry: finished JSON without claims, finished JSON with claims, or a finished row of CSV.</summary>
enum DocumentForm { Card, Document, Csv }

/// <summary>What is wanted of a list: one page, the number of entries on all pages, or the rows of all entries with all columns.</summary>
enum ListPart { Page, Count, Rows }

/// <summary>Which rows of a list are wanted, and in what order. The values of the filter are not part of it, so equal plans share
/// one statement, however many values clients send.</summary>
/// <param name="Given">The parameters that have a value: one bit for each, in their order.</param>
/// <param name="Single">The parameters that have exactly one value: the same bits.</param>
/// <param name="Descending">Whether the list is in descending order.</param>
/// <param name="After">Whether the page begins after a cursor.</param>
readonly record struct ListPlan(UInt128 Given, UInt128 Single, ListPart Part, DocumentForm Form, bool Descending, bool After)
{
    public static ListPlan Of(Filter filter, IReadOnlyList<Parameter> parameters, ListPart part, DocumentForm form)
    {
        UInt128 given = 0, single = 0;
        for (var i = 0; i < parameters.Count; i++)
        {
            if (parameters[i].IsGiven(filter)) given |= UInt128.One << i;
            if (parameters[i].IsSingle(filter)) single |= UInt128.One << i;
        }
        return new(given, single, part, form, filter.Page.Descending, filter.Page.Cursor is not null);
    }
}
