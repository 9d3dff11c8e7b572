using System.Buffers;
using System.Text.Json;

namespace KzFacts.Data.Querying;

/// <summary>The JSON around finished JSON. The members of an answer are written here; its documents are copied as the snapshot
/// holds them.</summary>
public static class Envelope
{
    // Validation is off: finished JSON is known to be valid, and validating it would parse each document again.
    static readonly JsonWriterOptions Options = new() { Encoder = FactJson.Options.Encoder, SkipValidation = true };

    /// <summary>Writes an object.</summary>
    public static void Write(IBufferWriter<byte> output, Action<Utf8JsonWriter> members)
    {
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        members(json);
        json.WriteEndObject();
    }

    /// <summary>Writes an answer that is a list: the revision, the finished items, and other members.</summary>
    /// <param name="list">Hands out the items. The first column of each row is the finished JSON of one.</param>
    public static void WriteList(IBufferWriter<byte> output, string revision, Action<Action<Row>> list,
        Action<Utf8JsonWriter>? members = null) =>
        Write(output, json =>
        {
            json.WriteString("revision", revision);
            json.WriteStartArray("items");
            list(row => json.WriteFinished(row.Utf8(0)));
            json.WriteEndArray();
            members?.Invoke(json);
        });

    /// <summary>Begins an answer that is a list and is sent in parts. The caller writes the items and ends the answer.</summary>
    public static Utf8JsonWriter BeginList(IBufferWriter<byte> output, string revision)
    {
        var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteString("revision", revision);
        json.WriteStartArray("items");
        return json;
    }

    /// <summary>Copies finished JSON.</summary>
    public static void WriteFinished(this Utf8JsonWriter json, ReadOnlySpan<byte> utf8) =>
        json.WriteRawValue(utf8, skipInputValidation: true);

    /// <summary>Copies finished JSON as the value of a member. Empty input is written as null.</summary>
    public static void WriteFinished(this Utf8JsonWriter json, string member, ReadOnlySpan<byte> utf8)
    {
        json.WritePropertyName(member);
        json.WriteFinished(utf8.IsEmpty ? "null"u8 : utf8);
    }

    /// <summary>Writes a value of the contract as a member.</summary>
    public static void WriteValue<T>(this Utf8JsonWriter json, string member, T value)
    {
        json.WritePropertyName(member);
        JsonSerializer.Serialize(json, value, FactJson.Options);
    }
}
