namespace KzFacts.Api.Charts;

/// <summary>Draws the days below an axis.</summary>
static class DayAxis
{
    const double Width = 62;

    /// <param name="across">The scale of the axis, in days since 0001-01-01.</param>
    /// <param name="at">The position of a day.</param>
    public static void Draw(Sheet sheet, Scale across, double y, Func<DateOnly, double> at)
    {
        var (first, last) = (Day(Math.Ceiling(across.From)), Day(Math.Floor(across.To)));
        var years = last.DayNumber - first.DayNumber > 62;
        foreach (var day in Scale.Days(first, last, Math.Max(2, (int)((across.End - across.Start) / (years ? Width + 16 : Width)))))
        {
            var words = years ? sheet.Language.SayMonthBriefly(day) : sheet.Language.SayBriefly(day);
            var half = Svg.WidthOf(words, 12) / 2;
            sheet.Add(Svg.Line(at(day), y, at(day), y + 5, "axis"),
                Svg.Text(Math.Clamp(at(day), half + 4, sheet.Right - half + 8), y + 18, words, "small soft", "middle"));
        }
    }

    static DateOnly Day(double number) => DateOnly.FromDayNumber((int)Math.Clamp(number, 0, DateOnly.MaxValue.DayNumber));
}
