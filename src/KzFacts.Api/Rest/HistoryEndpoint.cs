using KzFacts.Api.Serving;
using KzFacts.Api.Web;
using KzFacts.Data;
using KzFacts.Data.Facts;

namespace KzFacts.Api.Rest;

/// <summary>What was known of a fact, day by day.</summary>
static class HistoryEndpoint
{
    public static void MapHistory(this IEndpointRouteBuilder routes) =>
        routes.MapOperation("/facts/{id}/history", Described, HistoryAsync).WithName("history").WithTags(Catalog.Facts.Label)
            .WithSummary("Tell a fact's history").WithDescription(
                "The versions of a fact, the earliest first: for each period, the status, the figures and the claims that changed " +
                "them.");

    static readonly Operation Described = new(typeof(FactHistory))
    {
        EntryOf = Catalog.Facts, Success = "The versions.",
        Example = (examples, _) => ExampleReading.Of(FactHistory.Of(examples.Lane, examples.IdOf(Catalog.Facts))),
    };

    static async Task HistoryAsync(HttpContext http, SnapshotHost host)
    {
        var id = (string)http.Request.RouteValues["id"]!;
        var snapshot = http.Lease(host);
        using var lane = await host.RentAsync(snapshot, Work.Cheap, http.RequestAborted);
        QueryBinder.Bind(http, lane);
        if (FactHistory.Of(lane, id) is not { } history)
            await CollectionEndpoints.SendMissingAsync(http, lane, Catalog.Facts, id, null);
        else if (!http.IsAnswered(snapshot, "json")) await http.SendAsync(history, lane: lane);
    }
}
