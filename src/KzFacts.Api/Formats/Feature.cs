using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using KzFacts.Data;
using KzFacts.Data.Names;

namespace KzFacts.Api.Formats;

/// <summary>An entry as a Feature of GeoJSON (RFC 7946): its places as the geometry, its finished JSON as the properties.</summary>
static class Feature
{
    static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>What an entry says of where it is: a fact has places, a place is one.</summary>
    sealed record Located(string Id, IReadOnlyList<PlaceReference>? Places, double? Latitude, double? Longitude)
    {
        public IReadOnlyList<(double Longitude, double Latitude)> Points =>
        [
            .. (Places?.Select(place => (place.Longitude, place.Latitude)) ?? [(Longitude, Latitude)])
                .Where(point => point is ({ }, { })).Select(point => (point.Longitude!.Value, point.Latitude!.Value)),
        ];
    }

    public static void Write(ReadOnlySpan<byte> document, IBufferWriter<byte> output)
    {
        var entry = FactJson.Read<Located>(document);
        using var json = new Utf8JsonWriter(output, Writing);
        json.WriteStartObject();
        json.WriteString("type"u8, "Feature"u8);
        json.WriteString("id"u8, entry.Id);
        json.WritePropertyName("geometry"u8);
        WriteGeometry(json, entry.Points);
        json.WritePropertyName("properties"u8);
        json.WriteRawValue(document, skipInputValidation: true);
        json.WriteEndObject();
    }

    static void WriteGeometry(Utf8JsonWriter json, IReadOnlyList<(double Longitude, double Latitude)> points)
    {
        if (points.Count == 0)
        {
            json.WriteNullValue();
            return;
        }
        json.WriteStartObject();
        json.WriteString("type"u8, points.Count == 1 ? "Point"u8 : "MultiPoint"u8);
        json.WritePropertyName("coordinates"u8);
        if (points.Count > 1) json.WriteStartArray();
        foreach (var (longitude, latitude) in points)
        {
            json.WriteStartArray();
            json.WriteNumberValue(longitude);
            json.WriteNumberValue(latitude);
            json.WriteEndArray();
        }
        if (points.Count > 1) json.WriteEndArray();
        json.WriteEndObject();
    }
}
