using System.Xml.Linq;
using KzFacts.Languages;

namespace KzFacts.Api.Charts;

/// <summary>The sheet on which a chart is drawn, from top to bottom. The picture is self-contained: no scripts, nothing loaded.</summary>
sealed class Sheet(ChartRequest request)
{
    public const double Margin = 16;

    /// <summary>How much wider bold letters are than regular ones.</summary>
    const double BoldWidth = 1.15;

    readonly List<XElement> marks = [];
    readonly List<string> told = [];
    string title = "KzFacts";

    public Language Language { get; } = Language.Find(request.Lang) ?? Language.Default;

    public ChartTexts Texts => Language.Charts;

    public double Width { get; } = request.Width ?? ChartRequest.DefaultWidth;

    public double Right => Width - Margin;

    /// <summary>The position down to which the sheet is filled.</summary>
    public double Y { get; set; } = 12;

    public void Add(params ReadOnlySpan<XElement> elements) => marks.AddRange(elements);

    /// <summary>Adds a sentence for readers who cannot see the chart.</summary>
    public void Tell(string sentence) => told.Add(sentence);

    public void Title(string text)
    {
        title = text;
        Write(text, "title", 20, 25);
        Y += 4;
    }

    public void Heading(string text) => Write(text, "heading", 15, 20);

    /// <summary>Writes a sentence on the chart. Screen readers read it too.</summary>
    public void Say(string text)
    {
        Write(text, "small soft", 12, 16);
        Tell(text);
    }

    void Write(string text, string style, double size, double height)
    {
        foreach (var line in Svg.Wrap(text, Right - Margin, size > 12 ? size * BoldWidth : size))
        {
            Add(Svg.Text(Margin, Y + size, line, style));
            Y += height;
        }
    }

    /// <summary>Draws a legend in as many rows as it needs. Each entry has a mark, drawn at a point, and its words.</summary>
    public void Legend(IEnumerable<(Func<double, double, XElement> Mark, string Words)> entries)
    {
        var (x, any) = (Margin, false);
        foreach (var (mark, words) in entries)
        {
            var width = 20 + Svg.WidthOf(words, 13) + 14;
            if (x > Margin && x + width > Right) (x, Y) = (Margin, Y + 19);
            Add(mark(x + 7, Y + 9), Svg.Text(x + 19, Y + 13.5, words, "small"));
            x += width;
            any = true;
        }
        if (any) Y += 24;
    }

    /// <summary>Finishes the picture, with a note in its corner.</summary>
    public XElement Finish(string corner)
    {
        Y += 6;
        foreach (var line in Svg.Wrap(corner, Right - Margin, 11))
        {
            Add(Svg.Text(Right, Y + 11, line, "corner soft", "end"));
            Y += 15;
        }
        var height = Math.Ceiling(Y + 8);
        return new(Svg.Names + "svg",
            new XAttribute("viewBox", $"0 0 {Svg.Number(Width)} {Svg.Number(height)}"), new XAttribute("width", Width),
                new XAttribute("height", height),
            new XAttribute("role", "img"), new XAttribute("aria-labelledby", "title desc"),
                new XAttribute(XNamespace.Xml + "lang", Language.Code),
            new XElement(Svg.Names + "title", new XAttribute("id", "title"), Svg.Clean(title)),
            new XElement(Svg.Names + "desc", new XAttribute("id", "desc"), Svg.Clean(string.Join(' ', told.Append(corner)))),
            new XElement(Svg.Names + "style", Palette.Style(request.Theme)),
            Svg.Box(0, 0, Width, height, "paper"), marks);
    }
}
