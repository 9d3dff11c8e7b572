using System.Collections.Concurrent;
using System.ComponentModel;
using System.Reflection;
using System.Text.Json;

namespace KzFacts.Data.Querying;

/// <summary>The SQL predicate of a filter property, on the alias <c>f</c>. Attribute arguments are compile-time constants, so nothing
/// that a client sends can reach the text of a statement.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class WhereAttribute(string predicate) : Attribute
{
    public string Predicate { get; } = predicate;
}

/// <summary>One parameter of a filter, as both doors name it.</summary>
public sealed record Parameter(PropertyInfo Property, string Name, string Description, string? Predicate, IReadOnlyList<ConstraintAttribute> Constraints)
{
    static readonly ConcurrentDictionary<Type, IReadOnlyList<Parameter>> Known = new();

    /// <summary>The type of one value: that of the property without null and array.</summary>
    public Type ValueType { get; } = Nullable.GetUnderlyingType(Property.PropertyType) ?? Property.PropertyType.GetElementType() ?? Property.PropertyType;

    public bool IsList => Property.PropertyType.IsArray;

    /// <summary>The parameters of a record: its properties with a description, those of the base record first.</summary>
    public static IReadOnlyList<Parameter> Of(Type record) => Known.GetOrAdd(record, static type =>
    [
        .. type.GetProperties()
            .Where(property => property.GetCustomAttribute<DescriptionAttribute>() is not null)
            .OrderBy(property => Depth(property.DeclaringType!)).ThenBy(property => property.MetadataToken)
            .Select(property => new Parameter(
                property,
                JsonNamingPolicy.CamelCase.ConvertName(property.Name),
                property.GetCustomAttribute<DescriptionAttribute>()!.Description,
                property.GetCustomAttribute<WhereAttribute>()?.Predicate,
                [.. property.GetCustomAttributes<ConstraintAttribute>()])),
    ]);

    /// <summary>Whether a record has a value for it.</summary>
    public bool IsGiven(object record) => Property.GetValue(record) is not (null or string[] { Length: 0 });

    static int Depth(Type type) => type.BaseType is { } parent ? Depth(parent) + 1 : 0;
}
