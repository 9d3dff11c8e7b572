using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using GraphQL;
using GraphQL.Execution;
using GraphQL.SystemTextJson;

namespace KzFacts.Api.GraphQL;

/// <summary>GraphQL.NET's JSON, written into our own buffer: to a stream it would go through copies of what root fields answered with, as large as these.</summary>
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
