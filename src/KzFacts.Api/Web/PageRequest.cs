using System.ComponentModel;
using KzFacts.Data.Querying;

namespace KzFacts.Api.Web;

/// <summary>A request that may begin after a cursor.</summary>
public interface ICursorRequest
{
    string? After { get; }

    bool Descending { get; }

    /// <summary>The position that <see cref="After"/> names.</summary>
    Cursor? Position { get; set; }
}

/// <summary>The parameters of a list. Its filter is separate.</summary>
public abstract record PageRequest : ICursorRequest
{
    [Description("The number of entries on a page. Without it, csv, ndjson and geojson give all entries."), Bounds(1, Page.Largest)]
    public int? Limit { get; init; }

    [Description("The nextCursor of the previous page.")]
    public string? After { get; init; }

    [Description("true: count all entries that the filter keeps.")]
    public bool? Count { get; init; }

    [Description("The format. It takes precedence over the Accept header.")]
    public string? Format { get; init; }

    /// <summary>Whether the last entry comes first.</summary>
    public abstract bool Descending { get; }

    public virtual bool WithClaims => false;

    public Cursor? Position { get; set; }

    public Page ToPage() => new()
    {
        Limit = Limit ?? Page.Default,
        Cursor = Position,
        Descending = Descending,
    };
}

public sealed record FactPageRequest : PageRequest
{
    [Description("The order: date (first day, time, id), or -date for the latest first."), Choice("date", "-date")]
    public string? Sort { get; init; }

    [Description("claims: include the pages that claim each fact."), Choice("claims")]
    public string? Expand { get; init; }

    public override bool Descending => Sort == "-date";

    public override bool WithClaims => Expand is not null;
}

public sealed record RegistryPageRequest : PageRequest
{
    [Description("The order: id or -id."), Choice("id", "-id")]
    public string? Sort { get; init; }

    public override bool Descending => Sort == "-id";
}
