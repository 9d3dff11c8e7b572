using System.Xml.Linq;
using KzFacts.Data.Facts;

namespace KzFacts.Api.Charts;

/// <summary>The marks of points: the shape says how a fact stands, so that it is seen without colours too.</summary>
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

    static XElement Shape(int colour, params (double X, double Y)[] corners) => Svg.Path(Svg.Through(corners) + "Z", $"mark hollow s{colour}");
}
