using System.ComponentModel;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using KzFacts.Data.Facts;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace KzFacts.Api.OpenApi;

/// <summary>Adds to the schemas what the records say: descriptions, which members are required, and which may be null.</summary>
sealed class ContractSchemas : ISchemaFilter
{
    readonly NullabilityInfoContext nullability = new();

    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema open) return;
        if (context.MemberInfo?.GetCustomAttribute<DescriptionAttribute>() is { } member) open.Description = member.Description;
        else if (context.Type.GetCustomAttribute<DescriptionAttribute>() is { } type) open.Description = type.Description;
        if (context.MemberInfo is null && context.Type.IsEnum)
            open.Description = Describe(ClosedWords.Meanings(context.Type));
        if (context.MemberInfo is null) DescribeMembers(open, context.Type);
        // The schema of a kind consists of the common members and its own.
        foreach (var part in (open.AllOf ?? []).OfType<OpenApiSchema>()) DescribeMembers(part, context.Type);
    }

    /// <summary>The meanings of closed words as a list in Markdown. Empty if there are none.</summary>
    public static string Describe(IEnumerable<(string Word, string Meaning)> meanings) =>
        string.Join('\n', meanings.Select(one => $"- `{one.Word}`: {one.Meaning}"));

    void DescribeMembers(OpenApiSchema schema, Type record)
    {
        if (schema.Properties is not { Count: > 0 } members) return;
        schema.Required = members.Keys.Where(name => !IsOptional(record, name)).ToHashSet();
        schema.AdditionalPropertiesAllowed = true; // clients must expect new members
        foreach (var property in record.GetProperties())
            if (members.TryGetValue(Name(property), out var member) && member is OpenApiSchemaReference && IsNullable(property))
                members[Name(property)] = new OpenApiSchema { OneOf = [new OpenApiSchema { Type = JsonSchemaType.Null }, member] };
    }

    static string Name(PropertyInfo property) => JsonNamingPolicy.CamelCase.ConvertName(property.Name);

    /// <summary>Whether a member may be absent: from an answer if it is empty, from a request if the record has a default.</summary>
    static bool IsOptional(Type record, string member) =>
        record.GetProperties().Any(property => property.IsDefined(typeof(JsonIgnoreAttribute)) && Name(property) == member) ||
        record.GetConstructors().SelectMany(constructor => constructor.GetParameters())
            .Any(parameter => parameter.HasDefaultValue && JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!) == member);

    bool IsNullable(PropertyInfo property)
    {
        lock (nullability) return nullability.Create(property).ReadState == NullabilityState.Nullable;
    }
}
