using System.ComponentModel;
using KzFacts.Data.Querying;

namespace KzFacts.Api.Web;

/// <summary>The parameters of a search. Its filter is separate.</summary>
public sealed record SearchRequest
{
    [Description("The number of facts, the best match first. There are no further pages; total counts all matches."),
        Bounds(1, Page.Largest)]
    public int? Limit { get; init; }

    [Description("claims: include the pages that claim each fact."), Choice("claims")]
    public string? Expand { get; init; }

    [Description("The properties by which all matching facts are counted."), OneOf<Facet>]
    public string[]? Facets { get; init; }
}
