using System.Xml.Linq;
using KzFacts.Data.Facts;

namespace KzFacts.Api.Charts;

/// <summary>The marks of points and columns. Their shape shows the status, so that it does not depend on colour.</summary>
static class Mark
{
    public static XElement Of(Status status, double x, double y, int colour) => status switch
    {
        Status.Corroborated => Svg.Circle(x, y, 4.5, $"mark f{colour} s{colour}"),
        Status.SingleSource => Svg.Circle(x, y, 4.5, $"mark hollow s{colour}"),
        Status.Unconfirmed => Shape(colour, (x, y - 6), (x + 5.5, y + 4), (x - 5.5, y + 4)),
        Status.Disputed => Shape(colour, (x, y - 7), (x + 7, y), (x, y + 7), (x - 7, y)),
        _ => Svg.Path($"{Svg.Through([(x - 5, y - 5), (x + 5, y + 5)])}{Svg.Through([(x - 5, y + 5), (x + 5, y - 5)])}", $"mark s{colour}"),
    };

    /// <summary>A part of a column: filled for facts that stand, striped for disputed ones, hollow for retracted ones.</summary>
    public static XElement Column(Status? status, double x, double y, double width, double height, int colour)
    {
        if (status == Status.Retracted)
            return Svg.Box(x + 0.5, y + 0.5, Math.Max(0, width - 1), Math.Max(0, height - 1), $"hollow s{colour}");
        if (status != Status.Disputed) return Svg.Box(x, y, width, height, $"f{colour}");
        // A line as thick as the part is high; its dashes are the stripes.
        var stripes = Svg.Line(x, y + height / 2, x + width, y + height / 2, $"striped s{colour}");
        stripes.Add(new XAttribute("stroke-width", Svg.Number(height)));
        return stripes;
    }

    static XElement Shape(int colour, params (double X, double Y)[] corners) =>
        Svg.Path(Svg.Through(corners) + "Z", $"mark hollow s{colour}");
}
