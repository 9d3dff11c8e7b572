using GraphQL.Resolvers;
using GraphQL.Types;
using GraphQL.Utilities;

namespace KzFacts.Api.GraphQL;

/// <summary>The parts of introspection that the specification demands and GraphQL.NET 8 lacks. Newer clients ask for them.</summary>
sealed class FullIntrospection : BaseSchemaNodeVisitor
{
    static readonly Dictionary<string, string> SpecifiedBy = new()
    {
        ["Date"] = "https://www.rfc-editor.org/rfc/rfc3339#section-5.6",
        ["JSON"] = "https://www.rfc-editor.org/rfc/rfc8259",
    };

    public override void VisitObject(IObjectGraphType type, ISchema schema)
    {
        if (type.Name == "__Type" && type.Fields.Find("specifiedByURL") is null)
            type.AddField(new FieldType
            {
                Name = "specifiedByURL",
                ResolvedType = new StringGraphType(),
                Resolver = new FuncFieldResolver<string?>(context => context.Source is IGraphType named
                    ? SpecifiedBy.GetValueOrDefault(named.Name) : null),
            });
        if (type.Name == "__Directive" && type.Fields.Find("args") is { } arguments
            && arguments.Arguments?.Find("includeDeprecated") is null)
            (arguments.Arguments ??= new()).Add(new QueryArgument(new BooleanGraphType())
            {
                Name = "includeDeprecated",
                DefaultValue = false
            });
    }
}
