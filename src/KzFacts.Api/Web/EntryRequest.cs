using System.ComponentModel;
using KzFacts.Data.Querying;

namespace KzFacts.Api.Web;

/// <summary>The parameters of one entry.</summary>
public record EntryRequest
{
    [Description("The format. It takes precedence over the Accept header.")]
    public string? Format { get; init; }
}

/// <summary>The parameters of one fact.</summary>
public sealed record FactRequest : EntryRequest
{
    [Description(FactFilter.AsOfMeaning)]
    public DateOnly? AsOf { get; init; }
}
