using KzFacts.Api.Formats;
using KzFacts.Api.Serving;
using KzFacts.Api.Web;
using KzFacts.Data;
using KzFacts.Data.Querying;

namespace KzFacts.Api.Rest;

/// <summary>The citation of a fact.</summary>
static class CitationEndpoint
{
    static readonly string[] Formats = ["json", "text", "bibtex", "csl"];

    public static void MapCitation(this IEndpointRouteBuilder routes) =>
        routes.MapOperation("/facts/{id}/citation", Described, CiteAsync).WithName("cite").WithTags(Catalog.Facts.Label)
            .WithSummary("Cite a fact")
            .WithDescription(
                "A citation to copy: the fact, its status in words, its pages, the revision and the day, and the address. With asOf: " +
                "of what was known by that day.");

    static readonly Operation Described = new(typeof(Citation))
    {
        EntryOf = Catalog.Facts, Parameters = [typeof(CitationRequest)], Formats = Formats, Success = "The citation.",
        Example = (examples, format) => format != "json" ? null
            : ExampleReading.Of(Citation.Of(examples.Lane, examples.IdOf(Catalog.Facts), null, examples.State, ExampleReading.Root)),
    };

    static async Task CiteAsync(HttpContext http, SnapshotHost host)
    {
        var (id, request) = ((string)http.Request.RouteValues["id"]!, new CitationRequest());
        var snapshot = http.Lease(host);
        using var lane = await host.RentAsync(snapshot, Work.Cheap, http.RequestAborted);
        QueryBinder.Bind(http, lane, request);
        var format = http.Negotiate(request.Format, Formats);
        if (Citation.Of(lane, id, request.AsOf, snapshot.State, http.PublicUrl()) is not { } citation)
            await CollectionEndpoints.SendMissingAsync(http, lane, Catalog.Facts, id, request.AsOf);
        else if (!http.IsAnswered(snapshot, format, snapshot.State.CompiledAt)) await SendAsync(http, lane, citation, format);
    }

    static Task SendAsync(HttpContext http, Lane lane, Citation citation, string format) => format switch
    {
        "json" => http.SendAsync(citation, lane: lane),
        "csl" => http.SendAsync(citation.ToCsl(), MediaTypes.TypeOf(format), lane),
        _ => Results.Text(format == "bibtex" ? citation.ToBibTeX() : $"{citation.Text}\n", MediaTypes.ContentTypeOf(format))
            .ExecuteAsync(http),
    };
}
