using System.Buffers;
using System.Text.Json;
using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using KzFacts.Api.Formats;
using KzFacts.Api.Serving;
using KzFacts.Data;
using KzFacts.Data.Changes;
using KzFacts.Data.Checking;
using KzFacts.Data.Facts;
using KzFacts.Data.Querying;
using KzFacts.Data.Registries;
using KzFacts.Data.Series;

namespace KzFacts.Api.GraphQL;

/// <summary>The schema. Each collection has a Relay connection and a field for a single entry; further fields are <c>node</c>,
/// <c>lookup</c>, <c>search</c> and <c>check</c>. Root fields return finished JSON. They are nullable: if one fails, the others are
/// still answered.</summary>
sealed class FactSchema : Schema
{
    readonly RecordTypes types = new();
    readonly ObjectGraphType pageInfo = new() { Name = "PageInfo", Description = "The position of a page in its list (Relay)." };

    public FactSchema(IServiceProvider services) : base(services)
    {
        Description = services.GetRequiredService<SnapshotHost>().Crisis.Description.En;
        Features.RepeatableDirectives = true;
        Features.DeprecationOfInputValues = true;
        RegisterVisitor(new FullIntrospection());
        AddField(pageInfo, "hasNextPage", "Whether another page follows.", Required(types.Output(typeof(bool))));
        AddField(pageInfo, "hasPreviousPage", "Whether a page precedes.", Required(types.Output(typeof(bool))));
        AddField(pageInfo, "startCursor", "The cursor of the first entry, or null.", types.Output(typeof(string)));
        AddField(pageInfo, "endCursor", "The cursor of the last entry, or null.", types.Output(typeof(string)));
        var query = new ObjectGraphType { Name = "Query", Description = "The queries of this service." };
        AddRevision(query);
        AddNode(query);
        AddHistory(query);
        AddCitation(query);
        AddLookup(query);
        AddSearch(query);
        AddChanges(query);
        AddCheck(query);
        AddTimeline(query);
        AddSeries<PriceSeries, PriceChangeFilter>(query, "priceSeries",
            "The courses of prices by commodity, measure, place, unit and currency.", (lane, filter, _) => PriceSeries.Of(lane, filter));
        AddSeries<TollSeries, TollFilter>(query, "tollSeries", "The courses of tolls by measure, group and place.",
            (lane, filter, _) => TollSeries.Of(lane, filter));
        AddSeries<DeploymentSummary, DeploymentFilter>(query, "deploymentSummary",
            "What facts say about deployments, by contributor and phase.", (lane, filter, _) => DeploymentSummary.Of(lane, filter));
        foreach (var collection in Catalog.All) collection.Accept(new CollectionAdder(this, query));
        Query = query;
        foreach (var type in types.All) RegisterType(type);
    }

    sealed class CollectionAdder(FactSchema schema, ObjectGraphType query) : ICollectionVisitor
    {
        public void Visit<TItem, TFilter>(Collection<TItem, TFilter> collection) where TFilter : Filter, new() =>
            schema.AddCollection(query, collection);
    }

    void AddCollection<TItem, TFilter>(ObjectGraphType query, Collection<TItem, TFilter> collection) where TFilter : Filter, new()
    {
        var item = types.Output(typeof(TItem));
        var connection = Connection(collection.Name, item);
        AddField(connection, "totalCount", "The number of entries that the filter keeps, on all pages.",
            Required(types.Output(typeof(int))));
        AddRoot(query, Camel(collection.PluralName), $"{collection.Label}, in pages.", connection, context =>
            Connections.Write(context, collection),
            new("filter", "What to keep.", types.Filter<TFilter>()),
            new("first", $"The number of entries on a page, 1 to {Page.Largest}.", types.Output(typeof(int)), Page.Default),
            new("after", "The cursor after which the page begins.", types.Output(typeof(string))),
            new("descending", "true: the last entry first.", types.Output(typeof(bool)), false));
        List<Argument> arguments = [new("id", "The entry's id.", Required(types.Id))];
        if (collection.IsFact) arguments.Add(AsOf);
        AddRoot(query, Camel(collection.Name), $"One of the {collection.Path}, or null.", item, context =>
        {
            var request = GraphQLRequest.Of(context);
            var (id, asOf) = (context.GetArgument<string>("id"), context.GetArgument<DateOnly?>("asOf"));
            return Document(context, request, found => collection.Find(request.Lane, id, asOf, found))
                ?? NotFound(context, request, collection, id, asOf);
        }, [.. arguments]);
    }

    ObjectGraphType Connection(string name, IGraphType item)
    {
        var edge = new ObjectGraphType { Name = $"{name}Edge", Description = "An entry of a page (Relay)." };
        AddField(edge, "cursor", "The position of the entry in the list.", Required(types.Output(typeof(string))));
        AddField(edge, "node", "The entry.", Required(item));
        var connection = new ObjectGraphType { Name = $"{name}Connection", Description = "A page of a list (Relay)." };
        AddField(connection, "edges", "The entries with their cursors.", Required(RecordTypes.List(edge)));
        AddField(connection, "nodes", "The entries.", Required(RecordTypes.List(item)));
        AddField(connection, "pageInfo", "The position of the page in the list.", Required(pageInfo));
        return connection;
    }

    void AddChanges(ObjectGraphType query) =>
        AddRoot(query, "changes", "The changes since a revision, in pages. Without a revision: all present facts, as added.",
        Connection(nameof(Change), types.Output(typeof(Change))), Connections.WriteChanges,
        new("since", $"Only changes after this revision. {new RevisionAttribute().Rule}", types.Output(typeof(string))),
        new("filter", "What to keep.", types.Filter<ChangeFilter>()),
        new("first", $"The number of changes on a page, 1 to {Page.Largest}.", types.Output(typeof(int)), Page.Default),
        new("after", "The cursor after which the page begins.", types.Output(typeof(string))));

    void AddRevision(ObjectGraphType query) => query.AddField(new FieldType
    {
        Name = "revision",
        Description = "The served revision. Equal facts have an equal revision.",
        ResolvedType = Required(types.Output(typeof(string))),
        Resolver = new FuncFieldResolver<string>(context => GraphQLRequest.Of(context).Snapshot.State.Revision),
    });

    void AddNode(ObjectGraphType query) =>
        AddRoot(query, "node", "The fact or the source with an id, or null (Relay).", types.Node, context =>
    {
        var request = GraphQLRequest.Of(context);
        var id = context.GetArgument<string>("id");
        return Document(context, request, found => Catalog.Facts.Find(request.Lane, id, context.GetArgument<DateOnly?>("asOf"), found))
            ?? Document(context, request, found => Source.Collection.Find(request.Lane, id, null, found), nameof(Source))
            ?? NotFound(context, request, Catalog.Facts, id, context.GetArgument<DateOnly?>("asOf"));
    }, new("id", "The id of a fact or a source.", Required(types.Id)), AsOf);

    void AddSearch(ObjectGraphType query) =>
        AddRoot(query, "search", "Facts by their words, the best match first.", types.Output(typeof(SearchAnswer)), context =>
    {
        var request = GraphQLRequest.Of(context);
        var filter = context.GetArgument<AnyFactFilter?>("filter") ?? new();
        filter = filter with
        {
            Q = context.GetArgument<string>("q"),
            Page = new() { Limit = context.Argument("first", FactSearch.Default) }
        };
        request.Check(filter);
        var selection = request.Select(context, filter.Page.Limit);
        var (items, facets) = (selection.Child("items"), selection.Child("facets"));
        var answer = new ArrayBufferWriter<byte>();
        FactSearch.Write(request.Lane, request.Snapshot.State.Revision, filter, new(
            items?.Child("fact")?.Selects("claims") is true,
            [.. Enum.GetValues<Facet>().Where(facet => facets?.Selects(ClosedWords.Of(facet)) is true)],
            items?.Selects("snippets") is true), answer);
        return request.One(answer.WrittenMemory, selection, filter.AsOf);
    },
        new Argument("q",
            "Words to find, in English, Russian or Kazakh, and in any spelling of a name. \"Quoted words\" stand together; an asterisk " +
            "ends the beginning of a word.", Required(types.Output(typeof(string)))),
        new Argument("filter", "What to keep.", types.Filter<AnyFactFilter>()),
        new Argument("first", $"The number of facts, 1 to {Page.Largest}. There are no further pages; total counts all matches.",
            types.Output(typeof(int)), FactSearch.Default));

    void AddHistory(ObjectGraphType query) =>
        AddRoot(query, "history", "The history of a fact, or null.", types.Output(typeof(FactHistory)), context =>
    {
        var request = GraphQLRequest.Of(context);
        var selection = request.Select(context, 1);
        var id = context.GetArgument<string>("id");
        return FactHistory.Of(request.Lane, id) is { } history
            ? request.One(FactJson.Utf8(history), selection, null) : NotFound(context, request, Catalog.Facts, id, null);
    }, new Argument("id", "The fact's id.", Required(types.Id)));

    void AddCitation(ObjectGraphType query) =>
        AddRoot(query, "citation", "The citation of a fact, or null.", types.Output(typeof(Citation)), context =>
    {
        var request = GraphQLRequest.Of(context);
        var selection = request.Select(context, 1);
        var (id, asOf) = (context.GetArgument<string>("id"), context.GetArgument<DateOnly?>("asOf"));
        var citation = Citation.Of(request.Lane, id, asOf, request.Snapshot.State, request.Root);
        return citation is null ? NotFound(context, request, Catalog.Facts, id, asOf)
            : request.One(FactJson.Utf8(citation), selection, null);
    }, new("id", "The fact's id.", Required(types.Id)), AsOf);

    void AddLookup(ObjectGraphType query) =>
        AddRoot(query, "lookup", "What pages claim, by their addresses.", RecordTypes.List(types.Output(typeof(LookupAnswer))),
        context =>
    {
        var request = GraphQLRequest.Of(context);
        var asOf = context.GetArgument<DateOnly?>("asOf");
        var pages = Lookup.FindAll(request.Lane, context.GetArgument<List<string>>("urls"));
        var selection = request.Select(context, pages.Count);
        var withClaims = selection.Child("claims")?.Child("fact")?.Selects("claims") is true;
        return request.Array(pages.Select(page =>
        {
            var answer = new ArrayBufferWriter<byte>();
            LookupWriter.Write(request.Lane, page, new(asOf, withClaims), answer);
            return answer.WrittenMemory;
        }), selection, asOf);
    }, new Argument("urls", $"The addresses, 1 to {Lookup.MostUrls}.", Required(RecordTypes.List(types.Output(typeof(string))))), AsOf);

    void AddCheck(ObjectGraphType query) =>
        AddRoot(query, "check", "What the facts say about the sentences of a text.", types.Output(typeof(CheckAnswer)), context =>
    {
        var request = GraphQLRequest.Of(context);
        var asOf = context.GetArgument<DateOnly?>("asOf");
        var asked = new CheckedText(context.GetArgument<string>("text"), context.GetArgument<DateOnly?>("date"), asOf);
        if (Check.Objection(asked) is { } error) throw new InvalidParametersException([error]);
        var answer = Check.Of(request.Lane, asked);
        return request.One(FactJson.Utf8(answer), request.Select(context,
            Math.Clamp(answer.Sentences.Sum(sentence => sentence.Facts.Count), 1, Page.Largest)), asOf);
    },
        new Argument("text", "A sentence, a quotation or an article. Its length is limited by that of the request.",
            Required(types.Output(typeof(string)))),
        new Argument("date", "The date of the text, which gives a date to \"yesterday\", \"on Thursday\" and a day without a year.",
            types.Output(typeof(DateOnly))), AsOf);
    void AddTimeline(ObjectGraphType query) =>
        AddSeries<TimelineSeries, AnyFactFilter>(query, "timeline",
        $"The number of facts that began in each step of time; at most {SeriesReading.MostBuckets} steps.",
        (lane, filter, context) =>
            TimelineSeries.Of(lane, filter, ClosedWords.Read<TimelineBy>(context.Argument("by", "kind")),
            ClosedWords.Read<TimelineBucket>(context.Argument("bucket", "day"))),
        new("by", "The property by which facts are divided.", types.Output(typeof(TimelineBy)), "kind"),
        new("bucket", "The length of a step. A week begins on Monday.", types.Output(typeof(TimelineBucket)), "day"));

    void AddSeries<TSeries, TFilter>(ObjectGraphType query, string name, string description,
        Func<Lane, TFilter, IResolveFieldContext, IReadOnlyList<TSeries>> read, params Argument[] arguments)
        where TSeries : class where TFilter : FactFilter, new() =>
            AddRoot(query, name, description, RecordTypes.List(types.Output(typeof(TSeries))), context =>
    {
        var (request, filter) = (GraphQLRequest.Of(context), context.GetArgument<TFilter?>("filter") ?? new());
        request.Check(filter);
        var selection = request.Select(context, 1);
        return request.Array(read(request.Lane, filter, context).Select(one => (ReadOnlyMemory<byte>)FactJson.Utf8(one)), selection,
            filter.AsOf);
    }, [new("filter", "What to keep.", types.Filter<TFilter>()), .. arguments]);

    Argument AsOf => new("asOf", "What was known by the end of this day.", types.Output(typeof(DateOnly)));

    /// <param name="type">The type of the entry. Null for a fact, whose document names its kind.</param>
    static RawJson? Document(IResolveFieldContext context, GraphQLRequest request, Func<Action<Row>, bool> find, string? type = null)
    {
        var selection = request.Select(context, 1);
        if (type is not null) selection = selection.Of(type);
        byte[]? document = null;
        return find(row => document = row.Utf8(0).ToArray())
            ? request.One(document!, selection, context.GetArgument<DateOnly?>("asOf")) : null;
    }

    /// <summary>Answers null, and adds an error that says why, as REST does with 404 and 410.</summary>
    static RawJson? NotFound<TItem, TFilter>(IResolveFieldContext context, GraphQLRequest request, Collection<TItem, TFilter> collection,
        string id, DateOnly? asOf) where TFilter : Filter, new()
    {
        var missing = MissingEntry.Of(request.Lane, collection, id, asOf);
        var error = new ExecutionError(missing.Detail) { Code = GraphQLErrors.NotFound, Path = context.ResponsePath };
        if (missing.Suggestion is { } meant) error.Extensions = new() { ["suggestion"] = meant };
        error.AddLocation(GraphQLParser.Location.FromLinearPosition(context.Document.Source, context.FieldAst.Location.Start));
        context.Errors.Add(error);
        return null;
    }

    sealed record Argument(string Name, string Description, IGraphType Type, object? Default = null);

    static void AddRoot(ObjectGraphType query, string name, string description, IGraphType type,
        Func<IResolveFieldContext, RawJson?> resolve, params Argument[] arguments) =>
        query.AddField(ProjectionStrategy.Mark(new()
        {
            Name = name,
            Description = description,
            ResolvedType = type,
            Arguments = new(arguments.Select(argument => new QueryArgument(argument.Type)
            {
                Name = argument.Name,
                Description = argument.Description, DefaultValue = argument.Default
            })),
            Resolver = new FuncFieldResolver<RawJson?>(context => GraphQLErrors.Translate(() => resolve(context))),
        }));

    static void AddField(ObjectGraphType type, string name, string description, IGraphType result) =>
        type.AddField(new() { Name = name, Description = description, ResolvedType = result });

    static NonNullGraphType Required(IGraphType type) => new(type);

    static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
