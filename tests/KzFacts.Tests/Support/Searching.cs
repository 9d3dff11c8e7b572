using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;
using KzFacts.Data;
using KzFacts.Data.Facts;
using KzFacts.Data.Querying;

namespace KzFacts.Tests.Support;

/// <summary>Searches a snapshot without a server.</summary>
static class Searching
{
    static readonly JsonSerializerOptions Json = new(FactJson.Options) { Converters = { new ByKind() } };

    public static SearchAnswer Search(this Snapshot snapshot, AnyFactFilter filter, SearchOptions? options = null)
    {
        using var lane = snapshot.Rent(TimeSpan.FromSeconds(30));
        var answer = new ArrayBufferWriter<byte>();
        FactSearch.Write(lane, snapshot.State.Revision, filter, options ?? new(), answer);
        return Read(answer.WrittenSpan);
    }

    /// <summary>Reads an answer back into its record.</summary>
    public static SearchAnswer Read(ReadOnlySpan<byte> utf8) => JsonSerializer.Deserialize<SearchAnswer>(utf8, Json)!;

    sealed class ByKind : JsonConverter<Fact>
    {
        public override Fact Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var fact = JsonDocument.ParseValue(ref reader);
            return FactJson.Read<Fact>(JsonSerializer.SerializeToUtf8Bytes(fact.RootElement));
        }

        public override void Write(Utf8JsonWriter writer, Fact value, JsonSerializerOptions options) => throw new NotSupportedException();
    }
}
