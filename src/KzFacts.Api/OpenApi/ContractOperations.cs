using System.Globalization;
using System.Text.Json.Nodes;
using KzFacts.Api.Formats;
using KzFacts.Api.Rest;
using KzFacts.Compiler;
using KzFacts.Data.Changes;
using KzFacts.Data.Checking;
using KzFacts.Data.Facts;
using KzFacts.Data.Querying;
using KzFacts.Data.Series;
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
        if (known.HasBody)
        {
            operation.RequestBody = known.Kind == OperationKind.Lookups
                ? Body<LookupEndpoint.Addresses>(context, $"1 to {Lookup.MostUrls} addresses, {LookupEndpoint.MostBytes} bytes at the most.", examples.BodyOf(known))
                : Body<CheckEndpoint.TextToCheck>(context, $"A sentence, a quotation or an article, {Check.MostBytes} bytes of UTF-8 at the most, and its own day; or as text/plain the text alone.", examples.BodyOf(known));
            Fail(operation, context, Problems.TooLarge);
        }
        else if (known.Kind != OperationKind.ChangeStream) operation.Responses["304"] = new OpenApiResponse { Description = "The copy that If-None-Match names is still good." };
        if (known.Parameters.Any(type => Parameter.Of(type).Any())) Fail(operation, context, Problems.InvalidParameters);
        if (known.Kind is OperationKind.Find or OperationKind.History or OperationKind.Citation) Fail(operation, context, Problems.NotFound);
        if (known.Formats.Count > 1) Fail(operation, context, Problems.NotAcceptable);
        if (known.Kind is OperationKind.Export)
        {
            operation.Responses["206"] = new OpenApiResponse { Description = "The part of the file that Range asks for.", Content = operation.Responses["200"].Content?.ToDictionary() };
            operation.Responses["416"] = new OpenApiResponse { Description = "Range asks for what lies behind the end of the file." };
        }
        if (known.Kind is OperationKind.Find or OperationKind.History or OperationKind.Citation && known.Collection!.IsFact) Fail(operation, context, Problems.Removed);
        if (known.Kind is OperationKind.Changes) Fail(operation, context, Problems.UnknownRevision);
        Fail(operation, context, Problems.Internal);
        Fail(operation, context, known.Kind is OperationKind.ChangeStream ? Problems.TooManyStreams : Problems.Timeout, Problems.Overloaded, Problems.NoSnapshot);
    }

    static (string Summary, string Description) Words(Operation operation) => (operation.Kind, operation.Collection) switch
    {
        (OperationKind.List, { IsFact: true } facts) => ($"List {facts.Path}", $"{facts.Label} that fit all the filters, in the order of first day, time and id, as cards: without their claims unless expand=claims. As json and atom page by page; as csv (flat columns), ndjson and geojson all of them unless limited."),
        (OperationKind.List, { } names) => ($"List {names.Path}", $"{names.Label} that fit all the filters, in the order of their ids. As json page by page; in the other formats all of them unless limited."),
        (OperationKind.Find, { IsFact: true } facts) => ($"Find one of the {facts.Path}", "The fact with all the pages that claim it; with asOf, as it was known by the end of that day."),
        (OperationKind.Find, { } names) => ($"Find one of the {names.Path}", "The entry of the registry."),
        (OperationKind.History, _) => ("Tell a fact's history", "What was known of a fact from one day until another: status, figures and the claims that changed them, the earliest version first."),
        (OperationKind.Citation, _) => ("Cite a fact", "A citation to copy: the fact, its status in words, its pages, the revision and day, and the address of what is cited; with asOf, of what was known by that day."),
        (OperationKind.Claims, _) => ("Search reviewed claims, as Google's Fact Check Tools do", "Facts that are disputed or retracted, for clients of Google's Fact Check Tools, which change no more than the base address. Its general parameters (alt, key, fields …) are accepted and ignored; what is empty is left out; failures have Google's shape."),
        (OperationKind.Search, _) => ("Search facts", "Facts by their words, the best match first (BM25; titles and names weigh most), without paging, each with the texts in which the words stand. All words must occur; where no fact has them all, match is some, and facts with some of them are given. Names are found in any of their spellings and scripts, words by their stem, \"quoted words\" together, toka* by its beginning. facets= counts all that match. Takes the filters of the list of facts."),
        (OperationKind.Lookup, _) => ("Look a page up by its address", "What a page claims, fact by fact. The match says how the address was found, step by step. No match is an answer too, with status 200: nothing is held of the page, which says nothing of its truth. Nothing is ever fetched."),
        (OperationKind.Lookups, _) => ("Look pages up by their addresses", "What each of the pages claims, in the order of the addresses; where one of them is no address, nothing is looked up."),
        (OperationKind.Changes, _) => ("List changes", $"What became of facts since a revision, in the order in which it happened: added, changed with before and after, removed with the reason. Without since, all present facts as added, page by page, and on the last pages what changed while they were read: a mirror can be built from this alone, which goes on with since and the revision of its last page. The last {Journal.MostRevisions} revisions are held, and {Journal.MostChanges} changes."),
        (OperationKind.ChangeStream, _) => ("Follow changes", "The same as server-sent events: added, changed and removed, each with the JSON of one change; reset where the given revision or event is not known (any more), with the address of the whole set. Without since, only what is still to come. A client that reconnects with Last-Event-ID misses nothing and gets nothing twice. A comment comes every 15 seconds; 500 streams may be open at once."),
        (OperationKind.Check, _) => ("Check a text", "The facts that bear on each sentence, best first, and how: supports, conflicts (with the element that differs) or related. Sentences on which nothing is held are left out, which says nothing of their truth. Works by names in any spelling, numbers, days and the labels of the words; English by its other words too."),
        (OperationKind.Series, _) when operation.Series!.Item == typeof(TimelineSeries) => ("Count facts over time", $"How many facts began in each hour, day or week, by kind, type of event or place, the empty steps too. At most {SeriesReading.MostBuckets} steps and {SeriesReading.MostSeries} series; beyond them, an error says what to narrow."),
        (OperationKind.Series, _) when operation.Series!.Item == typeof(PriceSeries) => ("Follow prices", $"The steps of each price by commodity, measure, place, unit and currency, with the band where figures differ. A series of one point says so. Takes the filters of the price changes, of which it reads {SeriesReading.MostFacts} at most, into {SeriesReading.MostSeries} series."),
        (OperationKind.Series, _) when operation.Series!.Item == typeof(TollSeries) => ("Follow tolls", $"Each reported count over time, by measure, group and place, never added up; retracted counts are marked. Takes the filters of the tolls, of which it reads {SeriesReading.MostFacts} at most, into {SeriesReading.MostSeries} series."),
        (OperationKind.Series, _) => ("Sum deployments up", $"How many facts tell of deployments by contributor and phase, and of how many people. Takes the filters of the deployments, of which it reads {SeriesReading.MostFacts} at most."),
        (OperationKind.Chart, { } facts) => ($"Draw {operation.Id[..^"Chart".Length]} as a chart", $"A picture for an article's <img>: title, units, how many facts and pages it is drawn from, and the revision. The shape of a point says how its fact stands. Takes the filters of {facts.Path}; other parameters are ignored. What is wrong with a request is drawn too."),
        (OperationKind.Export, _) => ("Download the snapshot", "The SQLite file that is served, whole, to open with any SQLite: one table of facts with a view for each kind. Resumable: Range and If-Range with the ETag, which is that of the bytes."),
        _ => ("What there is", "The collections with their sizes, and the revision that is served."),
    };

    OpenApiParameter Id(ICollection collection) => new()
    {
        Name = "id",
        In = ParameterLocation.Path,
        Description = $"The id of one of the {collection.Path}.",
        Required = true,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        Example = examples.IdOf(collection),
    };

    static OpenApiParameter Describe(Parameter parameter, Operation operation) => new()
    {
        Name = parameter.Name,
        In = ParameterLocation.Query,
        Description = string.Join(' ', [parameter.Description, .. parameter.Constraints.Select(constraint => constraint.Rule)]),
        Required = operation.Kind is OperationKind.Lookup && parameter.Name == "url" || operation.Kind is OperationKind.Search && parameter.Name == "q",
        Schema = parameter.IsList ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = Value(parameter, operation), MaxItems = QueryBinder.MostValues } : Value(parameter, operation),
        Style = ParameterStyle.Form,
        Explode = true,
    };

    static OpenApiSchema Value(Parameter parameter, Operation operation)
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
        if (parameter.Name == "format") schema.Enum = [.. operation.Formats.Select(format => (JsonNode)format)];
        if (parameter.Name == "limit") schema.Default = operation.Kind is OperationKind.Search ? FactSearch.Default : Page.Default;
        return schema;
    }

    static OpenApiRequestBody Body<T>(OperationFilterContext context, string description, JsonNode example)
    {
        return new()
        {
            Description = description,
            Required = true,
            Content = new Dictionary<string, IOpenApiMediaType>
            {
                ["application/json"] = new OpenApiMediaType { Schema = Reference(typeof(T), context), Example = example },
            },
        };
    }

    OpenApiResponse Answer(Operation operation, OperationFilterContext context)
    {
        var response = new OpenApiResponse
        {
            Description = operation.Kind switch { OperationKind.List => "A page.", OperationKind.Find => "The entry.", OperationKind.History => "The versions.", OperationKind.Citation => "The citation.", OperationKind.Claims => "The claims.", OperationKind.Search => "The facts.", OperationKind.Changes => "The changes.", OperationKind.ChangeStream => "The events.", OperationKind.Lookup => "What is held of the page.", OperationKind.Lookups => "What is held of the pages.", OperationKind.Check => "What is held on the sentences.", OperationKind.Export => "The file.", OperationKind.Series => "The series.", OperationKind.Chart => "The picture.", _ => "The contents." },
            Headers = operation.HasBody || operation.Kind is OperationKind.ChangeStream ? [] : new Dictionary<string, IOpenApiHeader>
            {
                ["ETag"] = new OpenApiHeader { Description = "Validator: changes when the facts or the server's build do.", Schema = new OpenApiSchema { Type = JsonSchemaType.String } },
            },
        };
        if (operation.Kind is OperationKind.List or OperationKind.Changes) response.Headers["Link"] = new OpenApiHeader { Description = "The next page, rel=\"next\" (RFC 8288).", Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
        response.Content = operation.Formats.ToDictionary(Http.TypeOf, IOpenApiMediaType (format) => new OpenApiMediaType
        {
            Schema = format == "json" ? SchemaOf(operation, context) : SchemaOf(format, operation.Kind),
            Example = format is "json" or "event-stream" ? examples.Of(operation) : examples.Of(operation, format),
        });
        return response;
    }

    static OpenApiSchema SchemaOf(string format, OperationKind kind) => format switch
    {
        "csv" => new() { Type = JsonSchemaType.String, Description = "RFC 4180, UTF-8, a line of names first." },
        "ndjson" => new() { Type = JsonSchemaType.String, Description = "The JSON of an entry a line." },
        "geojson" => new() { Type = JsonSchemaType.Object, Description = $"RFC 7946: {(kind == OperationKind.Find ? "a Feature" : "a FeatureCollection")} of the places, a Point, a MultiPoint or null, with the entry as it is in json as the properties." },
        "atom" => new() { Type = JsonSchemaType.String, Description = kind == OperationKind.Changes ? "RFC 4287: an entry a change; without since and after the latest changes, the newest first." : "RFC 4287: an entry a fact, updated on the day on which what was known of it last changed; pages by rel=next (RFC 5005)." },
        "ld+json" => new() { Type = JsonSchemaType.Object, Description = "schema.org: of a look-up the page; of each fact an Event, a Quotation or a Claim with the pages where it appears; a ClaimReview only where the fact is disputed or retracted, rated in words." },
        "svg" => new() { Type = JsonSchemaType.String, Description = "SVG, without scripts or anything from elsewhere." },
        "sqlite" => new() { Type = JsonSchemaType.String, Format = "binary", Description = "A SQLite database." },
        _ => new() { Type = format == "csl" ? JsonSchemaType.Array : JsonSchemaType.String },
    };

    static OpenApiSchemaReference SchemaOf(Operation operation, OperationFilterContext context)
    {
        OpenApiSchemaReference Schema(Type type) => Reference(type, context);
        return operation.Kind switch
        {
            OperationKind.Find => Schema(operation.Collection!.ItemType),
            OperationKind.Lookup => Schema(typeof(LookupAnswer)),
            OperationKind.Lookups => Listing("LookupAnswers", Schema(typeof(LookupAnswer)), Paging.None, context),
            OperationKind.Check => Schema(typeof(CheckAnswer)),
            OperationKind.History => Schema(typeof(FactHistory)),
            OperationKind.Citation => Schema(typeof(Citation)),
            OperationKind.Claims => Schema(typeof(FactCheckAnswer)),
            OperationKind.Changes => Listing("ChangePage", Schema(typeof(Change)), Paging.Feed, context),
            OperationKind.Index => Schema(typeof(RestDoor.Contents)),
            OperationKind.Search => Schema(typeof(SearchAnswer)),
            OperationKind.Series => Listing($"{operation.Series!.Item.Name}Answer", Schema(operation.Series.Item), Paging.None, context),
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

    /// <param name="kinds">All that is answered with one status.</param>
    static void Fail(OpenApiOperation operation, OperationFilterContext context, params ProblemKind[] kinds)
    {
        var isGoogles = operation.OperationId == ClaimSearchEndpoint.OperationId;
        operation.Responses![kinds[0].Status.ToString(CultureInfo.InvariantCulture)] = new OpenApiResponse
        {
            Description = string.Join(" Or: ", kinds.Select(kind => $"{kind.Title} {kind.Cause}")),
            Headers = kinds.All(kind => kind.RetryAfter is null) ? [] : new Dictionary<string, IOpenApiHeader>
            {
                ["Retry-After"] = new OpenApiHeader { Description = "After how many seconds to try again; not where the query took too long.", Schema = new OpenApiSchema { Type = JsonSchemaType.Integer } },
            },
            Content = new Dictionary<string, IOpenApiMediaType>
            {
                [isGoogles ? "application/json" : "application/problem+json"] = new OpenApiMediaType { Schema = Reference(isGoogles ? typeof(GoogleError) : typeof(Rest.Problem), context) },
            },
        };
    }
}
