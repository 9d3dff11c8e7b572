using KzFacts.Data.Facts;
using KzFacts.Data.Series;

namespace KzFacts.Api.Charts;

/// <summary>A figure. It has no day if only its month or year is known.</summary>
sealed record Dot(DateOnly? Day, string When, Band Value, Band? Before, Status Status, string Title, string FactId, int Origins);

/// <summary>The figures of one place, the earliest first. The line between them leaves out retracted ones.</summary>
sealed record Course(string Name, IReadOnlyList<Dot> Dots)
{
    /// <summary>The figures that have a day.</summary>
    public IEnumerable<Dot> Dated => Dots.Where(dot => dot.Day is not null);

    public IEnumerable<Dot> NotRetracted => Dated.Where(dot => dot.Status != Status.Retracted);
}

/// <summary>Figures of one kind, which share an axis.</summary>
/// <param name="Steps">Whether a figure holds until the next one, as a price does.</param>
sealed record Panel(string Heading, string Unit, bool Steps, IReadOnlyList<Course> Courses)
{
    /// <summary>The most rows of text if no place has two dated figures.</summary>
    const int MostRows = 12;

    public bool HasCourse => Courses.Any(course => course.Dated.Count() > 1);

    public int Count => Courses.Sum(course => course.Dots.Count);

    public void Draw(Sheet sheet)
    {
        var shown = Courses.Take(HasCourse ? Palette.Series : MostRows).ToList();
        if (HasCourse)
        {
            new Plot(sheet, this, [.. shown.Where(course => course.Dated.Any())]).Draw();
            foreach (var course in shown)
                foreach (var dot in course.Dots.Where(dot => dot.Day is null)) DrawWords(sheet, course, dot);
        }
        else
        {
            sheet.Say($"{Capital(Unit)}. {(Courses.Count == 1 ? sheet.Texts.SinglePoint : sheet.Texts.SinglePoints)}");
            foreach (var course in shown)
                foreach (var dot in course.Dots) DrawWords(sheet, course, dot);
        }
        foreach (var course in shown) sheet.Tell($"{course.Name}: {string.Join("; ", course.Dots.Select(dot => Say(sheet, dot)))}.");
        if (Courses.Count > shown.Count) sheet.Say(sheet.Texts.More(sheet.Language.Say(Courses.Count - shown.Count)));
        sheet.Y += 10;
    }

    static string Say(Sheet sheet, Dot dot) =>
        $"{sheet.Language.Say(dot.When)}: {sheet.Language.Say(dot.Value)}{Range(sheet, dot)}, {sheet.Language.Say(dot.Status)}";

    static string Range(Sheet sheet, Dot dot) =>
        dot.Value.Low < dot.Value.High
        ? $" ({sheet.Language.Say(dot.Value.Low, dot.Value.High)}{(dot.Value.Differ ? $", {sheet.Texts.Differ}" : "")})" : "";

    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>A figure as text: it is the only one, or its day is unknown.</summary>
    static void DrawWords(Sheet sheet, Course course, Dot dot)
    {
        var language = sheet.Language;
        sheet.Add(Mark.Of(dot.Status, Sheet.Margin + 8, sheet.Y + 11, 0).Titled(dot.Title));
        var value = (dot.Before is { } before ? $"{language.Say(before)} → " : "") + language.Say(dot.Value);
        foreach (var line in Svg.Wrap($"{course.Name}, {language.Say(dot.When)}: {value}{Range(sheet, dot)}",
            sheet.Right - Sheet.Margin - 24, 13))
        {
            sheet.Add(Svg.Text(Sheet.Margin + 22, sheet.Y + 15.5, line, dot.Status == Status.Retracted ? "gone" : ""));
            sheet.Y += 18;
        }
        sheet.Y += 4;
    }
}
