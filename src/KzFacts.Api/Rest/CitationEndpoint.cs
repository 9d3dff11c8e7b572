using KzFacts.Api.Formats;
using KzFacts.Api.Serving;
using KzFacts.Data;
using KzFacts.Data.Querying;

namespace KzFacts.Api.Rest;

/// <summary>A citation of a fact, to copy.</summary>
static class CitationEndpoint
{
    static readonly string[] Formats = ["json", "text", "bibtex", "csl"];

    public static void MapCitation(this IEndpointRouteBuilder routes) =>
        routes.MapOperation("/facts/{id}/citation", new("cite", Collections.Facts, OperationKind.Citation, [typeof(CitationRequest)]) { Formats = Formats }, CiteAsync);

    static async Task CiteAsync(HttpContext http, SnapshotHost host)
    {
        var (id, request) = ((string)http.Request.RouteValues["id"]!, new CitationRequest());
        var snapshot = http.Lease(host);
        using var lane = await host.RentAsync(snapshot, Work.Cheap, http.RequestAborted);
        QueryBinder.Bind(http.Request.Query, lane, request);
        if (http.Negotiate(request.Format, Formats) is not { } format)
        {
            await Problems.WriteAsync(http, Problems.NotAcceptable);
            return;
        }
        if (Citation.Of(lane, id, request.AsOf, snapshot.State, http.PublicUrl()) is not { } citation) await CollectionEndpoints.SendMissingAsync(http, lane, Collections.Facts, id, request.AsOf);
        else if (!http.IsNotModified(snapshot)) await SendAsync(http, lane, citation, format);
    }

    static Task SendAsync(HttpContext http, Lane lane, Citation citation, string format) => format switch
    {
        "json" => http.SendAsync(citation, lane: lane),
        "csl" => http.SendAsync(citation.ToCsl(), Http.TypeOf(format), lane),
        _ => Results.Text(format == "bibtex" ? citation.ToBibTeX() : $"{citation.Text}\n", Http.ContentTypeOf(format)).ExecuteAsync(http),
    };
}
