using System.Collections.Concurrent;
using System.ComponentModel;
using System.Reflection;
using System.Text.Json;

namespace KzFacts.Data.Querying;

/// <summary>One parameter of a filter, with the name that REST and GraphQL use.</summary>
public sealed record Parameter(PropertyInfo Property, string Name, string Description, WhereAttribute? Where,
    IReadOnlyList<ConstraintAttribute> Constraints)
{
    static readonly ConcurrentDictionary<Type, IReadOnlyList<Parameter>> Known = new();

    /// <summary>Whether clients may use it. A parameter without a description is for the program alone.</summary>
    public bool IsPublic => Description.Length > 0;

    /// <summary>The type of a single value: the type of the property without null and array.</summary>
    public Type ValueType { get; } = Nullable.GetUnderlyingType(Property.PropertyType) ?? Property.PropertyType.GetElementType()
        ?? Property.PropertyType;

    public bool IsList => Property.PropertyType.IsArray;

    /// <summary>The parameters that clients may use: the properties with a description, those of the base record first.</summary>
    public static IEnumerable<Parameter> Of(Type record) => All(record).Where(parameter => parameter.IsPublic);

    /// <summary>All parameters: also the properties that are predicates without a description.</summary>
    public static IReadOnlyList<Parameter> All(Type record) => Known.GetOrAdd(record, static type =>
    [
        .. type.GetProperties()
            .Where(property => property.IsDefined(typeof(DescriptionAttribute)) || property.IsDefined(typeof(WhereAttribute)))
            .OrderBy(property => Depth(property.DeclaringType!)).ThenBy(property => property.MetadataToken)
            .Select(property => new Parameter(
                property,
                JsonNamingPolicy.CamelCase.ConvertName(property.Name),
                property.GetCustomAttribute<DescriptionAttribute>()?.Description ?? "",
                property.GetCustomAttribute<WhereAttribute>(),
                [.. property.GetCustomAttributes<ConstraintAttribute>()])),
    ]);

    /// <summary>Its predicate in a statement.</summary>
    /// <param name="isSingle">Whether the filter has exactly one value for it.</param>
    public string Predicate(bool isSingle) => ValueList.Sql(Where!.Of(Property.Name), isSingle);

    /// <summary>Whether a record has a value for it.</summary>
    public bool IsGiven(object record) => Property.GetValue(record) is not (null or string[] { Length: 0 });

    /// <summary>Whether a record has exactly one value for it.</summary>
    public bool IsSingle(object record) => IsGiven(record) && Property.GetValue(record) is not string[] { Length: > 1 };

    static int Depth(Type type) => type.BaseType is { } parent ? Depth(parent) + 1 : 0;
}
