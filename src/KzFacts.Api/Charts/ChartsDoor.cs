using System.Xml;
using System.Xml.Linq;
using KzFacts.Api.Serving;
using KzFacts.Api.Web;
using KzFacts.Data;
using KzFacts.Data.Facts;
using KzFacts.Data.Querying;
using KzFacts.Data.Registries;
using KzFacts.Data.Text;
using KzFacts.Data.Text.Urls;

namespace KzFacts.Api.Charts;

/// <summary>Charts as SVG, to embed in an article with <c>img</c>.</summary>
static class ChartsDoor
{
    public static void MapCharts(this WebApplication app)
    {
        app.Map<Fact, AnyFactFilter, TimelineChartRequest>("timeline", Catalog.Facts, (sheet, lane, filter, request) =>
            TimelineChart.Draw(sheet, lane, filter, request), TimelineChart.Bounded);
        app.Map<PriceChange, PriceChangeFilter, ChartRequest>("prices", PriceChange.Collection, PanelCharts.DrawPrices);
        app.Map<Toll, TollFilter, ChartRequest>("tolls", Toll.Collection, PanelCharts.DrawTolls);
        app.Map<Deployment, DeploymentFilter, ChartRequest>("deployments", Deployment.Collection, DeploymentChart.Draw);
        app.Map<Fact, AnyFactFilter, ChartRequest>("map", Catalog.Facts, MapChart.Draw);
    }

    static void Map<TFact, TFilter, TRequest>(this WebApplication app, string name, Collection<TFact, TFilter> collection,
        Action<Sheet, Lane, TFilter, TRequest> draw, Func<TFilter, Crisis, TFilter>? bounded = null)
        where TFact : Fact where TFilter : FactFilter, new() where TRequest : ChartRequest, new()
    {
        IReadOnlyList<Type> records = [typeof(TFilter), typeof(TRequest)];
        var names = records.SelectMany(Parameter.Of).Select(parameter => parameter.Name).Union(KnownElsewhere).ToHashSet();
        var operation = new Operation { Parameters = records, Formats = ["svg"], Success = "The picture.", DrawsFailures = true };
        app.MapOperation($"/charts/{name}.svg", operation, async (http, host) =>
        {
            var (filter, request, snapshot) = (new TFilter(), new TRequest(), http.Lease(host));
            XElement picture;
            try
            {
                using var lane = await host.RentAsync(snapshot, Work.Costly, http.RequestAborted);
                QueryBinder.Bind(WithoutTail(http.Request.Query, names), lane, filter, request);
                filter = bounded?.Invoke(filter, snapshot.Crisis) ?? filter;
                if (http.IsAnswered(snapshot, "svg")) return;
                var sheet = new Sheet(request);
                draw(sheet, lane, filter, request);
                picture = sheet.Finish(Corner(sheet, lane, collection, filter, snapshot));
            }
            catch (Exception e) when (e is InvalidParametersException or QueryTimeoutException or OverloadedException)
            {
                picture = DrawFailure(http, e);
            }
            await http.SendBytesAsync(BytesOf(picture), MediaTypes.ContentTypeOf("svg"));
        }).WithName($"{name}Chart").WithTags(collection.Label).WithSummary($"Draw {name} as a chart").WithDescription(
            "A picture for the <img> of an article: title, units, the number of facts and pages behind it, and the revision. The shape " +
            $"of a point shows the status of its fact. Takes the filters of {collection.Path} and ignores other parameters. Errors in a " +
            "request are drawn as well.");
    }

    /// <summary>Parameters of other addresses. A chart that ignored one of them would show facts that nobody asked for.</summary>
    static readonly HashSet<string> KnownElsewhere =
        [.. Catalog.All.Select(collection => collection.FilterType).Append(typeof(FactPageRequest)).Append(typeof(SearchRequest))
            .Append(typeof(TimelineChartRequest)).SelectMany(Parameter.Of).Select(parameter => parameter.Name)];

    /// <summary>A shorter name resembles too many others to be recognised as a misspelling.</summary>
    const int ShortestSlip = 4;

    /// <summary>The query without what links collect on their way: names that are neither parameters nor misspellings of one.</summary>
    /// <param name="names">The parameters of this chart and of other addresses.</param>
    static QueryCollection WithoutTail(IQueryCollection query, HashSet<string> names)
    {
        bool IsTail(string given) => !names.Contains(given) && (WebAddress.IsTracking(given)
            || Plain(given) is var plain && !names.Any(name => name.Equals(plain, StringComparison.OrdinalIgnoreCase)
                || plain.Length >= ShortestSlip && Suggestion.Distance(name, plain) <= 1));
        return new(query.Where(pair => !IsTail(pair.Key)).ToDictionary());
    }

    /// <summary>The name without what templates and forms add to it: <c>amp;place</c>, <c>place[]</c>, <c>place[0]</c>, blanks.</summary>
    static string Plain(string given)
    {
        var name = string.Concat(given.Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c) && c is not ('\ufeff' or '\u200b')));
        while (name.StartsWith("amp;", StringComparison.OrdinalIgnoreCase)) name = name[4..];
        return name.Split('[')[0];
    }

    /// <summary>The note in the corner of a chart: the number of facts and pages, and the revision.</summary>
    static string Corner<TFact, TFilter>(Sheet sheet, Lane lane, Collection<TFact, TFilter> collection, TFilter filter, Snapshot snapshot)
        where TFilter : FactFilter, new()
    {
        var (language, texts) = (sheet.Language, sheet.Texts);
        var (facts, pages) = Tallies.FactsAndPages(lane, collection, filter);
        var known = filter.AsOf is { } day ? $" · {texts.AsKnownOn(language.Say(day))}" : "";
        return "KzFacts: "
            + $"{texts.DrawnFrom(language.Say(facts, language.Words.FactCount), language.Say(pages, language.Words.PageCount))}{known} · "
            + $"{texts.Revision} {snapshot.State.Revision[..8]}";
    }

    /// <summary>Draws the error, because an article shows nothing else of the answer.</summary>
    static XElement DrawFailure(HttpContext http, Exception failure)
    {
        var query = http.Request.Query;
        var sheet = new Sheet(new()
        {
            Theme = (string?)query["theme"] is "light" or "dark" ? query["theme"]
            : (string?)null, Lang = query["lang"], Width = int.TryParse(query["width"], out var width) && width is >= 320 and <= 2000
            ? width : null
        });
        sheet.Title(sheet.Texts.CannotDraw);
        foreach (var line in failure is InvalidParametersException invalid
            ? invalid.Errors.Select(error => error.ToString())
            : [failure.Message]) sheet.Say(line);
        http.Fail(Problems.KindOf(failure));
        return sheet.Finish("KzFacts");
    }

    static ReadOnlyMemory<byte> BytesOf(XElement picture)
    {
        using var output = new MemoryStream();
        using (var xml = XmlWriter.Create(output, new() { OmitXmlDeclaration = true, Encoding = new System.Text.UTF8Encoding(false) }))
            picture.Save(xml);
        return output.GetBuffer().AsMemory(0, (int)output.Length);
    }
}
