using KzFacts.Data.Facts;
using KzFacts.Data.Querying;
using KzFacts.Data.Series;

namespace KzFacts.Api.Charts;

/// <summary>How many people each contributor is said to have sent, phase by phase, from the lowest to the highest number given.</summary>
static class DeploymentChart
{
    const double RowHeight = 22;

    public static void Draw(Sheet sheet, Lane lane, DeploymentFilter filter, ChartRequest request)
    {
        var language = sheet.Language;
        sheet.Title(language.Deployments);
        var summaries = DeploymentSummary.Of(lane, filter);
        if (summaries.Count == 0)
        {
            sheet.Say(language.Empty);
            return;
        }
        sheet.Say(language.People);
        sheet.Legend([((x, y) => Svg.Circle(x, y, 4.5, "mark f0 s0"), language.Best), ((x, y) => Svg.Line(x - 8, y, x + 8, y, "whisker s0"), language.Band), ((x, y) => Svg.Line(x - 8, y, x + 8, y, "whisker differ s0"), language.Differ)]);
        var most = summaries.Max(one => one.Personnel?.High ?? 0);
        var left = Sheet.Margin + 12 + summaries.Max(one => Svg.WidthOf(language.Say(one.Phase), 15));
        var (across, ticks) = Scale.Upwards(0, Math.Max(1, most), fromZero: true, left, sheet.Right - Math.Max(70, sheet.Width * 0.16));
        foreach (var contributor in summaries.GroupBy(one => one.Contributor.Id).OrderByDescending(group => group.Max(one => one.Personnel?.High ?? 0)))
        {
            sheet.Heading(language.Say(contributor.First().Contributor));
            foreach (var summary in contributor) DrawRow(sheet, summary, across, left);
            sheet.Y += 6;
        }
        if (most > 0) DrawAxis(sheet, across, ticks, sheet.Y);
        sheet.Y += 26;
    }

    static void DrawRow(Sheet sheet, DeploymentSummary summary, Scale across, double left)
    {
        var (language, y) = (sheet.Language, sheet.Y + RowHeight / 2);
        sheet.Add(Svg.Text(left - 8, y + 4.5, language.Say(summary.Phase), "", "end"));
        var words = summary.Personnel is { } people ? language.Say(people) : language.NoNumber;
        if (summary.Personnel is { } band)
        {
            var (low, high) = (across.At(band.Low), across.At(band.High));
            sheet.Add(Svg.Line(left, y, across.End, y, "grid"));
            if (band.Low < band.High) sheet.Add(Svg.Path($"M{Svg.Number(low)} {Svg.Number(y)}H{Svg.Number(high)}M{Svg.Number(low)} {Svg.Number(y - 5)}v10M{Svg.Number(high)} {Svg.Number(y - 5)}v10", band.Differ ? "whisker differ s0" : "whisker s0"));
            sheet.Add(Svg.Circle(across.At(band.Best), y, 4.5, "mark f0 s0").Titled(summary.BestFact!.Title), Svg.Text(high + 9, y + 4.5, words, "small halo"));
        }
        else sheet.Add(Svg.Text(left + 6, y + 4.5, $"{words} ({language.Facts(language.Say(summary.Facts))})", "small soft halo"));
        sheet.Tell($"{language.Say(summary.Contributor)}, {language.Say(summary.Phase)}: {words}{(summary.Personnel is { } range && range.Low < range.High ? $" ({language.Say(range.Low)}–{language.Say(range.High)}{(range.Differ ? $", {language.Differ}" : "")})" : "")}.");
        sheet.Y += RowHeight;
    }

    static void DrawAxis(Sheet sheet, Scale across, IReadOnlyList<double> ticks, double y)
    {
        sheet.Add(Svg.Line(across.Start, y, across.End, y, "axis"));
        foreach (var tick in ticks) sheet.Add(Svg.Line(across.At(tick), y, across.At(tick), y + 5, "axis"), Svg.Text(across.At(tick), y + 18, sheet.Language.Say(tick), "small soft", "middle"));
    }
}
