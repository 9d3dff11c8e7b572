using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using GraphQL;
using GraphQL.Execution;
using GraphQL.SystemTextJson;

namespace KzFacts.Api.GraphQL;

/// <summary>Writes the JSON of GraphQL.NET into a buffer. Its own way into a stream would copy the whole answer once more for each
/// root field.</summary>
sealed class AnswerSerializer(IErrorInfoProvider errors) : GraphQLSerializer(Configure, errors)
{
    public void Write(IBufferWriter<byte> output, ExecutionResult result)
    {
        using var writer = new Utf8JsonWriter(output, new() { Encoder = SerializerOptions.Encoder, SkipValidation = true });
        JsonSerializer.Serialize(writer, result, SerializerOptions);
    }

    static void Configure(JsonSerializerOptions json)
    {
        json.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        json.Converters.Add(new ProjectionStrategy.Converter());
    }
}
