using System.Globalization;
using KzFacts.Data.Facts;
using KzFacts.Data.Querying;
using KzFacts.Data.Series;

namespace KzFacts.Api.Charts;

/// <summary>How many facts began in each step of time, as stacked columns.</summary>
static class TimelineChart
{
    const double Height = 260;

    /// <summary>The days that are drawn where none are asked for: the month of the crisis.</summary>
    static readonly DateOnly From = new(2022, 1, 1), To = new(2022, 1, 31);

    /// <summary>The filter with the days to draw.</summary>
    public static AnyFactFilter Bounded(AnyFactFilter filter) => filter is { From: null, To: null } ? filter with { From = From, To = To } : filter;

    sealed record Layer(string Name, int Colour, IReadOnlyList<int> Counts);

    public static void Draw(Sheet sheet, Lane lane, AnyFactFilter filter, TimelineChartRequest request)
    {
        var (by, bucket) = (Words.Read<TimelineBy>(request.By ?? "kind"), Words.Read<TimelineBucket>(request.Bucket ?? "day"));
        var series = TimelineSeries.Of(lane, filter, by, bucket);
        sheet.Title(sheet.Language.Timeline[bucket]);
        var layers = Layers(sheet.Language, series, by);
        if (layers.Count == 0) sheet.Say(sheet.Language.Empty);
        else
        {
            sheet.Say(sheet.Language.Number);
            sheet.Legend(layers.Select(layer => (new Func<double, double, System.Xml.Linq.XElement>((x, y) => Svg.Box(x - 6, y - 6, 12, 12, $"f{layer.Colour}")), layer.Name)));
            DrawColumns(sheet, layers, [.. series[0].Points.Select(point => point.Start)], bucket);
            foreach (var layer in layers) sheet.Tell($"{layer.Name}: {layer.Counts.Sum()}.");
        }
        if (series.Sum(one => one.Aside) is > 0 and var aside) sheet.Say(sheet.Language.Aside(sheet.Language.Say(aside)));
    }

    static List<Layer> Layers(ChartLanguage language, IReadOnlyList<TimelineSeries> series, TimelineBy by)
    {
        var drawn = series.Where(one => one.Count > 0).ToList();
        var own = drawn.OrderByDescending(one => one.Count).Take(drawn.Count <= Palette.Series ? drawn.Count : Palette.Series).ToHashSet();
        List<Layer> layers = [.. drawn.Where(own.Contains).Select((one, i) => new Layer(Name(language, one.Value, by), i, [.. one.Points.Select(point => point.Count)]))];
        var rest = drawn.Where(one => !own.Contains(one)).ToList();
        if (rest.Count > 0) layers.Add(new($"{language.Other} ({rest.Count})", Palette.Series, [.. Enumerable.Range(0, rest[0].Points.Count).Select(i => rest.Sum(one => one.Points[i].Count))]));
        return layers;
    }

    static string Name(ChartLanguage language, Label label, TimelineBy by) => by switch
    {
        TimelineBy.Kind => language.Say(Words.Read<Kind>(label.Id)),
        TimelineBy.Type => language.Say(Words.Read<EventType>(label.Id)),
        _ => language.Say(label),
    };

    static void DrawColumns(Sheet sheet, IReadOnlyList<Layer> layers, IReadOnlyList<string> starts, TimelineBucket bucket)
    {
        var top = sheet.Y + 4;
        var (up, ticks) = Scale.Upwards(0, Enumerable.Range(0, starts.Count).Max(i => layers.Sum(layer => layer.Counts[i])), fromZero: true, top + Height, top);
        ticks = [.. ticks.Where(double.IsInteger)];
        var left = Sheet.Margin + 8 + ticks.Max(tick => Svg.WidthOf(sheet.Language.Say(tick), 12));
        foreach (var tick in ticks) sheet.Add(Svg.Line(left, up.At(tick), sheet.Right, up.At(tick), tick == 0 ? "axis" : "grid"), Svg.Text(left - 6, up.At(tick) + 4, sheet.Language.Say(tick), "small soft", "end"));
        var step = (sheet.Right - left) / starts.Count;
        for (var i = 0; i < starts.Count; i++)
        {
            double count = 0;
            foreach (var layer in layers.Where(layer => layer.Counts[i] > 0))
            {
                var (x, gap) = (left + i * step, step > 5 ? 1.5 : 0);
                sheet.Add(Svg.Box(x + gap / 2, up.At(count + layer.Counts[i]), Math.Max(0.5, step - gap), up.At(count) - up.At(count + layer.Counts[i]), $"f{layer.Colour}").Titled($"{starts[i]}, {layer.Name}: {layer.Counts[i]}"));
                count += layer.Counts[i];
            }
        }
        var days = new Scale(Day(starts[0]).DayNumber, Day(starts[^1]).DayNumber, left, sheet.Right);
        var perDay = bucket switch { TimelineBucket.Hour => 24, TimelineBucket.Day => 1, _ => 1 / 7.0 };
        DayAxis.Draw(sheet, days, top + Height, day => left + ((day.DayNumber - Day(starts[0]).DayNumber) * perDay + (bucket == TimelineBucket.Hour ? 0 : 0.5)) * step);
        sheet.Y = top + Height + 28;
    }

    static DateOnly Day(string start) => DateOnly.ParseExact(start.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
