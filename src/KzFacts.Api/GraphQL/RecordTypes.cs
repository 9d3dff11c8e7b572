using System.Collections;
using System.ComponentModel;
using System.Reflection;
using System.Text.Json;
using GraphQL.Types;
using KzFacts.Data;
using KzFacts.Data.Facts;
using KzFacts.Data.Querying;
using KzFacts.Data.Registries;

namespace KzFacts.Api.GraphQL;

/// <summary>Makes GraphQL types from the records of the contract, with the same names, words and descriptions as in REST. Fields
/// have no resolvers: everything below a root field is cut from finished documents (<see cref="Projection"/>).</summary>
sealed class RecordTypes
{
    const string RecordKey = "record", LinkKey = "link";

    readonly Dictionary<Type, IGraphType> types = [];
    readonly NullabilityInfoContext nullability = new();
    readonly InterfaceGraphType node;
    readonly InterfaceGraphType fact;

    public RecordTypes()
    {
        node = new() { Name = "Node", Description = "An object with an id that is unique among facts and sources (Relay)." };
        node.AddField(new() { Name = "id", Description = "The id.", ResolvedType = new NonNullGraphType(new IdGraphType()) });
        fact = new() { Name = nameof(Fact), Description = DescriptionOf(typeof(Fact)) };
        types[typeof(Fact)] = fact;
        AddFields(fact, typeof(Fact));
        foreach (var kind in KindDefinition.All.Values) Object(kind.Collection.ItemType);
        foreach (var collection in Catalog.All.Where(collection => !collection.IsFact)) Object(collection.ItemType);
    }

    public IGraphType Node => node;

    public IEnumerable<IGraphType> All => types.Values;

    /// <summary>The output type of a record or a value.</summary>
    public IGraphType Output(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (types.TryGetValue(type, out var known)) return known;
        if (type == typeof(string)) return types[type] = new StringGraphType();
        if (type == typeof(bool)) return types[type] = new BooleanGraphType();
        if (type == typeof(int)) return types[type] = new IntGraphType();
        if (type == typeof(double)) return types[type] = new FloatGraphType();
        if (type == typeof(DateOnly)) return types[type] = new DateGraphType();
        if (type.IsEnum) return types[type] = Words(type);
        if (typeof(IReadOnlyDictionary<string, JsonElement>).IsAssignableFrom(type)) return types[type] = new JsonGraphType();
        if (typeof(IEnumerable).IsAssignableFrom(type)) return List(Output(type.GetGenericArguments()[0]));
        return Object(type);
    }

    /// <summary>The input type of a filter.</summary>
    public IGraphType Filter<TFilter>() where TFilter : Filter, new() =>
        types.TryGetValue(typeof(TFilter), out var known) ? known : types[typeof(TFilter)] = new FilterGraphType<TFilter>(this);

    public static IGraphType List(IGraphType item) => new ListGraphType(new NonNullGraphType(item));

    /// <summary>The record from which an object type was made.</summary>
    public static Type? RecordOf(IGraphType type) => type.GetMetadata<Type?>(RecordKey);

    /// <summary>The registry to which a field links: actor, place, source or fact. Null if it is part of the document.</summary>
    public static string? LinkOf(FieldType field) => field.GetMetadata<string?>(LinkKey);

    public static string DescriptionOf(MemberInfo member) => member.GetCustomAttribute<DescriptionAttribute>()!.Description;

    ObjectGraphType Object(Type record)
    {
        if (types.TryGetValue(record, out var known)) return (ObjectGraphType)known;
        var type = new ObjectGraphType { Name = record.Name, Description = DescriptionOf(record), IsTypeOf = _ => true };
        types[record] = type;
        type.Metadata[RecordKey] = record;
        AddFields(type, record);
        if (typeof(Fact).IsAssignableFrom(record) || record == typeof(Source)) Implement(type, node);
        if (typeof(Fact).IsAssignableFrom(record)) Implement(type, fact);
        return type;
    }

    static void Implement(ObjectGraphType type, InterfaceGraphType contract)
    {
        type.AddResolvedInterface(contract);
        contract.AddPossibleType(type);
    }

    void AddFields(IComplexGraphType type, Type record)
    {
        foreach (var name in DocumentShape.Of(record).Names)
        {
            var property = record.GetProperties().Single(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name) == name);
            var output = name == "id" ? Id : Output(property.PropertyType);
            var optional = nullability.Create(property).ReadState == NullabilityState.Nullable
                || Nullable.GetUnderlyingType(property.PropertyType) is not null;
            type.AddField(new FieldType
            {
                Name = name, Description = DescriptionOf(property), ResolvedType = optional ? output
                : new NonNullGraphType(output)
            });
        }
        if (record.Name.EndsWith("Reference", StringComparison.Ordinal) && record.Name[..^"Reference".Length] is var target)
        {
            var registry = JsonNamingPolicy.CamelCase.ConvertName(target);
            var whole = target == nameof(Fact) ? fact : Output(Catalog.All.First(collection => collection.Name == target).ItemType);
            type.AddField(new FieldType
            {
                Name = registry, Description = $"The whole {registry}.", ResolvedType = whole,
                Metadata = { [LinkKey] = registry }
            });
        }
    }

    readonly IdGraphType id = new();

    public IGraphType Id => id;

    static EnumerationGraphType Words(Type words)
    {
        var type = new EnumerationGraphType { Name = words.Name, Description = $"A closed word, spelt as everywhere else." };
        foreach (var (word, meaning) in Data.Facts.ClosedWords.Meanings(words)) type.Add(word, word, meaning);
        return type;
    }

    /// <summary>A filter as an input object.</summary>
    sealed class FilterGraphType<TFilter> : InputObjectGraphType<TFilter> where TFilter : Filter, new()
    {
        public FilterGraphType(RecordTypes types)
        {
            Name = typeof(TFilter).Name;
            Description = "Which entries to keep. A list matches if one of its values matches; all filters must match.";
            foreach (var parameter in Parameter.Of(typeof(TFilter)))
            {
                var words = parameter.Constraints.Select(constraint => constraint.GetType()).FirstOrDefault(type => type.IsGenericType);
                var value = words is null ? types.Output(parameter.ValueType) : types.Output(words.GetGenericArguments()[0]);
                AddField(new FieldType
                {
                    Name = parameter.Name,
                    Description = string.Join(' ', [parameter.Description, .. parameter.Constraints.Select(constraint => constraint.Rule)]),
                    ResolvedType = parameter.IsList ? List(value) : value,
                });
            }
        }

        public override object ParseDictionary(IDictionary<string, object?> value)
        {
            var filter = new TFilter();
            foreach (var parameter in Parameter.Of(typeof(TFilter)))
                if (value.TryGetValue(parameter.Name, out var given) && given is not null)
                    parameter.Property.SetValue(filter, parameter.IsList ? ((IEnumerable)given).Cast<string>().ToArray() : given);
            return filter;
        }
    }
}

/// <summary>A date.</summary>
sealed class DateGraphType : DateOnlyGraphType
{
    public DateGraphType() => (Name, Description) = ("Date", "A date, YYYY-MM-DD (ISO 8601).");
}

/// <summary>Any JSON value.</summary>
sealed class JsonGraphType : ScalarGraphType
{
    public JsonGraphType() => (Name, Description) = ("JSON", "A JSON object (RFC 8259) whose members vary.");

    public override object? ParseValue(object? value) => throw new NotSupportedException();

    public override object? Serialize(object? value) => value;
}
