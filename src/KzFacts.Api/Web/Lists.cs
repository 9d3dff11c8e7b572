using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using KzFacts.Data.Changes;

namespace KzFacts.Api.Web;

/// <summary>A page of a list, as the contract describes it; <see cref="Data.Querying.Envelope"/> writes it.</summary>
public sealed record EntryPage<TEntry>(
    [property: Description("The revision that is served: equal facts, equal revision.")] string Revision,
    [property: Description("The entries, in order.")] IReadOnlyList<TEntry> Items,
    [property: Description("With count=true, how many entries the filter keeps on all pages; else null.")] long? Count,
    [property: Description("What to give as after for the next page, or null on the last.")] string? NextCursor,
    [property: Description("The address of the next page, or null on the last."), DataType(DataType.Url)] string? Next);

/// <summary>A page of the feed of changes.</summary>
public sealed record ChangePage(
    [property: Description("The revision that is served: equal facts, equal revision.")] string Revision,
    [property: Description("The entries, in order.")] IReadOnlyList<Change> Items,
    [property: Description("The revision that was asked for, or null.")] string? Since,
    [property: Description("What to give as after for the next page, or null on the last.")] string? NextCursor,
    [property: Description("The address of the next page, or null on the last."), DataType(DataType.Url)] string? Next);

/// <summary>Several answers at once.</summary>
public sealed record AnswerList<TAnswer>(
    [property: Description("The revision that is served: equal facts, equal revision.")] string Revision,
    [property: Description("The entries, in order.")] IReadOnlyList<TAnswer> Items);
