using GraphQL.Types;
using GraphQL.Validation;
using GraphQL.Validation.Errors;
using GraphQLParser.AST;

namespace KzFacts.Api.GraphQL;

/// <summary>All Variable Usages Are Allowed (GraphQL, 5.8.5), for variables inside lists and input objects. The check of
/// GraphQL.NET ignores null and the items of lists there, so a null could get into a list of non-null items.</summary>
sealed class NestedVariables : ValidationRuleBase
{
    static readonly MatchingNodeVisitor<GraphQLArgument> Visitor = new((argument, context) =>
    {
        if (argument.Value is GraphQLListValue or GraphQLObjectValue && context.TypeInfo.GetArgument()?.ResolvedType is { } type)
            Check(argument.Value, type, false, context);
    });

    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context) => new(Visitor);

    static void Check(GraphQLValue value, IGraphType type, bool hasDefault, ValidationContext context)
    {
        var nullable = type is NonNullGraphType { ResolvedType: { } inner } ? inner : type;
        switch (value)
        {
            case GraphQLVariable variable:
                // Another rule reports undefined variables.
                if (context.Operation.Variables?.Items.Find(one => one.Variable.Name.Value == variable.Name.Value) is not { } defined
                    || defined.Type.GraphTypeFromType(context.Schema) is not { } given) break;
                var isRequired = type is NonNullGraphType;
                if (!IsAllowed(given, type, hasDefault || defined.DefaultValue is not (null or GraphQLNullValue)))
                    context.ReportError(new VariablesInAllowedPositionError(context, defined, given,
                        new(variable, type, hasDefault, isRequired)));
                // A default makes the variable valid, but an explicit null replaces the default.
                else if (isRequired && context.Variables.TryGetValue(variable.Name.StringValue, out var sent) && sent is null)
                    context.ReportError(new ValidationError(context.Document.Source, "5.8.5",
                        $"Variable '${variable.Name.StringValue}' is null where null is not allowed.",
                        variable)
                    { Code = "INVALID_VALUE" });
                break;
            case GraphQLListValue list when nullable is ListGraphType { ResolvedType: { } item }:
                foreach (var one in list.Values ?? []) Check(one, item, false, context);
                break;
            case GraphQLObjectValue fields when nullable is IInputObjectGraphType input:
                foreach (var one in fields.Fields ?? [])
                    if (input.GetField(one.Name.Value) is { ResolvedType: { } field } definition)
                        Check(one.Value, field, definition.DefaultValue is not null, context);
                break;
        }
    }

    /// <summary>Whether every value of the variable's type is valid where the other type is expected.</summary>
    static bool IsAllowed(IGraphType given, IGraphType expected, bool hasDefault) => (given, expected) switch
    {
        (NonNullGraphType one, NonNullGraphType other) => IsAllowed(one.ResolvedType!, other.ResolvedType!, false),
        (_, NonNullGraphType other) => hasDefault && IsAllowed(given, other.ResolvedType!, false),
        (NonNullGraphType one, _) => IsAllowed(one.ResolvedType!, expected, false),
        (ListGraphType one, ListGraphType other) => IsAllowed(one.ResolvedType!, other.ResolvedType!, false),
        _ => given.Name == expected.Name,
    };
}
