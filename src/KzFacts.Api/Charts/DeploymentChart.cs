using System.Xml.Linq;
using KzFacts.Data.Facts;
using KzFacts.Data.Querying;
using KzFacts.Data.Series;

namespace KzFacts.Api.Charts;

/// <summary>The number of people that each contributor is said to have sent in each phase, from the lowest to the highest number
/// given.</summary>
static class DeploymentChart
{
    const double RowHeight = 22;

    public static void Draw(Sheet sheet, Lane lane, DeploymentFilter filter, ChartRequest request)
    {
        var (language, texts) = (sheet.Language, sheet.Texts);
        sheet.Title(texts.Deployments);
        var summaries = DeploymentSummary.Of(lane, filter);
        if (summaries.Count == 0)
        {
            sheet.Say(texts.Empty);
            return;
        }
        sheet.Say($"{texts.People}: {texts.Best}");
        var bands = summaries.Select(one => one.Personnel).OfType<Band>().Where(band => band.Low < band.High).ToLookup(band => band.Differ);
        sheet.Legend([.. summaries.Select(StatusOf).OfType<Status>().Distinct().Order()
            .Select(status => Sample((x, y) => Mark.Of(status, x, y, 0), language.Say(status))),
            .. bands[false].Take(1).Select(_ => Sample((x, y) => Svg.Line(x - 8, y, x + 8, y, "whisker s0"), texts.Band)),
            .. bands[true].Take(1).Select(_ => Sample((x, y) => Svg.Line(x - 8, y, x + 8, y, "whisker differ s0"), texts.Differ))]);
        var most = summaries.Max(one => one.Personnel?.High ?? 0);
        var left = Sheet.Margin + 12 + summaries.Max(one => Svg.WidthOf(language.Say(one.Phase), 15));
        var (across, ticks) = Scale.Upwards(0, Math.Max(1, most), fromZero: true, left, sheet.Right - Math.Max(70, sheet.Width * 0.16));
        foreach (var contributor in summaries.GroupBy(one => one.Contributor.Id)
            .OrderByDescending(group => group.Max(one => one.Personnel?.High ?? 0)))
        {
            sheet.Heading(language.Say(contributor.First().Contributor));
            foreach (var summary in contributor) DrawRow(sheet, summary, across, left);
            sheet.Y += 6;
        }
        if (most > 0) DrawAxis(sheet, across, ticks, sheet.Y);
    }

    static (Func<double, double, XElement> Mark, string Words) Sample(Func<double, double, XElement> mark, string words) => (mark, words);

    static void DrawRow(Sheet sheet, DeploymentSummary summary, Scale across, double left)
    {
        var (language, texts, y, status) = (sheet.Language, sheet.Texts, sheet.Y + RowHeight / 2, StatusOf(summary));
        sheet.Add(Svg.Text(left - 8, y + 4.5, language.Say(summary.Phase), status == Status.Retracted ? "gone" : "", "end"));
        if (summary.Personnel is { } band) DrawBand(sheet, summary, band, across, left, y);
        else
        {
            if (status is { } gone) sheet.Add(Mark.Of(gone, left + 8, y, 0));
            sheet.Add(Svg.Text(left + (status is null ? 6 : 20), y + 4.5,
                $"{Words(sheet, summary)} ({language.Say(summary.Facts, language.Words.FactCount)})", "small soft halo"));
        }
        var range = summary.Personnel is { } given && given.Low < given.High
            ? $" ({language.Say(given.Low, given.High)}{(given.Differ ? $", {texts.Differ}" : "")})" : "";
        var standing = summary.BestStatus is { } best ? $", {language.Say(best)}" : "";
        sheet.Tell(
            $"{language.Say(summary.Contributor)}, {language.Say(summary.Phase)}: {Words(sheet, summary)}{range}{standing}.");
        sheet.Y += RowHeight;
    }

    static void DrawBand(Sheet sheet, DeploymentSummary summary, Band band, Scale across, double left, double y)
    {
        var (low, high) = (across.At(band.Low), across.At(band.High));
        sheet.Add(Svg.Line(left, y, across.End, y, "grid"));
        if (band.Low < band.High)
            sheet.Add(
                Svg.Path(
                $"M{Svg.Number(low)} {Svg.Number(y)}H{Svg.Number(high)}M{Svg.Number(low)} {Svg.Number(y - 5)}v10M{Svg.Number(high)} " +
                $"{Svg.Number(y - 5)}v10", band.Differ ? "whisker differ s0" : "whisker s0"));
        sheet.Add(Mark.Of(summary.BestStatus!.Value, across.At(band.Best), y, 0).Titled(summary.BestFact!.Title),
            Svg.Text(high + 9, y + 4.5, Words(sheet, summary), "small halo"));
    }

    /// <summary>The status of a row: that of its best fact, or retracted if all its facts are.</summary>
    static Status? StatusOf(DeploymentSummary summary) =>
        summary.BestStatus ?? (summary.Retracted == summary.Facts ? Status.Retracted : null);

    static string Words(Sheet sheet, DeploymentSummary summary) =>
        summary.Personnel is { } people
            ? sheet.Language.Say(people) : StatusOf(summary) is { } gone ? sheet.Language.Say(gone) : sheet.Texts.NoNumber;

    static void DrawAxis(Sheet sheet, Scale across, IReadOnlyList<double> ticks, double y)
    {
        sheet.Add(Svg.Line(across.Start, y, across.End, y, "axis"));
        foreach (var tick in ticks)
            sheet.Add(Svg.Line(across.At(tick), y, across.At(tick), y + 5, "axis"),
                Svg.Text(across.At(tick), y + 18, sheet.Language.Say(tick), "small soft", "middle"));
        sheet.Y += 26;
    }
}
