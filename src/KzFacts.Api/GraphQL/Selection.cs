using System.Text;
using System.Text.Json;
using GraphQL;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace KzFacts.Api.GraphQL;

/// <summary>What a query selects of an object, prepared for cutting it out of documents: fragments are expanded, directives are
/// applied, and fields with the same response key are merged (GraphQL specification, CollectFields).</summary>
sealed class Selection
{
    readonly Dictionary<string, Lazy<Selection>>? byType;
    readonly int[][] fieldsOfMember = [];

    Selection(SelectedField[] fields, DocumentShape? shape)
    {
        Fields = fields;
        if (shape is null) return;
        fieldsOfMember = [.. shape.Names.Select((_, member) => Enumerable.Range(0, fields.Length).Where(i => fields[i].Member == member)
            .ToArray())];
        IdMember = shape.Names.ToList().IndexOf("id");
        Shape = shape;
    }

    Selection(Dictionary<string, Lazy<Selection>> byType) => (this.byType, Fields) = (byType, []);

    public SelectedField[] Fields { get; }

    /// <summary>Whether the selection depends on the type of the entry.</summary>
    public bool IsByType => byType is not null;

    public int IdMember { get; } = -1;

    /// <summary>The members of the object's documents. Null if the object is not a document.</summary>
    public DocumentShape? Shape { get; }

    /// <summary>Whether it links to other documents, at any depth.</summary>
    public bool HasLinks =>
        byType?.Values.Any(type => type.Value.HasLinks) ?? Fields.Any(one => one.Link is not null || one.Child?.HasLinks is true);

    public bool Selects(string name) => byType?.Values.Any(type => type.Value.Selects(name)) ?? Fields.Any(one => one.Name == name);

    public Selection? Child(string name) => Fields.FirstOrDefault(field => field.Name == name)?.Child;

    /// <summary>The selection for an entry of a type, such as <c>Toll</c>.</summary>
    public Selection Of(string type) => byType![type].Value;

    /// <summary>The selected fields that read a member. There are several if the query selects it under several response keys.</summary>
    public ReadOnlySpan<int> FieldsOf(int member) => member < fieldsOfMember.Length ? fieldsOfMember[member] : [];

    public static Selection Of(IResolveFieldContext context) =>
        new Compiler(context.Document, context.Variables).Compile(context.FieldDefinition.ResolvedType!.GetNamedType(),
            [context.FieldAst.SelectionSet!]);

    sealed class Compiler(GraphQLDocument document, Variables variables)
    {
        public Selection Compile(IGraphType type, IReadOnlyList<GraphQLSelectionSet> sets)
        {
            if (type is IAbstractGraphType contract)
                return new(contract.PossibleTypes.ToDictionary(
                    possible => possible.Name,
                    possible => new Lazy<Selection>(() => Compile(possible, sets)))); // on demand: nested kinds would multiply
            var record = RecordTypes.RecordOf(type);
            var shape = record is null ? null : DocumentShape.Of(record);
            OrderedDictionary<string, (GraphQLField Field, List<GraphQLSelectionSet> Sets)> collected = [];
            foreach (var set in sets) Collect((IObjectGraphType)type, set, collected, []);
            return new([.. collected.Select(pair => Field((IObjectGraphType)type, shape, pair.Key, pair.Value.Field, pair.Value.Sets))],
                shape);
        }

        SelectedField Field(IObjectGraphType type, DocumentShape? shape, string key, GraphQLField field, List<GraphQLSelectionSet> sets)
        {
            var name = field.Name.StringValue;
            var prefix = Encoding.UTF8.GetBytes($"{JsonSerializer.Serialize(key)}:");
            if (name == "__typename") return new(name, prefix, -1) { Constant = Encoding.UTF8.GetBytes($"\"{type.Name}\"") };
            var definition = type.Fields.Find(name)!;
            return new(name, prefix, shape?.Names.ToList().IndexOf(name) ?? -1)
            {
                Link = RecordTypes.LinkOf(definition),
                Child = sets.Count == 0 ? null : Compile(definition.ResolvedType!.GetNamedType(), sets),
            };
        }

        void Collect(IObjectGraphType type, GraphQLSelectionSet set,
            OrderedDictionary<string, (GraphQLField, List<GraphQLSelectionSet> Sets)> collected, HashSet<string> spread)
        {
            foreach (var node in set.Selections)
            {
                if (!IsIncluded((IHasDirectivesNode)node)) continue;
                switch (node)
                {
                    case GraphQLField field:
                        var key = (field.Alias?.Name ?? field.Name).StringValue;
                        if (!collected.TryGetValue(key, out var entry)) collected[key] = entry = (field, []);
                        if (field.SelectionSet is not null) entry.Sets.Add(field.SelectionSet);
                        break;
                    case GraphQLInlineFragment inline when Fits(type, inline.TypeCondition):
                        Collect(type, inline.SelectionSet, collected, spread);
                        break;
                    case GraphQLFragmentSpread named when spread.Add(named.FragmentName.Name.StringValue):
                        var fragment = document.Definitions.OfType<GraphQLFragmentDefinition>()
                            .First(one => one.FragmentName.Name == named.FragmentName.Name);
                        if (Fits(type, fragment.TypeCondition)) Collect(type, fragment.SelectionSet, collected, spread);
                        break;
                }
            }
        }

        static bool Fits(IObjectGraphType type, GraphQLTypeCondition? condition) =>
            condition is null || condition.Type.Name == type.Name
                || type.ResolvedInterfaces.Any(contract => condition.Type.Name == contract.Name);

        bool IsIncluded(IHasDirectivesNode node) =>
            node.Directives is null || node.Directives.All(directive => directive.Name.StringValue switch
        {
            "skip" => !Condition(directive),
            "include" => Condition(directive),
            _ => true,
        });

        bool Condition(GraphQLDirective directive) => directive.Arguments!.First(argument => argument.Name == "if").Value switch
        {
            GraphQLBooleanValue value => value.BoolValue,
            GraphQLVariable variable => variables.ValueFor(variable.Name, out var value) && value.Value is true,
            _ => false,
        };
    }
}

/// <summary>One selected field.</summary>
/// <param name="Name">Its name in the schema.</param>
/// <param name="Prefix">Its response key and a colon, as JSON.</param>
/// <param name="Member">The index of the member in the document. -1 if the value is not read from the document.</param>
sealed record SelectedField(string Name, byte[] Prefix, int Member)
{
    /// <summary>The selection below it. Null for a leaf.</summary>
    public Selection? Child { get; init; }

    /// <summary>The registry to which it links, or null.</summary>
    public string? Link { get; init; }

    /// <summary>Its value, if it does not depend on the document.</summary>
    public byte[]? Constant { get; init; }
}
