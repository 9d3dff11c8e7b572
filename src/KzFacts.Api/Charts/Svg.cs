using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace KzFacts.Api.Charts;

/// <summary>The SVG elements of charts. The XML library escapes all text.</summary>
static class Svg
{
    public static readonly XNamespace Names = "http://www.w3.org/2000/svg";

    /// <summary>The approximate width of a character, relative to the font size. No font is measured, as the reader's is unknown.</summary>
    const double CharacterWidth = 0.57;

    public static XElement Element(string name, params (string Name, object Value)[] attributes) =>
        new(Names + name, attributes.Select(attribute => new XAttribute(attribute.Name, attribute.Value is double number ? Number(number)
            : attribute.Value)));

    public static XElement Line(double x1, double y1, double x2, double y2, string style) =>
        Element("line", ("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2), ("class", style));

    public static XElement Box(double x, double y, double width, double height, string style) =>
        Element("rect", ("x", x), ("y", y), ("width", width), ("height", height), ("class", style));

    public static XElement Circle(double x, double y, double radius, string style) =>
        Element("circle", ("cx", x), ("cy", y), ("r", radius), ("class", style));

    public static XElement Path(string data, string style) => Element("path", ("d", data), ("class", style));

    /// <param name="anchor">The part of the text that is at x: start, middle or end.</param>
    public static XElement Text(double x, double y, string text, string style, string anchor = "start")
    {
        var element = Element("text", ("x", x), ("y", y), ("class", style));
        if (anchor != "start") element.Add(new XAttribute("text-anchor", anchor));
        element.Value = Clean(text);
        return element;
    }

    /// <summary>Adds a title, which viewers show on hovering.</summary>
    public static XElement Titled(this XElement element, string title)
    {
        element.Add(new XElement(Names + "title", Clean(title)));
        return element;
    }

    public static string Number(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>A path through points.</summary>
    public static string Through(IEnumerable<(double X, double Y)> points) =>
        "M" + string.Join('L', points.Select(point => $"{Number(point.X)} {Number(point.Y)}"));

    public static double WidthOf(string text, double size) => text.Length * size * CharacterWidth;

    /// <summary>Breaks a text into lines of a width. A longer word has a line of its own.</summary>
    public static IEnumerable<string> Wrap(string text, double width, double size)
    {
        var line = "";
        foreach (var word in text.Split(' '))
            if (line.Length > 0 && WidthOf($"{line} {word}", size) > width)
            {
                yield return line;
                line = word;
            }
            else line = line.Length == 0 ? word : $"{line} {word}";
        yield return line;
    }

    /// <summary>The text without the control characters that XML cannot contain.</summary>
    public static string Clean(string text) =>
        text.All(XmlConvert.IsXmlChar) ? text : new([.. text.Select(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c) ? c : '\ufffd')]);
}
