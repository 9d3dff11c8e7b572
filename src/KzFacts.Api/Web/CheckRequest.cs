using System.ComponentModel;
using KzFacts.Data.Querying;

namespace KzFacts.Api.Web;

/// <summary>The parameters of a check, except the text.</summary>
public sealed record CheckRequest
{
    [Description(
        "The date of the text, which gives a date to \"yesterday\", \"on Thursday\" and a day without a year. Used if the body has " +
        "none.")]
    public DateOnly? Date { get; init; }

    [Description(FactFilter.AsOfMeaning)]
    public DateOnly? AsOf { get; init; }
}
