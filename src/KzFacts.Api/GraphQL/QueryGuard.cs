using GraphQL;
using GraphQL.DI;
using GraphQL.Execution;
using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;

namespace KzFacts.Api.GraphQL;

/// <summary>Refuses documents by their size before validation. Each fragment is measured once, so a document whose fragments expand
/// to millions of fields costs no more time than its own length.</summary>
sealed class QueryGuard : IConfigureExecution
{
    public const int MostCharacters = 10_000, MostFields = 500, MostRootFields = 20, MostLevels = 12, MostIntrospectionLevels = 20;

    /// <summary>How deeply lists of the schema may be nested. Each level multiplies the answer by ten. graphql-js has the same
    /// limit.</summary>
    public const int MostIntrospectionLists = 2;

    public float SortOrder => 100; // before the cache of documents, before validation

    public Task<ExecutionResult> ExecuteAsync(ExecutionOptions options, ExecutionDelegate next)
    {
        if (options.Query is not { } query || options.Document is not null) return next(options);
        if (query.Length > MostCharacters) return Refuse($"The query has {query.Length} characters; the limit is {MostCharacters}.");
        try
        {
            options.Document = Parser.Parse(query, new ParserOptions { Ignore = IgnoreOptions.Comments, MaxDepth = 128 });
        }
        catch (GraphQLMaxDepthExceededException)
        {
            return Refuse($"The query is nested too deeply; the limit is {MostLevels} levels.");
        }
        catch (GraphQLSyntaxErrorException)
        {
            return next(options); // the executer reports it with its position
        }
        // GraphQL.NET lacks this rule (GraphQL, October 2021, 5.1.1).
        if (options.Document.Definitions.Any(one => one is not (GraphQLOperationDefinition or GraphQLFragmentDefinition)))
            return Refuse("A request holds operations and fragments only. The schema is at /graphql/schema.", "EXECUTABLE_DEFINITIONS");
        return Objection(options.Document) is { } objection ? Refuse(objection) : next(options);
    }

    static string? Objection(GraphQLDocument document)
    {
        var size = new DocumentSize(document);
        foreach (var operation in document.Definitions.OfType<GraphQLOperationDefinition>())
        {
            var (fields, levels, lists) = size.Of(operation.SelectionSet);
            var root = size.NamesOf(operation.SelectionSet);
            var introspects = root.All(field => field.Field.StartsWith("__", StringComparison.Ordinal));
            var mostLevels = introspects ? MostIntrospectionLevels : MostLevels;
            if (fields > MostFields) return $"The query selects {fields} fields; the limit is {MostFields}.";
            if (levels > mostLevels) return $"The query is {levels} levels deep; the limit is {mostLevels}.";
            if (lists > MostIntrospectionLists) return $"The query asks for {lists} lists of the schema inside each other; " +
                $"the limit is {MostIntrospectionLists}.";
            if (root.Count > MostRootFields) return $"The query has {root.Count} fields at its root; the limit is {MostRootFields}.";
        }
        return null;
    }

    static Task<ExecutionResult> Refuse(string message, string code = GraphQLErrors.TooLarge) =>
        Task.FromResult(new ExecutionResult { Errors = [new RequestError(message) { Code = code }] });
}

/// <summary>The number of fields of a selection with its fragments expanded, its depth, and how deeply lists of the schema are
/// nested in it.</summary>
sealed class DocumentSize(GraphQLDocument document)
{
    static readonly HashSet<string> SchemaLists = ["fields", "interfaces", "possibleTypes", "inputFields"];

    readonly Dictionary<string, GraphQLFragmentDefinition> fragments = document.Definitions.OfType<GraphQLFragmentDefinition>()
        .DistinctBy(fragment => fragment.FragmentName.Name.StringValue).ToDictionary(fragment => fragment.FragmentName.Name.StringValue);

    readonly Dictionary<string, (long Fields, int Levels, int Lists)> measured = [];

    /// <summary>The fields that are executed for a selection: fragments are expanded, and each response key counts once.</summary>
    public IReadOnlyCollection<(string Name, string Field)> NamesOf(GraphQLSelectionSet? set)
    {
        HashSet<(string, string)> names = [];
        HashSet<string> spread = [];
        void Add(GraphQLSelectionSet? from)
        {
            foreach (var node in from?.Selections ?? [])
                if (node is GraphQLField field) names.Add(((field.Alias?.Name ?? field.Name).StringValue, field.Name.StringValue));
                else if (node is GraphQLInlineFragment inline) Add(inline.SelectionSet);
                else if (node is GraphQLFragmentSpread { FragmentName.Name.StringValue: var name } && spread.Add(name))
                    Add(fragments.GetValueOrDefault(name)?.SelectionSet);
        }
        Add(set);
        return names;
    }

    /// <summary>Whether a measured element has a directive.</summary>
    public bool HasDirectives { get; private set; }

    public (long Fields, int Levels, int Lists) Of(GraphQLSelectionSet? set)
    {
        var (fields, levels, lists) = (0L, 0, 0);
        foreach (var node in set?.Selections ?? [])
        {
            HasDirectives |= node is IHasDirectivesNode { Directives.Count: > 0 };
            var (more, deeper, nested) = node switch
            {
                GraphQLField field => Of(field),
                GraphQLInlineFragment inline => Of(inline.SelectionSet),
                GraphQLFragmentSpread spread => OfFragment(spread.FragmentName.Name.StringValue),
                _ => default,
            };
            (fields, levels, lists) = (Math.Min(fields + more, int.MaxValue), Math.Max(levels, deeper), Math.Max(lists, nested));
        }
        return (fields, levels, lists);
    }

    (long, int, int) Of(GraphQLField field)
    {
        var (fields, levels, lists) = Of(field.SelectionSet);
        return (fields + 1, levels + 1, lists + (SchemaLists.Contains(field.Name.StringValue) ? 1 : 0));
    }

    (long, int, int) OfFragment(string name)
    {
        if (measured.TryGetValue(name, out var known)) return known;
        measured[name] = default; // validation reports the cycle
        return measured[name] = fragments.TryGetValue(name, out var fragment) ? Of(fragment.SelectionSet) : default;
    }
}
