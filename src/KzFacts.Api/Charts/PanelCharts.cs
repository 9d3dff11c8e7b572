using KzFacts.Data.Facts;
using KzFacts.Data.Querying;
using KzFacts.Data.Series;

namespace KzFacts.Api.Charts;

/// <summary>The charts of prices and tolls: a panel for each kind of figure. Panels with a course come first.</summary>
static class PanelCharts
{
    /// <summary>The most panels of a chart.</summary>
    public const int MostPanels = 6;

    public static void DrawPrices(Sheet sheet, Lane lane, PriceChangeFilter filter, ChartRequest request)
    {
        var (language, texts) = (sheet.Language, sheet.Texts);
        Draw(sheet, texts.Prices, [.. PriceSeries.Of(lane, filter).GroupBy(one =>
            (one.Commodity.Id, Measure: one.Measure.Id, Unit: one.Unit?.Id, Currency: one.Currency?.Id)).Select(group =>
        {
            var one = group.First();
            return new Panel($"{Panel.Capital(language.Say(one.Commodity))}: {language.Say(one.Measure)}", Unit(sheet, one), true,
                Courses(group.Select(series =>
                new Course(Place(sheet, series.Place), [.. series.Points.Select(point =>
                    new Dot(point.Day, point.Effective, point.After, point.Before, point.Status, point.Fact.Title, point.Fact.Id,
                    point.Origins))]))));
        })]);
    }

    public static void DrawTolls(Sheet sheet, Lane lane, TollFilter filter, ChartRequest request)
    {
        var (language, texts) = (sheet.Language, sheet.Texts);
        Draw(sheet, texts.Tolls, [.. TollSeries.Of(lane, filter).GroupBy(one => (one.Measure.Id, Group: one.Group.Id)).Select(group =>
        {
            var one = group.First();
            return new Panel($"{Panel.Capital(language.Say(one.Measure))}: {language.Say(one.Group)}", texts.Number, false,
                Courses(group.Select(series =>
                new Course(Place(sheet, series.Place), [.. series.Points.Select(point =>
                    new Dot(point.Day, point.CountedOn, point.Count, null, point.Status, point.Fact.Title, point.Fact.Id,
                    point.Origins))]))));
        })]);
    }

    static void Draw(Sheet sheet, string title, IReadOnlyList<Panel> panels)
    {
        var shown = panels.OrderByDescending(panel => panel.HasCourse).ThenByDescending(panel => panel.Count).Take(MostPanels).ToList();
        sheet.Title(panels.Count == 1 ? panels[0].Heading : title);
        if (panels.Count == 0) sheet.Say(sheet.Texts.Empty);
        var dots = shown.SelectMany(panel => panel.Courses).SelectMany(course => course.Dots).ToList();
        sheet.Legend(dots.Select(dot => dot.Status).Distinct().Order()
            .Select(status => (new Func<double, double, System.Xml.Linq.XElement>((x, y) => Mark.Of(status, x, y, 0)),
            sheet.Language.Say(status)))
            .Concat(shown.Exists(panel => panel.HasCourse && panel.Courses.Any(course =>
                course.NotRetracted.Any(dot => dot.Value.Low < dot.Value.High)))
                ? [((x, y) => Svg.Box(x - 5, y - 7, 10, 14, "band f0"), sheet.Texts.Band)] : []));
        foreach (var panel in shown)
        {
            if (panels.Count > 1) sheet.Heading(panel.Heading);
            panel.Draw(sheet);
        }
        if (panels.Count > shown.Count) sheet.Say(sheet.Texts.More(sheet.Language.Say(panels.Count - shown.Count)));
    }

    /// <summary>Merges the courses of places that have the same figures from the same facts.</summary>
    static IReadOnlyList<Course> Courses(IEnumerable<Course> courses) =>
    [
        .. courses.GroupBy(course => string.Join(' ', course.Dots.Select(dot => dot.FactId)))
            .Select(group => group.First() with { Name = Names([.. group.Select(course => course.Name)]) })
            .OrderByDescending(course => course.Dots.Count).ThenByDescending(course => course.Dots[0].Value.Best),
    ];

    static string Names(IReadOnlyList<string> names) => names.Count <= 2 ? string.Join(", ", names) : $"{names[0]} (+{names.Count - 1})";

    static string Place(Sheet sheet, Label? place) => place is null ? sheet.Texts.Everywhere : sheet.Language.Say(place);

    static string Unit(Sheet sheet, PriceSeries series) =>
        string.Join(" / ", new[] { series.Currency, series.Unit }.OfType<Label>().Select(sheet.Language.Say)
        .DefaultIfEmpty(sheet.Texts.Number));
}
