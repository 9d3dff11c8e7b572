using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using KzFacts.Data;
using KzFacts.Data.Registries;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Converters;

namespace KzFacts.Api.Formats;

/// <summary>An entry as a GeoJSON Feature (RFC 7946): its places are the geometry, its finished JSON is the properties.</summary>
static class Feature
{
    static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    static readonly JsonSerializerOptions Geometries = new() { Converters = { new GeoJsonConverterFactory() } };

    /// <summary>The location of an entry. A fact has places; a place has coordinates.</summary>
    sealed record Located(string Id, IReadOnlyList<PlaceReference>? Places, double? Latitude, double? Longitude)
    {
        /// <summary>A Point, a MultiPoint or null.</summary>
        public Geometry? Geometry()
        {
            var points = (Places?.Select(place => (place.Longitude, place.Latitude)) ?? [(Longitude, Latitude)])
                .Where(at => at is ({ }, { })).Select(at => new Point(at.Longitude!.Value, at.Latitude!.Value)).ToList();
            return points.Count == 0 ? null : GeometryFactory.Default.BuildGeometry(points);
        }
    }

    public static void Write(ReadOnlySpan<byte> document, IBufferWriter<byte> output)
    {
        var entry = FactJson.Read<Located>(document);
        using var json = new Utf8JsonWriter(output, Writing);
        json.WriteStartObject();
        json.WriteString("type"u8, "Feature"u8);
        json.WriteString("id"u8, entry.Id);
        json.WritePropertyName("geometry"u8);
        JsonSerializer.Serialize(json, entry.Geometry(), Geometries);
        // The JSON is copied. The Feature class of the library would parse the properties and write them again.
        json.WritePropertyName("properties"u8);
        json.WriteRawValue(document, skipInputValidation: true);
        json.WriteEndObject();
    }
}
