using System.Text.Json.Nodes;
using KzFacts.Api.Serving;
using KzFacts.Api.Web;
using KzFacts.Data.Querying;
using KzFacts.Data.Registries;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace KzFacts.Api.OpenApi;

/// <summary>Adds to each operation what its metadata <see cref="Operation"/> says: parameters with their bounds, answers with their
/// schemas, and examples.</summary>
sealed class OperationDetails(SnapshotHost host) : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        var known = metadata.OfType<Operation>().Single();
        using var lease = host.Lease();
        using var lane = lease.Snapshot.Rent(Timeout.InfiniteTimeSpan);
        var examples = new ExampleReading(lane, lease.Snapshot.State);
        operation.OperationId = metadata.OfType<IEndpointNameMetadata>().Last().EndpointName;
        operation.Parameters = [.. ParametersOf(known, examples)];
        operation.RequestBody = known.Body is { } body ? BodyOf(body, context, examples.Crisis) : null;
        operation.Responses = new() { ["200"] = AnswerOf(known, context, examples) };
        if (known is { HasValidators: true, Body: null })
            operation.Responses["304"] = new OpenApiResponse { Description = "The copy that If-None-Match names is still valid." };
        if (known.HasRanges)
        {
            operation.Responses["206"] = new OpenApiResponse
            {
                Description = "The requested part of the file.",
                Content = operation.Responses["200"].Content?.ToDictionary()
            };
            operation.Responses["416"] = new OpenApiResponse { Description = "The requested range is after the end of the file." };
        }
        var isGoogles = context.ApiDescription.RelativePath!.StartsWith(GoogleError.Root[1..], StringComparison.Ordinal);
        foreach (var kinds in ProblemsOf(known).GroupBy(kind => kind.Status))
            operation.Responses[$"{kinds.Key}"] = Failure([.. kinds], isGoogles, known, context);
    }

    static IEnumerable<ProblemKind> ProblemsOf(Operation known)
    {
        yield return ProblemKinds.InvalidParameters; // every address refuses unknown parameters
        if (known.EntryOf is not null) yield return ProblemKinds.NotFound;
        if (known.EntryOf is { IsFact: true }) yield return ProblemKinds.Removed;
        if (known.Formats.Count > 1) yield return ProblemKinds.NotAcceptable;
        if (known.HasValidators) yield return ProblemKinds.PreconditionFailed;
        if (known.Body is not null)
        {
            yield return ProblemKinds.RequestTimeout;
            yield return ProblemKinds.TooLarge;
            yield return ProblemKinds.UnsupportedMediaType;
        }
        foreach (var kind in known.Problems) yield return kind;
        yield return ProblemKinds.TooManyRequests;
        yield return ProblemKinds.Internal;
        if (!known.Problems.Contains(ProblemKinds.TooManyStreams)) yield return ProblemKinds.Timeout;
        yield return ProblemKinds.Overloaded;
        yield return ProblemKinds.NoSnapshot;
    }

    static IEnumerable<OpenApiParameter> ParametersOf(Operation known, ExampleReading examples)
    {
        if (known.EntryOf is { } collection)
            yield return new()
            {
                Name = "id",
                In = ParameterLocation.Path,
                Description = $"The id of one of the {collection.Path}.",
                Required = true,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                Example = examples.IdOf(collection),
            };
        if (known.Header is { } header)
            yield return new()
            {
                Name = header.Name,
                In = ParameterLocation.Header,
                Description = header.Description,
                Example = header.Example,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            };
        foreach (var parameter in known.Parameters.SelectMany(Parameter.Of))
        {
            var (schema, example) = (SchemaOf(parameter, known), ParameterExamples.Of(parameter, known, examples));
            yield return new()
            {
                Name = parameter.Name,
                In = ParameterLocation.Query,
                Description = Describe(parameter),
                Required = known.Required.Contains(parameter.Name),
                Schema = parameter.IsList
                    ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = schema, MaxItems = QueryBinder.MostValues } : schema,
                Style = ParameterStyle.Form,
                Explode = true,
                Example = example is not null && parameter.IsList ? new JsonArray(example) : example,
            };
        }
    }

    static string Describe(Parameter parameter)
    {
        var meanings = ContractSchemas.Describe(parameter.Constraints.SelectMany(constraint => constraint.Meanings));
        var description = string.Join(' ', [parameter.Description, .. parameter.Constraints.Select(constraint => constraint.Rule)]);
        return meanings.Length == 0 ? description : $"{description}\n\n{meanings}";
    }

    static OpenApiSchema SchemaOf(Parameter parameter, Operation known)
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
            if (constraint is BoundsAttribute bounds) (schema.Minimum, schema.Maximum) = ($"{bounds.Min}", $"{bounds.Max}");
            if (constraint is TextAttribute) schema.MaxLength = TextAttribute.Longest;
            if (constraint is RevisionAttribute) schema.Pattern = "^[0-9a-f]{64}$";
        }
        if (parameter.Name == "format") schema.Enum = [.. known.Formats.Select(format => (JsonNode)format)];
        if (parameter.Name == "limit") schema.Default = known.DefaultLimit;
        return schema;
    }

    static OpenApiRequestBody BodyOf(RequestBody body, OperationFilterContext context, CrisisExamples examples) => new()
    {
        Description = body.Description,
        Required = true,
        Content = Content(
            ("application/json", new() { Schema = Reference(body.Type, context), Example = body.Example(examples) }),
            ("text/plain", body.IsText ? new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String } } : null)),
    };

    static OpenApiResponse AnswerOf(Operation known, OperationFilterContext context, ExampleReading examples)
    {
        static OpenApiHeader Header(string description) =>
            new() { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
        Dictionary<string, IOpenApiHeader> headers = [];
        if (known.HasValidators) headers["ETag"] = Header("Validator. It changes with the facts and with the server's build.");
        if (known.List is not null) headers["Link"] = Header("The next page, rel=\"next\" (RFC 8288).");
        return new()
        {
            Description = known.Success,
            Headers = headers,
            Content = known.Formats.ToDictionary(MediaTypes.TypeOf, IOpenApiMediaType (format) => new OpenApiMediaType
            {
                Schema = format == "json" ? Reference(known.Answer!, context) : FormatSchema(format, known),
                Example = known.Example(examples, format),
            }),
        };
    }

    static OpenApiSchema FormatSchema(string format, Operation known) => new()
    {
        Type = format switch { "geojson" or "ld+json" => JsonSchemaType.Object, "csl" => JsonSchemaType.Array, _ => JsonSchemaType.String },
        Format = format == "sqlite" ? "binary" : null,
        Description = known.FormatNotes.GetValueOrDefault(format) ?? format switch
        {
            "csv" => "RFC 4180, UTF-8, with a header line.",
            "ndjson" => "One line for each entry, as JSON.",
            "svg" => "SVG, without scripts or anything from elsewhere.",
            "sqlite" => "A SQLite database.",
            "ld+json" =>
                "schema.org: of a look-up the page; of each fact an Event, a Quotation or a Claim with the pages where it appears; "
                + "a ClaimReview only where the fact is retracted, disputed or rebutted, rated in words.",
            _ => null,
        },
    };

    /// <summary>A reference without a description: client generators take a described one for another type.</summary>
    static OpenApiSchemaReference Reference(Type type, OperationFilterContext context)
    {
        context.SchemaGenerator.GenerateSchema(type, context.SchemaRepository);
        return new(SchemaNames.Of(type), context.Document);
    }

    /// <param name="kinds">The problems that share one status.</param>
    static OpenApiResponse Failure(IReadOnlyList<ProblemKind> kinds, bool isGoogles, Operation known, OperationFilterContext context) =>
        new()
        {
            Description = string.Join(" Or: ", kinds.Select(kind => $"{kind.Title} {kind.Cause}")),
            Headers = kinds.All(kind => kind.RetryAfter is null) ? [] : new Dictionary<string, IOpenApiHeader>
            {
                ["Retry-After"] = new OpenApiHeader
                {
                    Description = "After how many seconds to try again; not where the query took too long.",
                    Schema = new OpenApiSchema { Type = JsonSchemaType.Integer },
                },
            },
            Content = Content(
                (isGoogles ? "application/json" : "application/problem+json",
                    new() { Schema = Reference(isGoogles ? typeof(GoogleError) : typeof(Problem), context) }),
                ("image/svg+xml", known.DrawsFailures && kinds.Any(kind => kind.Status is 400 or 503)
                    ? new() { Schema = FormatSchema("svg", known) } : null)),
        };

    /// <param name="types">Media types. One without a schema is left out.</param>
    static Dictionary<string, IOpenApiMediaType> Content(params (string Type, OpenApiMediaType? Media)[] types) =>
        types.Where(one => one.Media is not null).ToDictionary(one => one.Type, IOpenApiMediaType (one) => one.Media!);
}
