using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using KzFacts.Data.Facts;

namespace KzFacts.Data;

/// <summary>The one JSON form of the contract: camel case, closed words in snake case, every property present, nothing escaped that
/// need not be.</summary>
public static class FactJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.Strict,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(), // else there is none before the first document is read
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };

    public static byte[] Utf8<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, value!.GetType(), Options);

    /// <summary>Writes a value at the end of what is put together. <see cref="Utf8"/> goes through the pool that .NET shares, which keeps
    /// large buffers for each thread.</summary>
    public static void Write<T>(IBufferWriter<byte> output, T value)
    {
        using var writer = new Utf8JsonWriter(output, new() { Encoder = Options.Encoder, SkipValidation = true });
        JsonSerializer.Serialize(writer, value, value!.GetType(), Options);
    }

    /// <summary>Reads a finished document; one of a fact says its kind itself.</summary>
    public static T Read<T>(ReadOnlySpan<byte> utf8) => (T)Read(typeof(T), utf8);

    /// <summary>The same of a type that is known only now.</summary>
    public static object Read(Type type, ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, type == typeof(Fact) ? FactKinds.All[KindOf(utf8)].Collection.ItemType : type, Options)!;

    /// <summary>The kind that a fact's document names.</summary>
    public static Kind KindOf(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName || !reader.ValueTextEquals("kind"u8)) continue;
            reader.Read();
            return JsonSerializer.Deserialize<Kind>(ref reader, Options);
        }
        throw new JsonException("The document names no kind.");
    }

    /// <summary>For a fact inside another document: with all the fields of its kind, as it stands alone.</summary>
    public sealed class ByKind : JsonConverter<Fact>
    {
        public override Fact Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            return FactJson.Read<Fact>(JsonSerializer.SerializeToUtf8Bytes(document));
        }

        public override void Write(Utf8JsonWriter writer, Fact value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value, value.GetType(), options);
    }
}
