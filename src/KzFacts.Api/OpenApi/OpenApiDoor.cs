using KzFacts.Data;
using KzFacts.Data.Facts;
using Microsoft.OpenApi;

namespace KzFacts.Api.OpenApi;

/// <summary>The OpenAPI 3.1 document, as JSON and YAML, and Swagger UI. All of it is made from the records and from the operations' metadata.</summary>
static class OpenApiDoor
{
    public const string Document = "kzfacts-v1";

    public static void AddOpenApiDoor(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json => Configure(json.SerializerOptions));
        services.Configure<Microsoft.AspNetCore.Mvc.JsonOptions>(json => Configure(json.JsonSerializerOptions));
        services.AddSingleton<Examples>();
        services.AddEndpointsApiExplorer();
        services.AddSwaggerGen(swagger =>
        {
            swagger.SwaggerDoc(Document, new()
            {
                Title = "KzFacts",
                Version = "v1",
                Description = """
                    Structured facts about the January 2022 crisis in Kazakhstan: events, statements, price changes, deployments and tolls, each with the
                    pages that claim it. Read only, without a key.

                    **Lists** are in the order of first day, time and id, page by page: follow `next`, or give `nextCursor` as `after`. A parameter of
                    type array may be repeated (up to 50 times) and keeps what fits any of its values; all parameters must fit. Names, ids and words are exact: an unknown
                    one is an error that says what was probably meant. `format=csv`, `ndjson` and `geojson` give all rows.

                    **Days** are local days of Kazakhstan (UTC+6 in 2022), both ends included. `asOf` shows what had been published by the end of a day.

                    **Validators**: every answer has an ETag; send it back as If-None-Match and get 304 until the facts change.

                    **Methods**: every address takes HEAD as it takes GET. Reading is open to pages of any origin (CORS).

                    **Errors** are RFC 9457 problem details, with what is wrong by parameter under `errors`. The statements of one request may take two seconds, those of a download two for each page of 500 rows.
                    """,
                License = new() { Name = "CC BY 4.0 (facts)", Url = new("https://creativecommons.org/licenses/by/4.0/") },
            });
            // HEAD is everywhere what GET is, without the body: the description says so once.
            swagger.DocInclusionPredicate((_, description) => description.HttpMethod != "HEAD" && description.ActionDescriptor.EndpointMetadata.OfType<Rest.Operation>().Any());
            swagger.SupportNonNullableReferenceTypes();
            // A kind of fact is the spine and its own fields, told apart by kind.
            swagger.UseAllOfForInheritance();
            swagger.SelectSubTypesUsing(type => type == typeof(Fact) ? Enum.GetValues<Kind>().Select(FactJson.TypeOf) : []);
            swagger.SelectDiscriminatorNameUsing(type => type == typeof(Fact) ? "kind" : null);
            swagger.SelectDiscriminatorValueUsing(type => Words.Of(type.Name));
            swagger.SchemaFilter<ContractSchemas>();
            swagger.OperationFilter<ContractOperations>();
        });
    }

    public static void MapOpenApiDoor(this WebApplication app)
    {
        app.MapSwagger("/openapi/{documentName}.{extension:regex(^(json|yaml)$)}", options => options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1);
        app.UseSwaggerUI(ui =>
        {
            ui.RoutePrefix = "swagger";
            ui.DocumentTitle = "KzFacts API";
            ui.SwaggerEndpoint($"/openapi/{Document}.json", "KzFacts v1");
        });
    }

    static void Configure(System.Text.Json.JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = FactJson.Options.PropertyNamingPolicy;
        options.NumberHandling = FactJson.Options.NumberHandling;
        options.Encoder = FactJson.Options.Encoder;
        foreach (var converter in FactJson.Options.Converters) options.Converters.Add(converter);
    }
}
