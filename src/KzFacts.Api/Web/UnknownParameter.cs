using KzFacts.Data;
using KzFacts.Data.Querying;

namespace KzFacts.Api.Web;

/// <summary>Says what was probably meant by a parameter that an address does not have.</summary>
static class UnknownParameter
{
    /// <summary>What other services call our parameters.</summary>
    static readonly Dictionary<string, string> Elsewhere = new(StringComparer.OrdinalIgnoreCase)
    {
        ["page"] = "after", ["offset"] = "after", ["skip"] = "after", ["start"] = "after", ["cursor"] = "after", ["pageToken"] = "after",
        ["per_page"] = "limit", ["perPage"] = "limit", ["page_size"] = "limit", ["pageSize"] = "limit", ["first"] = "limit",
        ["top"] = "limit", ["size"] = "limit", ["query"] = "q", ["search"] = "q", ["text"] = "q", ["order"] = "sort",
        ["orderBy"] = "sort", ["order_by"] = "sort", ["since"] = "from", ["until"] = "to", ["include"] = "expand", ["as_of"] = "asOf",
    };

    /// <param name="names">The parameters of the address.</param>
    public static ParameterError Of(string given, IReadOnlyList<string> names)
    {
        var error = ParameterError.Unknown(given, "there is no such parameter.", names);
        var suggestion = Elsewhere.GetValueOrDefault(given) is { } ours && names.Contains(ours) ? ours : error.Suggestion;
        return error with { Suggestion = suggestion, Hint = HintOf(given, names, suggestion) };
    }

    static string? HintOf(string given, IReadOnlyList<string> names, string? suggestion)
    {
        if (suggestion == "after") return "lists have no page numbers: pass the nextCursor of the previous page as after";
        if (names.Contains("url")) return "if it is a part of the address, percent-encode the address: & as %26, # as %23";
        if (suggestion is not null) return null;
        var others = Catalog.All.Where(collection => Parameter.Of(collection.FilterType).Any(parameter => parameter.Name == given))
            .Select(collection => $"/v1/{collection.Path}").ToList();
        return names.Count == 0 ? "this address takes none"
            : others.Count > 0 ? $"it is a parameter of {string.Join(", ", others)}" : $"one of {string.Join(", ", names)}";
    }
}
