using System.ComponentModel;
using KzFacts.Data.Querying;

namespace KzFacts.Api.Web;

/// <summary>The parameters of a look-up, except the addresses.</summary>
public record LookupRequest
{
    [Description(FactFilter.AsOfMeaning)]
    public DateOnly? AsOf { get; init; }

    [Description("claims: include all pages that claim each fact."), Choice("claims")]
    public string? Expand { get; init; }

    [Description("Only what the page claims about this fact."), Known("fact")]
    public string? Claim { get; init; }

    public LookupOptions Options => new(AsOf, Expand is not null, Claim);
}

/// <summary>The parameters of a look-up.</summary>
public sealed record AddressLookupRequest : LookupRequest
{
    [Description("The address of the page in any form, with at most 2000 characters. Percent-encode & and #.")]
    public string? Url { get; init; }

    [Description(
        "The format. It takes precedence over the Accept header. ld+json: the vocabulary of schema.org, each fact with all pages that " +
        "claim it.")]
    public string? Format { get; init; }
}
