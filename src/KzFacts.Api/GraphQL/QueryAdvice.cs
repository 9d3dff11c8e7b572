using GraphQL;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser;
using GraphQLParser.AST;
using KzFacts.Data.Querying;
using KzFacts.Data.Text;

namespace KzFacts.Api.GraphQL;

/// <summary>Adds to the errors of validation what REST says in the same case: the place, the value, and what would be right.
/// (GraphQL.NET names the argument, but not the words of an enum or the form of a date.)</summary>
/// <param name="query">The text of the request.</param>
sealed class QueryAdvice(ISchema schema, string query, ExecutionResult result)
{
    /// <summary>What clients of other services, or of our REST interface, write for our arguments.</summary>
    static readonly Dictionary<string, string> Elsewhere = new(StringComparer.Ordinal)
    {
        ["limit"] = "first", ["take"] = "first", ["last"] = "descending", ["before"] = "descending", ["reverse"] = "descending",
        ["sort"] = "descending", ["cursor"] = "after", ["offset"] = "after", ["skip"] = "after", ["page"] = "after", ["where"] = "filter",
    };

    // The result of an invalid query has no document.
    readonly Lazy<GraphQLDocument> document = new(() => Parser.Parse(query));

    public void Add()
    {
        if (result.Errors is not { Count: > 0 } errors) return;
        result.Errors = [.. errors.Select(error => error is ValidationError known ? Advised(known)
            : error.Code == "INVALID_OPERATION" && error.Message.Contains("subscription", StringComparison.Ordinal) ? NoSubscriptions(error)
            : error)];
    }

    static ExecutionError NoSubscriptions(ExecutionError error) => At(error,
        new("There are no subscriptions. GET /v1/changes/stream sends the changes as server-sent events.") { Code = error.Code });

    static ExecutionError At(ExecutionError error, ExecutionError advised)
    {
        foreach (var location in error.Locations ?? []) advised.AddLocation(location);
        return advised;
    }

    ExecutionError Advised(ValidationError error)
    {
        List<ParameterError> found = [.. error.Nodes.OfType<GraphQLArgument>().SelectMany(ErrorsIn)];
        var words = found.Count > 0 ? string.Join(" ", found) : WordsOfVariable(error);
        if (words is null) return error;
        return At(error, new(words)
        {
            Code = error.Code, Extensions = found.Count == 0 ? null : GraphQLErrors.Extensions(found),
        });
    }

    /// <summary>The message about a variable whose value is no word of its enum, with the words. Null for other errors.</summary>
    string? WordsOfVariable(ValidationError error) => error.Nodes.FirstOrDefault() is GraphQLVariableDefinition
        && schema.AllTypes.OfType<EnumerationGraphType>().FirstOrDefault(type =>
            error.Message.Contains($"to '{type.Name}'", StringComparison.Ordinal)) is { } words
        ? $"{error.Message}, which is one of {string.Join(", ", words.Values.Select(word => word.Name))}" : null;

    IEnumerable<ParameterError> ErrorsIn(GraphQLArgument argument)
    {
        var name = argument.Name.StringValue;
        if (FieldOf(argument) is not { Arguments: { } known } field) return [];
        return known.Find(name) is { ResolvedType: { } type } ? ErrorsIn(argument.Value, type, name) : [Unknown(name, field)];
    }

    /// <summary>The root field with an argument. Other fields have no arguments.</summary>
    FieldType? FieldOf(GraphQLArgument argument) => document.Value.Definitions.OfType<IHasSelectionSetNode>()
        .SelectMany(definition => definition.SelectionSet?.Selections ?? []).OfType<GraphQLField>()
        .FirstOrDefault(field => field.Arguments?.Any(one => one.Location == argument.Location) is true) is { } asked
            ? schema.Query.GetField(asked.Name) : null;

    static ParameterError Unknown(string name, FieldType field)
    {
        List<string> names = [.. field.Arguments!.Select(one => one.Name)];
        var inFilter = field.Arguments!.Find("filter")?.ResolvedType?.GetNamedType() is IInputObjectGraphType filter
            && filter.GetField(name) is not null;
        var ours = Elsewhere.GetValueOrDefault(name) is { } word && names.Contains(word) ? word : null;
        var error = ParameterError.Unknown(name, $"the field {field.Name} has no such argument.", names);
        return error with
        {
            Suggestion = inFilter ? "filter" : ours ?? error.Suggestion,
            Hint = inFilter ? $"write filter: {{ {name}: … }}" : ours == "descending" ? "write descending: true for the last entries first"
                : names.Count == 0 ? "it takes none" : error.Hint,
        };
    }

    static IEnumerable<ParameterError> ErrorsIn(GraphQLValue value, IGraphType type, string name)
    {
        if (value is GraphQLVariable or GraphQLNullValue) return [];
        return type switch
        {
            NonNullGraphType required => ErrorsIn(value, required.ResolvedType!, name),
            ListGraphType list => value is GraphQLListValue { Values: { } values }
                ? values.SelectMany((one, i) => ErrorsIn(one, list.ResolvedType!, $"{name}[{i}]"))
                    : ErrorsIn(value, list.ResolvedType!, name),
            IInputObjectGraphType input => InObject(value, input, name),
            EnumerationGraphType words => InWord(value, words, name),
            ScalarGraphType scalar => scalar.CanParseLiteral(value) ? [] : [new(ErrorCode.Malformed, name,
                $"{Written(value)} is not a value of the type {scalar.Name}.", Written(value),
                Hint: scalar is DateGraphType ? "such as \"2022-01-05\"" : null)],
            _ => [],
        };
    }

    static IEnumerable<ParameterError> InObject(GraphQLValue value, IInputObjectGraphType input, string name)
    {
        if (value is not GraphQLObjectValue given)
            return [new(ErrorCode.Malformed, name, $"{Written(value)} is not an object of the type {input.Name}.", Written(value))];
        List<string> names = [.. input.Fields.Select(field => field.Name)];
        return (given.Fields ?? []).SelectMany(field => input.GetField(field.Name) is { ResolvedType: { } type }
            ? ErrorsIn(field.Value, type, $"{name}.{field.Name.StringValue}")
            : [ParameterError.Unknown(field.Name.StringValue, "there is no such field.", names) with
            {
                Parameter = $"{name}.{field.Name.StringValue}",
            }]);
    }

    static IEnumerable<ParameterError> InWord(GraphQLValue value, EnumerationGraphType words, string name)
    {
        if (words.CanParseLiteral(value)) return [];
        var (written, known) = (Written(value).Trim('"'), words.Values.Select(word => word.Name).ToList());
        return [new(ErrorCode.NoSuchValue, name, $"{Written(value)} is not one of {string.Join(", ", known)}.", written,
            Suggestion.AmongWords(known, written), value is GraphQLStringValue ? "write it without quotation marks" : null)];
    }

    static string Written(GraphQLValue value) => value switch
    {
        GraphQLStringValue text => $"\"{text.Value}\"",
        IHasValueNode literal => literal.Value.ToString(),
        GraphQLEnumValue word => word.Name.StringValue,
        GraphQLListValue => "a list",
        _ => "an object",
    };
}
