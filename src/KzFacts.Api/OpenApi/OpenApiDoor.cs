using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using KzFacts.Api.Serving;
using KzFacts.Api.Web;
using KzFacts.Data;
using KzFacts.Data.Facts;
using KzFacts.Data.Querying;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;

namespace KzFacts.Api.OpenApi;

/// <summary>The OpenAPI 3.1 document, as JSON and YAML, and Swagger UI. It is generated from the records and the metadata of the
/// operations.</summary>
static class OpenApiDoor
{
    public const string Document = "kzfacts-v1";

    public static void AddOpenApiDoor(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json => Configure(json.SerializerOptions));
        services.Configure<Microsoft.AspNetCore.Mvc.JsonOptions>(json => Configure(json.JsonSerializerOptions));
        services.AddEndpointsApiExplorer();
        services.AddSwaggerGen(swagger =>
        {
            swagger.SwaggerDoc(Document, new()
            {
                Title = "KzFacts",
                Version = "v1",
                License = new() { Name = "CC BY 4.0 (facts)", Url = new("https://creativecommons.org/licenses/by/4.0/") },
            });
            // The description says once that HEAD is available wherever GET is.
            swagger.DocInclusionPredicate((_, description) =>
                description.HttpMethod != "HEAD" && description.ActionDescriptor.EndpointMetadata.OfType<Operation>().Any());
            swagger.SupportNonNullableReferenceTypes();
            // The schema of a kind consists of the common members and its own; the member kind tells kinds apart.
            swagger.UseAllOfForInheritance();
            swagger.SelectSubTypesUsing(type =>
                type == typeof(Fact) ? KindDefinition.All.Values.Select(kind => kind.Collection.ItemType) : []);
            swagger.SelectDiscriminatorNameUsing(type => type == typeof(Fact) ? "kind" : null);
            swagger.SelectDiscriminatorValueUsing(type => ClosedWords.Of(type.Name));
            swagger.SchemaFilter<ContractSchemas>();
            swagger.CustomSchemaIds(SchemaNames.Of);
            swagger.OperationFilter<OperationDetails>();
            swagger.DocumentFilter<ContractInfo>();
        });
    }

    public static void MapOpenApiDoor(this WebApplication app)
    {
        var host = app.Services.GetRequiredService<SnapshotHost>();
        foreach (var format in (string[])["json", "yaml"])
            app.MapMethods($"/openapi/{Document}.{format}", ["GET", "HEAD"], http => SendAsync(http, host, format))
                .ExcludeFromDescription();
        app.UseSwaggerUI(ui =>
        {
            ui.RoutePrefix = "swagger";
            ui.DocumentTitle = "KzFacts API";
            ui.SwaggerEndpoint($"../openapi/{Document}.json", "KzFacts v1");
        });
    }

    /// <summary>The present document in each format, with the snapshot of its examples.</summary>
    static readonly ConditionalWeakTable<Snapshot, ConcurrentDictionary<string, byte[]>> Written = [];

    static async Task SendAsync(HttpContext http, SnapshotHost host, string format)
    {
        var snapshot = http.Lease(host);
        if (http.IsAnswered(snapshot, format)) return;
        var written = Written.GetOrCreateValue(snapshot);
        if (!written.TryGetValue(format, out var document)) written[format] = document = await WriteAsync(http.RequestServices, format);
        await http.SendBytesAsync(document, MediaTypes.ContentTypeOf(format));
    }

    static async Task<byte[]> WriteAsync(IServiceProvider services, string format)
    {
        var document = await services.GetRequiredService<IAsyncSwaggerProvider>().GetSwaggerAsync(Document);
        using var output = new MemoryStream();
        await document.SerializeAsync(output, OpenApiSpecVersion.OpenApi3_1, format, CancellationToken.None);
        return output.ToArray();
    }

    static void Configure(System.Text.Json.JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = FactJson.Options.PropertyNamingPolicy;
        options.NumberHandling = FactJson.Options.NumberHandling;
        options.Encoder = FactJson.Options.Encoder;
        foreach (var converter in FactJson.Options.Converters) options.Converters.Add(converter);
    }
}
