using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using KzFacts.Data.Facts;

namespace KzFacts.Data;

/// <summary>The one JSON form of the contract: camel case, closed words in snake case, every property present, no unnecessary
/// escapes.</summary>
public static class FactJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.Strict,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(), // otherwise it is null until the first document is read
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };

    public static byte[] Utf8<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, value!.GetType(), Options);

    /// <summary>Appends a value to what is being built. <see cref="Utf8"/> uses the shared pool of .NET, which keeps large buffers
    /// for each thread.</summary>
    public static void Write<T>(IBufferWriter<byte> output, T value)
    {
        using var writer = new Utf8JsonWriter(output, new() { Encoder = Options.Encoder, SkipValidation = true });
        JsonSerializer.Serialize(writer, value, value!.GetType(), Options);
    }

    /// <summary>Reads a finished document. The document of a fact names its kind.</summary>
    public static T Read<T>(ReadOnlySpan<byte> utf8) => (T)Read(typeof(T), utf8);

    /// <summary>The same for a type that is known only at run time.</summary>
    public static object Read(Type type, ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, type == typeof(Fact) ? KindDefinition.All[KindOf(utf8)].Collection.ItemType : type, Options)!;

    /// <summary>The kind that the document of a fact names.</summary>
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

    /// <summary>Writes a fact inside another document with all the fields of its kind.</summary>
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
