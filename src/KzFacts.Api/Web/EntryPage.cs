using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using KzFacts.Data.Changes;

namespace KzFacts.Api.Web;

/// <summary>A page of a list, as the contract describes it; <see cref="Data.Querying.Envelope"/> writes it.</summary>
public sealed record EntryPage<TEntry>(
    [property: Description("The served revision. Equal facts have an equal revision.")] string Revision,
    [property: Description("The entries, in order.")] IReadOnlyList<TEntry> Items,
    [property: Description("With count=true: the number of entries that the filter keeps, on all pages. Otherwise null.")] long? Count,
    [property: Description("The value of after for the next page. Null on the last page.")] string? NextCursor,
    [property: Description("The address of the next page. Null on the last page."), DataType(DataType.Url)] string? Next);

/// <summary>A page of the feed of changes.</summary>
public sealed record ChangePage(
    [property: Description("The served revision. Equal facts have an equal revision.")] string Revision,
    [property: Description("The entries, in order.")] IReadOnlyList<Change> Items,
    [property: Description("The revision in the parameter since, or null.")] string? Since,
    [property: Description("The value of after for the next page. Null on the last page.")] string? NextCursor,
    [property: Description("The address of the next page. Null on the last page."), DataType(DataType.Url)] string? Next);

/// <summary>Several answers at once.</summary>
public sealed record AnswerList<TAnswer>(
    [property: Description("The served revision. Equal facts have an equal revision.")] string Revision,
    [property: Description("The entries, in order.")] IReadOnlyList<TAnswer> Items);
