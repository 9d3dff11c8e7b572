using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Xml.Linq;
using KzFacts.Data.Querying;
using KzFacts.Data.Registries;

namespace KzFacts.Api.Charts;

/// <summary>Where facts happened: one bubble for each place. Its area is the number of facts; a part inside shows those that are
/// retracted or disputed.</summary>
static class MapChart
{
    const int MostOutside = 12;

    /// <param name="IsInside">Whether the place is within the frame of the map.</param>
    sealed record Spot(Place Place, string Name, int Count, int Doubtful, bool IsInside);

    /// <summary>The lines that the map shows under the facts, by layer.</summary>
    static readonly ConditionalWeakTable<Crisis, Dictionary<string, IReadOnlyList<(double X, double Y)[]>>> Outlines = [];

    public static void Draw(Sheet sheet, Lane lane, AnyFactFilter filter, ChartRequest request)
    {
        var (language, texts, frame, country) = (sheet.Language, sheet.Texts, lane.Crisis.Map, lane.Crisis.Country);
        var spots = Tallies.ByPlace(lane, filter)
            .Select(one => new Spot(one.Place, language.Say(one.Place.Names), one.Count, one.Doubtful, IsInside(one.Place, frame)))
                .ToList();
        sheet.Title(texts.Map);
        if (spots.Count == 0) sheet.Say(texts.Empty);
        sheet.Legend(
        [
            ((x, y) => Svg.Circle(x, y, 7, "bubble f0 s0"), texts.MapUnit),
            .. spots.Exists(spot => spot.Doubtful > 0)
                ? [((double x, double y) => Svg.Circle(x, y, 6, "f1"), texts.Doubtful)]
                : Array.Empty<(Func<double, double, XElement>, string)>(),
        ]);
        DrawLand(sheet, lane, [.. spots.Where(spot => spot.IsInside && spot.Place.Id != country)]);
        foreach (var whole in spots.Where(spot => spot.Place.Id == country))
            sheet.Say(texts.Unplaced(language.Say(whole.Count, language.Words.FactCount)));
        var outside = spots.Where(spot => !spot.IsInside && spot.Place.Id != country).ToList();
        if (outside.Count == 0) return;
        sheet.Say(texts.OffMap + string.Join(", ", outside.Take(MostOutside).Select(spot => $"{spot.Name} {language.Say(spot.Count)}"))
            + (outside.Count > MostOutside ? $" (+{outside.Count - MostOutside})" : "") + ".");
    }

    static bool IsInside(Place place, MapFrame frame) => place is { Longitude: { } longitude, Latitude: { } latitude }
        && longitude > frame.West && longitude < frame.East && latitude > frame.South && latitude < frame.North;

    static void DrawLand(Sheet sheet, Lane lane, IReadOnlyList<Spot> spots)
    {
        var frame = lane.Crisis.Map;
        // The length of a degree of longitude relative to one of latitude, in the middle of the frame.
        var shortening = Math.Cos((frame.South + frame.North) / 2 * Math.PI / 180);
        var scale = (sheet.Right - Sheet.Margin) / ((frame.East - frame.West) * shortening);
        var outline = Outlines.GetValue(lane.Crisis, _ => ReadOutline(lane.Outline));
        var top = sheet.Y;
        (double X, double Y) At(double longitude, double latitude) =>
            (Sheet.Margin + (longitude - frame.West) * shortening * scale, top + (frame.North - latitude) * scale);
        string Path(string layer, string end) =>
            string.Concat(outline.GetValueOrDefault(layer, [])
            .Select(line => Svg.Through(line.Select(point => At(point.X, point.Y))) + end));
        sheet.Add(Svg.Path(Path("borders", ""), "border"), Svg.Path(Path("country", "Z"), "land"));
        var most = spots.Select(spot => spot.Count).DefaultIfEmpty(1).Max();
        double Radius(int count) => Math.Max(2.5, Math.Sqrt(count / (double)most) * sheet.Width / 28);
        foreach (var spot in spots)
        {
            var (x, y) = At(spot.Place.Longitude!.Value, spot.Place.Latitude!.Value);
            sheet.Add(Svg.Circle(x, y, Radius(spot.Count), "bubble f0 s0").Titled($"{spot.Name}: {spot.Count}"));
            sheet.Tell($"{spot.Name}: {spot.Count}{(spot.Doubtful > 0 ? $" ({sheet.Texts.Doubtful}: {spot.Doubtful})" : "")}.");
        }
        foreach (var spot in spots.Where(spot => spot.Doubtful > 0)) // above all bubbles; otherwise those of close places would cover them
        {
            var (x, y) = At(spot.Place.Longitude!.Value, spot.Place.Latitude!.Value);
            sheet.Add(Svg.Circle(x, y, Radius(spot.Doubtful), "f1"));
        }
        DrawNames(sheet, spots, spot => At(spot.Place.Longitude!.Value, spot.Place.Latitude!.Value), Radius);
        sheet.Y = top + (frame.North - frame.South) * scale + 6;
    }

    /// <summary>Draws the names of the places with the most facts, unless they would overlap.</summary>
    static void DrawNames(Sheet sheet, IReadOnlyList<Spot> spots, Func<Spot, (double X, double Y)> at, Func<int, double> radius)
    {
        List<(double X, double Y, double Width, double Height)> taken =
            [.. spots.Select(spot => (at(spot).X, at(spot).Y, radius(spot.Count) * 2, radius(spot.Count) * 2 - 4))];
        foreach (var spot in spots)
        {
            var (x, y) = at(spot);
            var (words, below) = ($"{spot.Name} {sheet.Language.Say(spot.Count)}", y + radius(spot.Count) + 13);
            var width = Svg.WidthOf(words, 12);
            if (width > sheet.Right - Sheet.Margin) continue;
            var middle = Math.Clamp(x, Sheet.Margin + width / 2, sheet.Right - width / 2);
            if (taken.Exists(other => Math.Abs(other.Y - (below - 4)) < (other.Height + 12) / 2
                && Math.Abs(other.X - middle) < (other.Width + width) / 2 + 2)) continue;
            taken.Add((middle, below - 4, width, 14));
            sheet.Add(Svg.Text(middle, below, words, "small halo", "middle"));
        }
    }

    static Dictionary<string, IReadOnlyList<(double X, double Y)[]>> ReadOutline(string? geoJson)
    {
        if (geoJson is null) return [];
        using var json = JsonDocument.Parse(geoJson);
        static (double, double)[] Line(JsonElement points) =>
            [.. points.EnumerateArray().Select(point => (point[0].GetDouble(), point[1].GetDouble()))];
        return json.RootElement.GetProperty("features").EnumerateArray().ToDictionary(
            feature => feature.GetProperty("properties").GetProperty("name").GetString()!,
            IReadOnlyList<(double X, double Y)[]> (feature) =>
            {
                var geometry = feature.GetProperty("geometry");
                var parts = geometry.GetProperty("coordinates").EnumerateArray();
                return [.. geometry.GetProperty("type").GetString() == "MultiPolygon"
                    ? parts.SelectMany(polygon => polygon.EnumerateArray().Select(Line)) : parts.Select(Line)];
            });
    }
}
