namespace KzFacts.Data.Querying;

/// <summary>What a list gives of each entry: finished JSON without or with the claims, or a finished row of CSV.</summary>
enum Form { Card, Document, Csv }

/// <summary>What is wanted of a list: one page, how many entries there are on all pages, or their rows with all columns.</summary>
enum ListPart { Page, Count, Rows }

/// <summary>Which rows of a list are wanted, and in what order, without the values of the filter. Equal plans have one statement, however
/// many values clients give.</summary>
/// <param name="Given">The parameters that have values: a bit for each, in their order.</param>
/// <param name="Single">Those of them that have one value.</param>
/// <param name="Descending">Whether the last entry comes first.</param>
/// <param name="After">Whether the page begins after a cursor.</param>
readonly record struct ListPlan(UInt128 Given, UInt128 Single, ListPart Part, Form Form, bool Descending, bool After)
{
    public static ListPlan Of(Filter filter, IReadOnlyList<Parameter> parameters, ListPart part, Form form)
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
