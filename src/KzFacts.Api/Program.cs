using KzFacts.Api.Charts;
using KzFacts.Api.GraphQL;
using KzFacts.Api.OpenApi;
using KzFacts.Api.Pages;
using KzFacts.Api.Rest;
using KzFacts.Api.Serving;
using KzFacts.Api.Web;
using KzFacts.Data.Querying;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.ResponseCompression;

// Settings are read from beside the program if it is not started from the project folder.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = args, ContentRootPath = File.Exists("appsettings.json") ? null : AppContext.BaseDirectory,
});
builder.UseDefaultAddress();
builder.BoundSlowClients();
builder.Services.AddOptions<ServerOptions>()
    .BindConfiguration("KzFacts", binder => binder.ErrorOnUnknownConfiguration = true).ValidateDataAnnotations().ValidateOnStart();
builder.Services.AddSingleton<Admission>().AddHostedService<MemoryReturn>();
builder.Services.AddSingleton<SnapshotHost>().AddHostedService(services => services.GetRequiredService<SnapshotHost>());
builder.Services.AddResponseCompression(options =>
{
    options.EnableForHttps = true;
    options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, .. MediaTypes.OfText];
});
builder.Services.AddCors(cors => cors.AddDefaultPolicy(policy => policy.AllowAnyOrigin().WithMethods("GET", "HEAD", "POST").AllowAnyHeader()
    .SetPreflightMaxAge(TimeSpan.FromDays(1))));
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);

builder.AddTelemetry();
builder.Services.AddProxies();
builder.Services.AddClientLimit();
builder.Services.AddHealth();
builder.Services.AddGraphQLDoor();
builder.Services.AddOpenApiDoor();
builder.Services.AddPages();

try
{
    var app = builder.Build();
    app.UseProxies();
    app.UsePublicPath();
    app.UseRouting(); // after the public path was removed
    app.UseSecurityHeaders();
    app.UseMiddleware<EncodedTags>();
    app.UseResponseCompression();
    app.UseProblems();
    app.UseHost();
    app.UseRateLimiter();
    app.UseRanges();
    app.UsePages();
    app.UseCors();
    app.MapHealth();
    app.MapMetrics();
    app.MapRest();
    app.MapCharts();
    app.MapGraphQLDoor();
    app.MapOpenApiDoor();
    app.MapPages();
    app.MapGraphiQL();

    app.Run();
    return 0;
}
catch (OperationCanceledException)
{
    return 0; // the server was told to stop before it had started
}
catch (InvalidSnapshotException e)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}
catch (IOException e) when (e.InnerException is AddressInUseException)
{
    Console.Error.WriteLine($"{e.Message.TrimEnd('.')}. Give another with --urls.");
    return 1;
}
catch (Exception e) when (SettingErrors.Say(e) is { } sentence)
{
    Console.Error.WriteLine(sentence);
    return 1;
}
