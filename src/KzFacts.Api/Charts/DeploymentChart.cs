using System.Xml.Linq;
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
        sheet.Say($"{language.People}: {language.Best}");
        sheet.Legend([.. summaries.Select(StatusOf).OfType<Status>().Distinct().Order().Select(status => (new Func<double, double, XElement>((x, y) => Mark.Of(status, x, y, 0)), language.Say(status))), ((x, y) => Svg.Line(x - 8, y, x + 8, y, "whisker s0"), language.Band), ((x, y) => Svg.Line(x - 8, y, x + 8, y, "whisker differ s0"), language.Differ)]);
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
        var (language, y, status) = (sheet.Language, sheet.Y + RowHeight / 2, StatusOf(summary));
        sheet.Add(Svg.Text(left - 8, y + 4.5, language.Say(summary.Phase), status == Status.Retracted ? "gone" : "", "end"));
        if (summary.Personnel is { } band) DrawBand(sheet, summary, band, across, left, y);
        else
        {
            if (status is { } gone) sheet.Add(Mark.Of(gone, left + 8, y, 0));
            sheet.Add(Svg.Text(left + (status is null ? 6 : 20), y + 4.5, $"{Words(language, summary)} ({language.Facts(language.Say(summary.Facts))})", "small soft halo"));
        }
        sheet.Tell($"{language.Say(summary.Contributor)}, {language.Say(summary.Phase)}: {Words(language, summary)}{(summary.Personnel is { } range && range.Low < range.High ? $" ({language.Say(range.Low)}–{language.Say(range.High)}{(range.Differ ? $", {language.Differ}" : "")})" : "")}{(summary.BestStatus is { } best ? $", {language.Say(best)}" : "")}.");
        sheet.Y += RowHeight;
    }

    static void DrawBand(Sheet sheet, DeploymentSummary summary, Band band, Scale across, double left, double y)
    {
        var (low, high) = (across.At(band.Low), across.At(band.High));
        sheet.Add(Svg.Line(left, y, across.End, y, "grid"));
        if (band.Low < band.High) sheet.Add(Svg.Path($"M{Svg.Number(low)} {Svg.Number(y)}H{Svg.Number(high)}M{Svg.Number(low)} {Svg.Number(y - 5)}v10M{Svg.Number(high)} {Svg.Number(y - 5)}v10", band.Differ ? "whisker differ s0" : "whisker s0"));
        sheet.Add(Mark.Of(summary.BestStatus!.Value, across.At(band.Best), y, 0).Titled(summary.BestFact!.Title), Svg.Text(high + 9, y + 4.5, Words(sheet.Language, summary), "small halo"));
    }

    /// <summary>How the row stands: as its best fact does, or withdrawn with all its facts.</summary>
    static Status? StatusOf(DeploymentSummary summary) => summary.BestStatus ?? (summary.Retracted == summary.Facts ? Status.Retracted : null);

    static string Words(ChartLanguage language, DeploymentSummary summary) =>
        summary.Personnel is { } people ? language.Say(people) : StatusOf(summary) is { } gone ? language.Say(gone) : language.NoNumber;

    static void DrawAxis(Sheet sheet, Scale across, IReadOnlyList<double> ticks, double y)
    {
        sheet.Add(Svg.Line(across.Start, y, across.End, y, "axis"));
        foreach (var tick in ticks) sheet.Add(Svg.Line(across.At(tick), y, across.At(tick), y + 5, "axis"), Svg.Text(across.At(tick), y + 18, sheet.Language.Say(tick), "small soft", "middle"));
    }
}
