using System.Buffers;
using System.Text.Json;

namespace KzFacts.Data.Querying;

/// <summary>The JSON around finished JSON: answers are objects whose members are written here, and whose documents are copied as the
/// snapshot holds them.</summary>
public static class Envelope
{
    // What is written is known to be right, and each document once more would be read for it.
    static readonly JsonWriterOptions Options = new() { Encoder = FactJson.Options.Encoder, SkipValidation = true };

    /// <summary>Writes an object.</summary>
    public static void Write(IBufferWriter<byte> output, Action<Utf8JsonWriter> members)
    {
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        members(json);
        json.WriteEndObject();
    }

    /// <summary>Writes an answer of listed entries: the revision, the finished items, and what else there is.</summary>
    /// <param name="list">Hands out the items, each the first column of a row.</param>
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

    /// <summary>Begins an answer of listed entries that is sent part by part; the caller writes the items and ends it.</summary>
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

    /// <summary>Copies finished JSON as the value of a member; null where there is none.</summary>
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
