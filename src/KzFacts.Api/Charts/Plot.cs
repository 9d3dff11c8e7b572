using System.Xml.Linq;
using KzFacts.Data.Facts;

namespace KzFacts.Api.Charts;

/// <summary>Draws the courses of a panel between two axes.</summary>
sealed class Plot
{
    const double Height = 190;

    readonly Sheet sheet;
    readonly Panel panel;
    readonly IReadOnlyList<Course> courses;
    readonly Scale across, up;
    readonly IReadOnlyList<double> ticks;
    readonly List<(double X, double Y, double Width)> labels = [];
    readonly double left, top;

    public Plot(Sheet sheet, Panel panel, IReadOnlyList<Course> courses)
    {
        (this.sheet, this.panel, this.courses) = (sheet, panel, courses);
        sheet.Say(panel.Unit);
        if (courses.Count > 1 || courses[0].Name != panel.Heading) sheet.Legend(courses.Select((course, i) => (Sample(i), course.Name)));
        var dots = courses.SelectMany(course => course.Dated).ToList();
        top = sheet.Y + 8;
        (up, ticks) = Scale.Upwards(dots.Min(dot => Math.Min(dot.Value.Low, dot.Before?.Best ?? dot.Value.Low)),
            dots.Max(dot => Math.Max(dot.Value.High, dot.Before?.Best ?? dot.Value.High)), fromZero: !panel.Steps, top + Height, top);
        left = Sheet.Margin + 8 + ticks.Max(tick => Svg.WidthOf(sheet.Language.Say(tick), 12));
        var (first, last) = (dots.Min(dot => dot.Day)!.Value, dots.Max(dot => dot.Day)!.Value);
        var room = Math.Max(1, (last.DayNumber - first.DayNumber) / 20);
        across = new(first.DayNumber - room, last.DayNumber + room, left, sheet.Right);
    }

    public void Draw()
    {
        DrawAxes();
        // Labels must not cover marks.
        labels.AddRange(courses.SelectMany(course => course.Dated, (_, dot) => (X(dot), up.At(dot.Value.Best) + 4, 10.0)));
        for (var i = 0; i < courses.Count; i++) DrawBands(courses[i], i);
        for (var i = 0; i < courses.Count; i++) DrawLine(courses[i], i);
        for (var i = 0; i < courses.Count; i++) DrawMarks(courses[i], i);
        sheet.Y = top + Height + 26;
    }

    void DrawAxes()
    {
        foreach (var tick in ticks)
        {
            var y = up.At(tick);
            sheet.Add(Svg.Line(left, y, sheet.Right, y, tick == ticks[0] ? "axis" : "grid"),
                Svg.Text(left - 6, y + 4, sheet.Language.Say(tick), "small soft", "end"));
        }
        DayAxis.Draw(sheet, across, top + Height, day => across.At(day.DayNumber));
    }

    void DrawBands(Course course, int colour)
    {
        var standing = course.NotRetracted.ToList();
        for (var i = 0; i < standing.Count; i++)
        {
            var (dot, x) = (standing[i], X(standing[i]));
            if (dot.Value.Low >= dot.Value.High) continue;
            var (high, low) = (up.At(dot.Value.High), up.At(dot.Value.Low));
            if (panel.Steps)
                sheet.Add(Svg.Box(x, high, Math.Max(4, (i + 1 < standing.Count ? X(standing[i + 1]) : sheet.Right) - x), low - high,
                    $"band f{colour}"));
            else sheet.Add(
                Svg.Path(
                $"M{Svg.Number(x)} {Svg.Number(high)}V{Svg.Number(low)}M{Svg.Number(x - 4)} {Svg.Number(high)}h8M{Svg.Number(x - 4)} " +
                $"{Svg.Number(low)}h8", $"whisker s{colour}"));
        }
    }

    void DrawLine(Course course, int colour)
    {
        List<(double X, double Y)> points = [];
        // The line has one point a day. With several it would go up and down on the spot.
        foreach (var dot in course.NotRetracted.GroupBy(dot => dot.Day).Select(day => day.MaxBy(dot => dot.Origins)!))
        {
            var (x, y) = (X(dot), up.At(dot.Value.Best));
            if (panel.Steps && points.Count > 0) points.Add((x, points[^1].Y));
            else if (panel.Steps && dot.Before is { } before) points.AddRange([(left, up.At(before.Best)), (x, up.At(before.Best))]);
            points.Add((x, y));
        }
        if (panel.Steps && points.Count > 0) points.Add((sheet.Right, points[^1].Y));
        if (points.Count < 2) return;
        var line = Svg.Path(Svg.Through(points), $"line s{colour}");
        if (Dash(colour) is { } dash) line.Add(dash);
        sheet.Add(line);
    }

    void DrawMarks(Course course, int colour)
    {
        foreach (var dot in course.Dated)
        {
            var (x, y) = (X(dot), up.At(dot.Value.Best));
            sheet.Add(Mark.Of(dot.Status, x, y, colour).Titled(dot.Title));
            var words = sheet.Language.Say(dot.Value);
            var width = Svg.WidthOf(words, 12);
            var at = Math.Clamp(x, left + width / 2, sheet.Right - width / 2);
            if (new[] { y - 10, y + 20 }.FirstOrDefault(row =>
                row > top && row < top + Height && !labels.Exists(other =>
                Math.Abs(other.Y - row) < 14 && Math.Abs(other.X - at) < (other.Width + width) / 2 + 4)) is not (> 0
                and var free)) continue;
            labels.Add((at, free, width));
            sheet.Add(Svg.Text(at, free, words, dot.Status == Status.Retracted ? "small gone" : "small halo", "middle"));
        }
    }

    double X(Dot dot) => across.At(dot.Day!.Value.DayNumber);

    static Func<double, double, XElement> Sample(int colour) => (x, y) =>
    {
        var line = Svg.Line(x - 8, y, x + 8, y, $"line s{colour}");
        if (Dash(colour) is { } dash) line.Add(dash);
        return line;
    };

    /// <summary>Lines also differ in their dashes, not only in colour.</summary>
    static XAttribute? Dash(int colour) => colour == 0 ? null : new("stroke-dasharray", Dashes[(colour - 1) % Dashes.Length]);

    static readonly string[] Dashes = ["7 3", "2 3", "9 3 2 3", "4 2", "12 4"];
}
