using System.Globalization;
using System.Text.Json.Nodes;
using KzFacts.Api.Formats;
using KzFacts.Api.Rest;
using KzFacts.Compiler;
using KzFacts.Data.Changes;
using KzFacts.Data.Facts;
using KzFacts.Data.Querying;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace KzFacts.Api.OpenApi;

/// <summary>Describes each operation from its metadata: parameters with bounds, every answer with its schema, and a real example.</summary>
sealed class ContractOperations(Examples examples) : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var known = context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<Operation>().Single();
        operation.OperationId = known.Id;
        (operation.Summary, operation.Description) = Words(known);
        operation.Parameters = [.. known.Kind is OperationKind.Find or OperationKind.History or OperationKind.Citation ? (IEnumerable<OpenApiParameter>)[Id(known.Collection!)] : [], .. known.Parameters.SelectMany(Parameter.Of).Select(parameter => Describe(parameter, known))];
        operation.Responses = new() { ["200"] = Answer(known, context) };
        if (known.Kind == OperationKind.Lookups)
        {
            operation.RequestBody = Body<LookupEndpoint.Addresses>(context, $"1 to {Lookup.MostUrls} addresses, {LookupEndpoint.MostBytes} bytes at the most.", LookupEndpoint.Example);
            Fail(operation, context, Problems.TooLarge);
        }
        else if (known.Kind != OperationKind.ChangeStream) operation.Responses["304"] = new OpenApiResponse { Description = "The copy that If-None-Match names is still good." };
        if (known.Parameters.Any(type => Parameter.Of(type).Count > 0)) Fail(operation, context, Problems.InvalidParameters);
        if (known.Kind is OperationKind.Find or OperationKind.History or OperationKind.Citation) Fail(operation, context, Problems.NotFound);
        if (known.Kind is OperationKind.List or OperationKind.Find or OperationKind.Lookup or OperationKind.Citation) Fail(operation, context, Problems.NotAcceptable);
        if (known.Kind is OperationKind.Find or OperationKind.History or OperationKind.Citation && known.Collection!.IsFact) Fail(operation, context, Problems.Removed);
        if (known.Kind is OperationKind.Changes) Fail(operation, context, Problems.UnknownRevision);
        Fail(operation, context, Problems.Internal);
        Fail(operation, context, known.Kind is OperationKind.ChangeStream ? Problems.TooManyStreams : Problems.Timeout);
    }

    static (string Summary, string Description) Words(Operation operation) => (operation.Kind, operation.Collection) switch
    {
        (OperationKind.List, { IsFact: true } facts) => ($"List {facts.Path}", $"{facts.Label} that fit all the filters, in the order of first day, time and id, as cards: without their claims unless expand=claims. As csv, all of them in flat columns."),
        (OperationKind.List, { } names) => ($"List {names.Path}", $"{names.Label} that fit all the filters, in the order of their ids. As csv, all of them in flat columns."),
        (OperationKind.Find, { IsFact: true } facts) => ($"Find one of the {facts.Path}", "The fact with all the pages that claim it; with asOf, as it was known by the end of that day."),
        (OperationKind.Find, { } names) => ($"Find one of the {names.Path}", "The entry of the registry."),
        (OperationKind.History, _) => ("Tell a fact's history", "What was known of a fact from one day until another: status, figures and the claims that changed them, the earliest version first."),
        (OperationKind.Citation, _) => ("Cite a fact", "A citation to copy: the fact, its status in words, its pages, the revision and day, and the address of what is cited; with asOf, of what was known by that day."),
        (OperationKind.Claims, _) => ("Search reviewed claims, as Google's Fact Check Tools do", "Facts that are disputed or retracted, for clients of Google's Fact Check Tools, which change no more than the base address. Its general parameters (alt, key, fields …) are accepted and ignored; what is empty is left out; failures have Google's shape."),
        (OperationKind.Search, _) => ("Search facts", "Facts by their words, the best match first (BM25), without paging. Finds names in any of their spellings and scripts; Russian and Kazakh words by their stem. Takes the filters of the list of facts."),
        (OperationKind.Lookup, _) => ("Look a page up by its address", "What a page claims, fact by fact. The match says how the address was found, step by step. No match is an answer too, with status 200: nothing is held of the page, which says nothing of its truth. Nothing is ever fetched."),
        (OperationKind.Lookups, _) => ("Look pages up by their addresses", "What each of the pages claims, in the order of the addresses; where one of them is no address, nothing is looked up."),
        (OperationKind.Changes, _) => ("List changes", $"What became of facts since a revision, in the order in which it happened: added, changed with before and after, removed with the reason. Without since, all present facts as added, page by page, and on the last pages what changed while they were read: a mirror can be built from this alone, which goes on with since and the revision of its last page. The last {Journal.MostRevisions} revisions are held, and {Journal.MostChanges} changes."),
        (OperationKind.ChangeStream, _) => ("Follow changes", "The same as server-sent events: added, changed and removed, each with the JSON of one change; reset where the given revision or event is not known (any more), with the address of the whole set. Without since, only what is still to come. A client that reconnects with Last-Event-ID misses nothing and gets nothing twice. A comment comes every 15 seconds; 500 streams may be open at once."),
        _ => ("What there is", "The collections with their sizes, and the revision that is served."),
    };

    static OpenApiParameter Id(ICollection collection) => new()
    {
        Name = "id",
        In = ParameterLocation.Path,
        Description = $"The id of one of the {collection.Path}.",
        Required = true,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        Example = Examples.IdOf(collection),
    };

    static OpenApiParameter Describe(Parameter parameter, Operation operation) => new()
    {
        Name = parameter.Name,
        In = ParameterLocation.Query,
        Description = string.Join(' ', [parameter.Description, .. parameter.Constraints.Select(constraint => constraint.Rule)]),
        Required = operation.Kind is OperationKind.Lookup && parameter.Name == "url" || operation.Kind is OperationKind.Search && parameter.Name == "q",
        Schema = parameter.IsList ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = Value(parameter), MaxItems = QueryBinder.MostValues } : Value(parameter),
        Style = ParameterStyle.Form,
        Explode = true,
    };

    static OpenApiSchema Value(Parameter parameter)
    {
        var type = parameter.ValueType;
        var schema = new OpenApiSchema
        {
            Type = type == typeof(bool) ? JsonSchemaType.Boolean : type == typeof(int) ? JsonSchemaType.Integer : JsonSchemaType.String,
            Format = type == typeof(DateOnly) ? "date" : type == typeof(int) ? "int32" : null,
        };
        foreach (var constraint in parameter.Constraints)
        {
            if (constraint.Values is { } values) schema.Enum = [.. values.Select(value => (JsonNode)value)];
            if (constraint is BoundsAttribute bounds) (schema.Minimum, schema.Maximum) = (bounds.Min.ToString(CultureInfo.InvariantCulture), bounds.Max.ToString(CultureInfo.InvariantCulture));
            if (constraint is TextAttribute) schema.MaxLength = TextAttribute.Longest;
        }
        if (parameter.Constraints.OfType<RevisionAttribute>().Any()) schema.Pattern = "^[0-9a-f]{64}$";
        if (parameter.Name == "limit") schema.Default = Page.Default;
        return schema;
    }

    static OpenApiRequestBody Body<T>(OperationFilterContext context, string description, string example)
    {
        return new()
        {
            Description = description,
            Required = true,
            Content = new Dictionary<string, IOpenApiMediaType>
            {
                ["application/json"] = new OpenApiMediaType { Schema = Reference(typeof(T), context), Example = JsonNode.Parse(example) },
            },
        };
    }

    OpenApiResponse Answer(Operation operation, OperationFilterContext context)
    {
        var response = new OpenApiResponse
        {
            Description = operation.Kind switch { OperationKind.List => "A page.", OperationKind.Find => "The entry.", OperationKind.History => "The versions.", OperationKind.Citation => "The citation.", OperationKind.Claims => "The claims.", OperationKind.Search => "The facts.", OperationKind.Changes => "The changes.", OperationKind.ChangeStream => "The events.", OperationKind.Lookup => "What is held of the page.", OperationKind.Lookups => "What is held of the pages.", _ => "The contents." },
            Headers = operation.Kind is OperationKind.Lookups or OperationKind.ChangeStream ? [] : new Dictionary<string, IOpenApiHeader>
            {
                ["ETag"] = new OpenApiHeader { Description = "Validator: changes when the facts or the server's build do.", Schema = new OpenApiSchema { Type = JsonSchemaType.String } },
            },
        };
        if (operation.Kind is OperationKind.List or OperationKind.Changes) response.Headers["Link"] = new OpenApiHeader { Description = "The next page, rel=\"next\" (RFC 8288).", Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
        if (operation.Kind == OperationKind.ChangeStream)
        {
            response.Content = new Dictionary<string, IOpenApiMediaType> { ["text/event-stream"] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String }, Example = examples.Of(operation) } };
            return response;
        }
        response.Content = new Dictionary<string, IOpenApiMediaType> { ["application/json"] = new OpenApiMediaType { Schema = SchemaOf(operation, context), Example = examples.Of(operation) } };
        if (operation is { Kind: OperationKind.Find, Collection.IsFact: true } or { Kind: OperationKind.Lookup })
            response.Content["application/ld+json"] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.Object, Description = "schema.org: of a look-up the page; of each fact an Event, a Quotation or a Claim with the pages where it appears; a ClaimReview only where the fact is disputed or retracted, rated in words." } };
        if (operation.Kind == OperationKind.Citation)
            foreach (var format in new[] { "text", "bibtex", "csl" }) response.Content[Http.TypeOf(format)] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = format == "csl" ? JsonSchemaType.Array : JsonSchemaType.String } };
        if (operation.Kind == OperationKind.List) response.Content["text/csv"] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Description = "RFC 4180, UTF-8, a line of names first." } };
        return response;
    }

    static OpenApiSchemaReference SchemaOf(Operation operation, OperationFilterContext context)
    {
        OpenApiSchemaReference Schema(Type type) => Reference(type, context);
        return operation.Kind switch
        {
            OperationKind.Find => Schema(operation.Collection!.ItemType),
            OperationKind.Lookup => Schema(typeof(LookupAnswer)),
            OperationKind.Lookups => Listing("LookupAnswers", Schema(typeof(LookupAnswer)), Paging.None, context),
            OperationKind.History => Schema(typeof(FactHistory)),
            OperationKind.Citation => Schema(typeof(Citation)),
            OperationKind.Claims => Schema(typeof(FactCheckAnswer)),
            OperationKind.Changes => Listing("ChangePage", Schema(typeof(Change)), Paging.Feed, context),
            OperationKind.Index => Schema(typeof(RestDoor.Contents)),
            OperationKind.Search => Listing($"{operation.Collection!.Name}Search", Schema(operation.Collection.ItemType), Paging.None, context),
            _ => Listing($"{operation.Collection!.Name}Page", Schema(operation.Collection.ItemType), Paging.List, context),
        };
    }

    /// <summary>Without a description of its own, which generators take for another type.</summary>
    static OpenApiSchemaReference Reference(Type type, OperationFilterContext context)
    {
        context.SchemaGenerator.GenerateSchema(type, context.SchemaRepository);
        return new(type.Name, context.Document);
    }

    enum Paging { None, List, Feed }

    static OpenApiSchemaReference Listing(string name, OpenApiSchemaReference item, Paging paging, OperationFilterContext context)
    {
        OpenApiSchema Member(JsonSchemaType type, string description, string? format = null) => new() { Type = type, Description = description, Format = format };
        var schema = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["revision"] = Member(JsonSchemaType.String, "The revision that is served: equal facts, equal revision."),
                ["items"] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = item, Description = "The entries, in order." },
            },
        };
        if (paging == Paging.List) schema.Properties["count"] = Member(JsonSchemaType.Integer | JsonSchemaType.Null, "With count=true, how many entries the filter keeps on all pages; else null.", "int64");
        if (paging == Paging.Feed) schema.Properties["since"] = Member(JsonSchemaType.String | JsonSchemaType.Null, "The revision that was asked for, or null.");
        if (paging != Paging.None)
        {
            schema.Properties["nextCursor"] = Member(JsonSchemaType.String | JsonSchemaType.Null, "What to give as after for the next page, or null on the last.");
            schema.Properties["next"] = Member(JsonSchemaType.String | JsonSchemaType.Null, "The address of the next page, or null on the last.", "uri");
        }
        schema.Required = schema.Properties.Keys.ToHashSet();
        context.SchemaRepository.Schemas.TryAdd(name, schema);
        return new(name, context.Document);
    }

    static void Fail(OpenApiOperation operation, OperationFilterContext context, ProblemKind kind)
    {
        var isGoogles = operation.OperationId == ClaimSearchEndpoint.OperationId;
        operation.Responses![kind.Status.ToString(CultureInfo.InvariantCulture)] = new OpenApiResponse
        {
            Description = $"{kind.Title} {kind.Cause}",
            Content = new Dictionary<string, IOpenApiMediaType>
            {
                [isGoogles ? "application/json" : "application/problem+json"] = new OpenApiMediaType { Schema = Reference(isGoogles ? typeof(GoogleError) : typeof(Rest.Problem), context) },
            },
        };
    }
}
