using System.Buffers;
using KzFacts.Api.Formats;
using KzFacts.Api.Serving;
using KzFacts.Data;
using KzFacts.Data.Facts;
using KzFacts.Data.Querying;
using KzFacts.Data.Series;

namespace KzFacts.Api.Rest;

/// <summary>What the documentation needs to know of series.</summary>
/// <param name="Item">The record of one.</param>
/// <param name="Sample">Reads a few.</param>
/// <param name="WriteCsv">Writes what was read as CSV.</param>
public sealed record SeriesAnswer(Type Item, Func<Lane, IReadOnlyList<object>> Sample, Action<IBufferWriter<byte>, IReadOnlyList<object>> WriteCsv);

/// <summary>Facts as charts and dashboards take them.</summary>
static class SeriesEndpoints
{
    public static void MapSeries(this IEndpointRouteBuilder routes)
    {
        routes.MapSeries<TimelineSeries, AnyFactFilter, TimelineRequest>("timeline", "timeline", Collections.Facts, ReadTimeline, SeriesCsv.WriteWide,
            lane => new() { From = lane.Crisis.First, To = lane.Crisis.First.AddDays(1), Kind = ["event", "toll"] });
        routes.MapSeries<PriceSeries, PriceChangeFilter, SeriesRequest>("price-series", "priceSeries", PriceChange.Collection, (lane, filter, _) => PriceSeries.Of(lane, filter),
            (output, prices) => SeriesCsv.Write(output, [typeof(PriceSeries), typeof(PricePoint)], prices.SelectMany(one => one.Points, (one, point) => new object[] { one, point })),
            lane => Sample<PriceChange, PriceChangeFilter>(lane, PriceChange.Collection,
                price => new() { Commodity = [price.Commodity], Measure = [price.Measure], Place = [.. price.Places.Take(1).Select(place => place.Id)] }));
        routes.MapSeries<TollSeries, TollFilter, SeriesRequest>("toll-series", "tollSeries", Toll.Collection, (lane, filter, _) => TollSeries.Of(lane, filter),
            (output, tolls) => SeriesCsv.Write(output, [typeof(TollSeries), typeof(TollPoint)], tolls.SelectMany(one => one.Points, (one, point) => new object[] { one, point })),
            lane => Sample<Toll, TollFilter>(lane, Toll.Collection,
                toll => new() { Measure = [toll.Measure], Group = [toll.Group], From = toll.Last, To = toll.Last.AddDays(6) }));
        routes.MapSeries<DeploymentSummary, DeploymentFilter, SeriesRequest>("deployment-summary", "deploymentSummary", Deployment.Collection, (lane, filter, _) => DeploymentSummary.Of(lane, filter),
            (output, summaries) => SeriesCsv.Write(output, [typeof(DeploymentSummary)], summaries.Select(one => new object[] { one })),
            lane => Sample<Deployment, DeploymentFilter>(lane, Deployment.Collection, sent => new() { Contributor = [sent.Contributor.Id], Phase = [Words.Of(sent.Phase)] }));
    }

    /// <summary>A filter that keeps a few facts like the example of a collection; where the crisis names none, facts of its last day.</summary>
    static TFilter Sample<TFact, TFilter>(Lane lane, Collection<TFact, TFilter> collection, Func<TFact, TFilter> like) where TFact : Fact where TFilter : FactFilter, new()
    {
        TFilter? filter = null;
        if (lane.Crisis.Examples.Entries.GetValueOrDefault(collection.Path) is { } id) collection.Find(lane, id, null, row => filter = like(collection.Read(row.Utf8(0))));
        return filter ?? new() { From = lane.Crisis.Last, To = lane.Crisis.Last };
    }

    static IReadOnlyList<TimelineSeries> ReadTimeline(Lane lane, AnyFactFilter filter, TimelineRequest request) =>
        TimelineSeries.Of(lane, filter, Words.Read<TimelineBy>(request.By ?? "kind"), Words.Read<TimelineBucket>(request.Bucket ?? "day"));

    static void MapSeries<TSeries, TFilter, TRequest>(this IEndpointRouteBuilder routes, string path, string id, ICollection collection,
        Func<Lane, TFilter, TRequest, IReadOnlyList<TSeries>> read, Action<IBufferWriter<byte>, IReadOnlyList<TSeries>> writeCsv, Func<Lane, TFilter> sample)
        where TSeries : class where TFilter : Filter, new() where TRequest : SeriesRequest, new()
    {
        var operation = new Operation(id, collection, OperationKind.Series, [typeof(TFilter), typeof(TRequest)])
        {
            Formats = ["json", "csv"],
            Series = new(typeof(TSeries), lane => read(lane, sample(lane), new()), (output, series) => writeCsv(output, [.. series.Cast<TSeries>()])),
        };
        routes.MapOperation($"/{path}", operation, async (http, host) =>
        {
            var (filter, request) = (new TFilter(), new TRequest());
            var snapshot = http.Lease(host);
            using var lane = await host.RentAsync(snapshot, Work.Costly, http.RequestAborted);
            QueryBinder.Bind(http.Request.Query, lane, filter, request);
            if (http.Negotiate(request.Format, operation.Formats) is not { } format)
            {
                await Problems.WriteAsync(http, Problems.NotAcceptable);
                return;
            }
            var series = read(lane, filter, request);
            if (http.IsNotModified(snapshot)) return;
            if (format == "csv")
            {
                http.Response.Headers.ContentDisposition = $"inline; filename=\"kzfacts-{path}.csv\"";
                writeCsv(lane.Buffer, series);
            }
            else
            {
                Envelope.Write(lane.Buffer, json =>
                {
                    json.WriteString("revision", snapshot.State.Revision);
                    json.WriteValue("items", series);
                });
            }
            await http.SendBufferAsync(lane, Http.ContentTypeOf(format));
        });
    }
}
