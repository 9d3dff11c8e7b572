using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser.AST;

namespace KzFacts.Api.GraphQL;

/// <summary>Finished JSON: the complete value of a root field.</summary>
sealed record RawJson(List<byte> Utf8);

/// <summary>Executes only the fields of the query root. Each returns the JSON of everything that is selected below it. The library
/// still does validation, variables and introspection.</summary>
sealed class ProjectionStrategy : ParallelExecutionStrategy
{
    const string RootKey = "projected";

    /// <summary>Marks a root field whose resolver returns <see cref="RawJson"/>.</summary>
    public static FieldType Mark(FieldType field)
    {
        field.Metadata[RootKey] = true;
        return field;
    }

    protected override ExecutionNode BuildExecutionNode(ExecutionNode parent, IGraphType graphType, GraphQLField field,
        FieldType fieldDefinition, int? indexInParentNode = null) =>
        fieldDefinition.Metadata.ContainsKey(RootKey)
            ? new ValueExecutionNode(parent, RawJsonGraphType.Instance, field, fieldDefinition, indexInParentNode)
            : base.BuildExecutionNode(parent, graphType, field, fieldDefinition, indexInParentNode);

    /// <summary>Fields of the schema are charged when they are executed, so that a small query cannot have a huge answer.</summary>
    protected override Task ExecuteNodeAsync(global::GraphQL.Execution.ExecutionContext context, ExecutionNode node)
    {
        GraphQLErrors.Translate(() => ((GraphQLRequest)context.UserContext).Charge(1));
        return base.ExecuteNodeAsync(context, node);
    }

    sealed class RawJsonGraphType : ScalarGraphType
    {
        public static readonly RawJsonGraphType Instance = new() { Name = "Raw" };

        public override object? ParseValue(object? value) => throw new NotSupportedException();

        public override object? Serialize(object? value) => value;
    }

    /// <summary>Copies finished JSON into the answer.</summary>
    public sealed class Converter : JsonConverter<RawJson>
    {
        public override RawJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, RawJson value, JsonSerializerOptions options) =>
            writer.WriteRawValue(CollectionsMarshal.AsSpan(value.Utf8), skipInputValidation: true);
    }
}
