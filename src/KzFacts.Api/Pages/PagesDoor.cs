using System.Text.Encodings.Web;
using System.Text.Unicode;
using KzFacts.Api.Languages;
using KzFacts.Api.Rest;
using KzFacts.Api.Serving;
using KzFacts.Data.Querying;
using KzFacts.Data.Text.Urls;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KzFacts.Api.Pages;

/// <summary>The door for people: a page stands at the path of its API call, without <c>/v1</c>, in each language.</summary>
static class PagesDoor
{
    /// <summary>For good where the address names the content: see <see cref="Asset"/>.</summary>
    const string Kept = "public, max-age=31536000, immutable";

    public static void AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)); // what is Cyrillic stays readable, and half as long
        services.AddSingleton<Asset>();
        services.AddHostedService<WarmUp>();
    }

    // Nothing from elsewhere and nothing inline; only cards may be framed. Pictures, which stand alone, and the tools of developers style themselves inline.
    const string
        OfPages = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        OfCards = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors *",
        OfPictures = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
        OfTools = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; worker-src 'self' blob:; base-uri 'none'; frame-ancestors 'none'";

    static string PolicyOf(PathString path) =>
        path.StartsWithSegments("/swagger") || path.StartsWithSegments("/graphiql") ? OfTools
        : path.StartsWithSegments("/charts") ? OfPictures
        : path.Value!.Contains("/embed/", StringComparison.Ordinal) ? OfCards : OfPages;

    /// <summary>Serves style sheet and script, and gives a browser that asks for what is not there a page that says so.</summary>
    public static void UsePages(this WebApplication app)
    {
        app.Use((http, next) =>
        {
            http.Response.Headers.ContentSecurityPolicy = PolicyOf(http.Request.Path);
            http.Response.Headers.XContentTypeOptions = "nosniff";
            return next(http);
        });
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = file.Context.Request.Query.ContainsKey("v") ? Kept : "public, max-age=300" });
        app.UseStatusCodePages(context => context.HttpContext is { Response.StatusCode: 404 } http && http.WantsPage()
            ? ShowAsync<MissingPage>(http, http.RequestServices.GetRequiredService<SnapshotHost>(), LanguageOf(http.Request.Path))
            : Task.CompletedTask);
    }

    public static void MapPages(this WebApplication app)
    {
        foreach (var language in Language.All)
        {
            var pages = app.MapGroup(language.Prefix);
            pages.MapPage<HomePage>("/", language);
            pages.MapPage<LookupPage>("/lookup", language);
            pages.MapPage<SearchPage>("/search", language);
            pages.MapPage<FactsPage>("/facts", language);
            pages.MapPage<FactPage>("/facts/{id}", language);
            pages.MapPage<PriceChangesPage>("/price-changes", language);
            pages.MapPage<TollsPage>("/tolls", language);
            pages.MapPage<DeploymentsPage>("/deployments", language);
            pages.MapPage<PlacesPage>("/places", language);
            pages.MapPage<PlacePage>("/places/{id}", language);
            pages.MapPage<ActorsPage>("/actors", language);
            pages.MapPage<ActorPage>("/actors/{id}", language);
            pages.MapPage<SourcesPage>("/sources", language);
            pages.MapPage<SourcePage>("/sources/{id}", language);
            pages.MapPage<CardPage>("/embed/facts/{id}", language);
            pages.MapPage<ProblemPage>("/problems/{slug}", language);
            pages.MapMethods("/ask", ["GET", "HEAD"], http => Ask(http, language)).ExcludeFromDescription();
        }
    }

    static void MapPage<TPage>(this IEndpointRouteBuilder routes, string pattern, Language language) where TPage : IComponent
    {
        var host = routes.ServiceProvider.GetRequiredService<SnapshotHost>();
        routes.MapMethods(pattern, ["GET", "HEAD"], http => ShowAsync<TPage>(http, host, language)).ExcludeFromDescription();
    }

    public static async Task ShowAsync<TPage>(HttpContext http, SnapshotHost host, Language language) where TPage : IComponent
    {
        var snapshot = host.Current;
        using var lane = host.Rent(snapshot, http.RequestAborted);
        if (http.Response.StatusCode == 200 && http.IsNotModified(snapshot)) return;
        var path = http.Request.Path.Value!;
        http.Features.Set(new Visit(http, lane, snapshot, language, path.Length > language.Prefix.Length ? path[language.Prefix.Length..] : "/"));
        try
        {
            await new RazorComponentResult<TPage> { PreventStreamingRendering = true }.ExecuteAsync(http);
        }
        catch (QueryTimeoutException)
        {
            http.Response.StatusCode = 503;
            http.Response.Headers.Remove("blazor-enhanced-nav"); // the first component left it, and the second may not add it again
            await new RazorComponentResult<TroublePage> { PreventStreamingRendering = true }.ExecuteAsync(http);
        }
    }

    /// <summary>Leads what somebody pasted to where it is answered: an address to the look-up, other text to the search.</summary>
    static Task Ask(HttpContext http, Language language)
    {
        var text = http.Request.Query["q"].ToString().Trim();
        var (path, name) = text.Length == 0 ? ("/", null) : WebAddress.Of(text) is null ? ("/search", "q") : ("/lookup", "url");
        http.Response.Redirect(Visit.At(language, path) + (name is null ? "" : QueryString.Create(name, text)));
        return Task.CompletedTask;
    }

    static Language LanguageOf(PathString path) => Language.All.FirstOrDefault(language => language.Prefix.Length > 0 && path.StartsWithSegments(language.Prefix)) ?? Language.English;

    static bool WantsPage(this HttpContext http) => http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal) && !http.Request.Path.StartsWithSegments("/v1");
}
