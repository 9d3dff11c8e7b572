using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;
using KzFacts.Api.Formats;
using KzFacts.Api.Serving;
using KzFacts.Api.Web;
using KzFacts.Data;
using KzFacts.Data.Facts;
using KzFacts.Data.Querying;
using KzFacts.Data.Series;

namespace KzFacts.Api.Rest;

/// <summary>Facts as series for charts and dashboards.</summary>
static class SeriesEndpoints
{
    public static void MapSeries(this IEndpointRouteBuilder routes)
    {
        static object[] Pair(object series, object point) => [series, point];
        routes.MapSeries<TimelineSeries, AnyFactFilter, TimelineRequest>("timeline", Catalog.Facts.Label, ReadTimeline,
            SeriesCsv.WriteWide,
            lane => new() { From = lane.Crisis.First, To = lane.Crisis.First.AddDays(1), Kind = ["event", "toll"] })
            .WithName("timeline").WithSummary("Count facts over time").WithDescription(
                "The number of facts that began in each hour, day or week, by kind, type of event or place. Empty steps are included. " +
                $"There are at most {SeriesReading.MostBuckets} steps and {SeriesReading.MostSeries} series; beyond that, an error says " +
                "what to narrow.");
        routes.MapSeries<PriceSeries, PriceChangeFilter, SeriesRequest>("price-series", PriceChange.Collection.Label,
            (lane, filter, _) => PriceSeries.Of(lane, filter),
            (output, prices) =>
                SeriesCsv.Write(output, [typeof(PriceSeries), typeof(PricePoint)], prices.SelectMany(one => one.Points, Pair)),
            lane => Sample<PriceChange, PriceChangeFilter>(lane, PriceChange.Collection, price => new()
            {
                Commodity = [price.Commodity], Measure = [price.Measure], Place = [.. price.Places.Take(1).Select(place => place.Id)],
            }))
            .WithName("priceSeries").WithSummary("Follow prices").WithDescription(
                "The changes of each price by commodity, measure, place, unit and currency, with the range of figures that differ. A " +
                $"series of one point says so. Takes the filters of the price changes. Reads at most {SeriesReading.MostFacts} of them, " +
                $"and gives at most {SeriesReading.MostSeries} series.");
        routes.MapSeries<TollSeries, TollFilter, SeriesRequest>("toll-series", Toll.Collection.Label, (lane, filter, _) =>
            TollSeries.Of(lane, filter),
            (output, tolls) => SeriesCsv.Write(output, [typeof(TollSeries), typeof(TollPoint)], tolls.SelectMany(one => one.Points, Pair)),
            lane => Sample<Toll, TollFilter>(lane, Toll.Collection,
                toll => new() { Measure = [toll.Measure], Group = [toll.Group], From = toll.Last, To = toll.Last.AddDays(6) }))
            .WithName("tollSeries").WithSummary("Follow tolls").WithDescription(
                "Each reported count over time, by measure, group and place. Counts are never added up; retracted ones are marked. " +
                $"Takes the filters of the tolls. Reads at most {SeriesReading.MostFacts} of them, and gives at most " +
                $"{SeriesReading.MostSeries} series.");
        routes.MapSeries<DeploymentSummary, DeploymentFilter, SeriesRequest>("deployment-summary", Deployment.Collection.Label,
            (lane, filter, _) => DeploymentSummary.Of(lane, filter),
            (output, summaries) => SeriesCsv.Write(output, [typeof(DeploymentSummary)], summaries.Select(one => new object[] { one })),
            lane => Sample<Deployment, DeploymentFilter>(lane, Deployment.Collection,
                sent => new() { Contributor = [sent.Contributor.Id], Phase = [ClosedWords.Of(sent.Phase)] }))
            .WithName("deploymentSummary").WithSummary("Summarize deployments").WithDescription(
                "The number of facts about deployments by contributor and phase, and the number of people. Takes the filters of the " +
                $"deployments. Reads at most {SeriesReading.MostFacts} of them.");
    }

    /// <summary>A filter that keeps a few facts that resemble the example of a collection. If the crisis names no example: facts of
    /// its last day.</summary>
    static TFilter Sample<TFact, TFilter>(Lane lane, Collection<TFact, TFilter> collection, Func<TFact, TFilter> like) where TFact : Fact
        where TFilter : FactFilter, new()
    {
        TFilter? filter = null;
        if (lane.Crisis.Examples.Entries.GetValueOrDefault(collection.Path) is { } id)
            collection.Find(lane, id, null, row => filter = like(collection.Read(row.Utf8(0))));
        return filter ?? new() { From = lane.Crisis.Last, To = lane.Crisis.Last };
    }

    static IReadOnlyList<TimelineSeries> ReadTimeline(Lane lane, AnyFactFilter filter, TimelineRequest request) =>
        TimelineSeries.Of(lane, filter, ClosedWords.Read<TimelineBy>(request.By ?? "kind"),
            ClosedWords.Read<TimelineBucket>(request.Bucket ?? "day"));

    static readonly string[] Formats = ["json", "csv"];

    static IEndpointConventionBuilder MapSeries<TSeries, TFilter, TRequest>(this IEndpointRouteBuilder routes, string path, string tag,
        Func<Lane, TFilter, TRequest, IReadOnlyList<TSeries>> read, Action<IBufferWriter<byte>, IReadOnlyList<TSeries>> writeCsv,
            Func<Lane, TFilter> sample)
        where TSeries : class where TFilter : Filter, new() where TRequest : SeriesRequest, new()
    {
        JsonNode? Example(ExampleReading examples, string format)
        {
            var series = read(examples.Lane, sample(examples.Lane), new());
            if (format == "json") return ExampleReading.ListOf([.. series.Select(ExampleReading.Of)]);
            var table = new ArrayBufferWriter<byte>();
            writeCsv(table, series);
            return Encoding.UTF8.GetString(table.WrittenSpan);
        }
        var operation = new Operation(typeof(AnswerList<TSeries>))
        {
            Parameters = [typeof(TFilter), typeof(TRequest)], Formats = Formats, Success = "The series.", Example = Example,
        };
        return routes.MapOperation($"/{path}", operation, async (http, host) =>
        {
            var (filter, request) = (new TFilter(), new TRequest());
            var snapshot = http.Lease(host);
            using var lane = await host.RentAsync(snapshot, Work.Costly, http.RequestAborted);
            QueryBinder.Bind(http, lane, filter, request);
            var format = http.Negotiate(request.Format, Formats);
            var series = read(lane, filter, request);
            if (http.IsAnswered(snapshot, format)) return;
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
            await http.SendBufferAsync(lane, MediaTypes.ContentTypeOf(format));
        }).WithTags(tag);
    }
}
