using System.Globalization;
using System.Xml.Linq;
using KzFacts.Data.Facts;
using KzFacts.Data.Querying;
using KzFacts.Data.Registries;
using KzFacts.Data.Series;
using KzFacts.Languages;

namespace KzFacts.Api.Charts;

/// <summary>The number of facts that began in each step of time, as stacked columns.</summary>
static class TimelineChart
{
    const double Height = 260;

    /// <summary>The filter with the days to draw. Without days, those of the crisis.</summary>
    public static AnyFactFilter Bounded(AnyFactFilter filter, Crisis crisis) =>
        filter is { From: null, To: null } ? filter with { From = crisis.First, To = crisis.Last } : filter;

    /// <summary>The parts of a column from the bottom up: facts that stand, then disputed ones, then retracted ones.</summary>
    static readonly (Status? Status, Func<TimelinePoint, int> CountOf)[] Parts =
        [(null, point => point.Count - point.Disputed - point.Retracted), (Status.Disputed, point => point.Disputed),
            (Status.Retracted, point => point.Retracted)];

    sealed record Layer(string Name, int Colour, IReadOnlyList<TimelinePoint> Points);

    public static void Draw(Sheet sheet, Lane lane, AnyFactFilter filter, TimelineChartRequest request)
    {
        var (by, bucket) = (ClosedWords.Read<TimelineBy>(request.By ?? "kind"), ClosedWords.Read<TimelineBucket>(request.Bucket ?? "day"));
        var series = TimelineSeries.Of(lane, filter, by, bucket);
        sheet.Title(sheet.Texts.Timeline[bucket]);
        var layers = Layers(sheet, series, by);
        if (layers.Count == 0) sheet.Say(sheet.Texts.Empty);
        else
        {
            sheet.Say(sheet.Texts.Number);
            sheet.Legend([.. layers.Select(layer => Sample(null, layer.Colour, layer.Name)),
                .. Doubtful(layers.SelectMany(layer => layer.Points))
                .Select(part => Sample(part.Status, Palette.Series, sheet.Language.Say(part.Status)))]);
            DrawColumns(sheet, layers, bucket);
            foreach (var layer in layers)
                sheet.Tell($"{layer.Name}: {layer.Points.Sum(point => point.Count)}{Shaken(sheet.Language, layer)}.");
        }
        if (series.Sum(one => one.Aside) is > 0 and var aside) sheet.Say(sheet.Texts.Aside(sheet.Language.Say(aside)));
    }

    static List<Layer> Layers(Sheet sheet, IReadOnlyList<TimelineSeries> series, TimelineBy by)
    {
        var drawn = series.Where(one => one.Count > 0).ToList();
        var own = drawn.OrderByDescending(one => one.Count).Take(drawn.Count <= Palette.Series ? drawn.Count : Palette.Series).ToHashSet();
        List<Layer> layers = [.. drawn.Where(own.Contains).Select((one, i) =>
            new Layer(Name(sheet.Language, one.Value, by), i, one.Points))];
        var rest = drawn.Where(one => !own.Contains(one)).ToList();
        if (rest.Count > 0)
            layers.Add(new($"{sheet.Texts.Other} ({rest.Count})", Palette.Series, [.. rest[0].Points.Select((point, i) => point with
        {
            Count = rest.Sum(one => one.Points[i].Count), Disputed = rest.Sum(one => one.Points[i].Disputed),
                Retracted = rest.Sum(one => one.Points[i].Retracted),
        })]));
        return layers;
    }

    static string Name(Language language, Label label, TimelineBy by) => by switch
    {
        TimelineBy.Kind => language.Say(ClosedWords.Read<Kind>(label.Id)),
        TimelineBy.Type => language.Say(ClosedWords.Read<EventType>(label.Id)),
        _ => language.Say(label),
    };

    static (Func<double, double, XElement> Mark, string Words) Sample(Status? status, int colour, string words) =>
        ((x, y) => Mark.Column(status, x - 6, y - 6, 12, 12, colour), words);

    /// <summary>The numbers of disputed and retracted facts that are not zero.</summary>
    static List<(Status Status, int Count)> Doubtful(IEnumerable<TimelinePoint> points) =>
        [.. Parts.Where(part => part.Status is not null).Select(part => (part.Status!.Value, points.Sum(part.CountOf)))
            .Where(part => part.Item2 > 0)];

    static string Shaken(Language language, Layer layer) =>
        Doubtful(layer.Points) is { Count: > 0 } parts
            ? $" ({string.Join(", ", parts.Select(part => $"{language.Say(part.Status)}: {part.Count}"))})" : "";

    static void DrawColumns(Sheet sheet, IReadOnlyList<Layer> layers, TimelineBucket bucket)
    {
        var (top, starts) = (sheet.Y + 4, layers[0].Points.Select(point => point.Start).ToList());
        var (up, ticks) = Scale.Upwards(0, Enumerable.Range(0, starts.Count).Max(i => layers.Sum(layer => layer.Points[i].Count)),
            fromZero: true, top + Height, top);
        ticks = [.. ticks.Where(double.IsInteger)];
        var left = Sheet.Margin + 8 + ticks.Max(tick => Svg.WidthOf(sheet.Language.Say(tick), 12));
        foreach (var tick in ticks)
            sheet.Add(Svg.Line(left, up.At(tick), sheet.Right, up.At(tick), tick == 0 ? "axis" : "grid"),
                Svg.Text(left - 6, up.At(tick) + 4, sheet.Language.Say(tick), "small soft", "end"));
        var step = (sheet.Right - left) / starts.Count;
        for (var i = 0; i < starts.Count; i++) DrawColumn(sheet, layers, i, up, left + i * step, step);
        var days = new Scale(Day(starts[0]).DayNumber, Day(starts[^1]).DayNumber, left, sheet.Right);
        var perDay = bucket switch { TimelineBucket.Hour => 24, TimelineBucket.Day => 1, _ => 1 / 7.0 };
        DayAxis.Draw(sheet, days, top + Height, day => left + ((day.DayNumber - Day(starts[0]).DayNumber) * perDay
            + (bucket == TimelineBucket.Hour ? 0 : 0.5)) * step);
        sheet.Y = top + Height + 28;
    }

    static void DrawColumn(Sheet sheet, IReadOnlyList<Layer> layers, int i, Scale up, double x, double step)
    {
        var (below, gap) = (0, step > 5 ? 1.5 : 0);
        foreach (var (status, countOf) in Parts)
            foreach (var layer in layers)
            {
                if (countOf(layer.Points[i]) is not (> 0 and var count)) continue;
                var y = up.At(below += count);
                sheet.Add(Mark.Column(status, x + gap / 2, y, Math.Max(0.5, step - gap), up.At(below - count) - y, layer.Colour)
                    .Titled($"{layer.Points[i].Start}, {layer.Name}{(status is null ? "" : $", {sheet.Language.Say(status)}")}: {count}"));
            }
    }

    static DateOnly Day(string start) => DateOnly.ParseExact(start.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
