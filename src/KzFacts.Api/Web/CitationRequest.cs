using System.ComponentModel;

namespace KzFacts.Api.Web;

/// <summary>The parameters of a citation.</summary>
public sealed record CitationRequest
{
    [Description("What was known by the end of this day. The citation links to it.")]
    public DateOnly? AsOf { get; init; }

    [Description("The format. It takes precedence over the Accept header. csl: CSL-JSON, for Zotero.")]
    public string? Format { get; init; }
}
