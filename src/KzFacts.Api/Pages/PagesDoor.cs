using System.Text.Encodings.Web;
using System.Text.Unicode;
using CommunityToolkit.HighPerformance;
using KzFacts.Api.Serving;
using KzFacts.Api.Web;
using KzFacts.Data.Querying;
using KzFacts.Languages;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KzFacts.Api.Pages;

/// <summary>The pages. A page has the path of its API call without <c>/v1</c>, in each language.</summary>
static class PagesDoor
{
    /// <summary>Files whose address depends on their content are cached for good: see <see cref="Asset"/>.</summary>
    const string Kept = "public, max-age=31536000, immutable";

    public static void AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddDataProtection().UseEphemeralDataProtectionProvider(); // no form needs its keys, so none are written to disk
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)); // Cyrillic text stays readable, and half as long
        services.AddSingleton<Asset>();
        services.AddHostedService<WarmUp>();
    }

    /// <summary>Serves the style sheet and the script. A browser that asks for an unknown address gets a page that says so.</summary>
    public static void UsePages(this WebApplication app)
    {
        var assets = app.Services.GetRequiredService<Asset>();
        app.UseStaticFiles(new StaticFileOptions
        {
            OnPrepareResponse = file =>
            {
                var headers = file.Context.Response.Headers;
                headers.CacheControl = assets.IsPresent(file.Context.Request) ? Kept : "public, max-age=300";
                headers.Vary = "Accept-Encoding";
                headers.Remove("Accept-Ranges"); // see UseRanges
            },
        });
        app.UseStatusCodePages(context => context.HttpContext is { Response.StatusCode: 404 } http && http.WantsPage()
            ? ShowAsync<MissingPage>(http, http.RequestServices.GetRequiredService<SnapshotHost>(), LanguageOf(http.Request.Path))
            : Task.CompletedTask);
    }

    public static void MapPages(this WebApplication app)
    {
        var host = app.Services.GetRequiredService<SnapshotHost>();
        foreach (var language in Language.All)
        {
            var pages = app.MapGroup(language.Prefix);
            pages.MapPage<HomePage>("/", language);
            pages.MapPage<LookupPage>("/lookup", language);
            pages.MapPage<SearchPage>("/search", language);
            pages.MapPage<FactsPage>("/facts", language);
            pages.MapEntry<FactPage>("/facts/{id}", language);
            pages.MapPage<PriceChangesPage>("/price-changes", language);
            pages.MapPage<TollsPage>("/tolls", language);
            pages.MapPage<DeploymentsPage>("/deployments", language);
            pages.MapPage<PlacesPage>("/places", language);
            pages.MapEntry<PlacePage>("/places/{id}", language);
            pages.MapPage<ActorsPage>("/actors", language);
            pages.MapEntry<ActorPage>("/actors/{id}", language);
            pages.MapPage<SourcesPage>("/sources", language);
            pages.MapEntry<SourcePage>("/sources/{id}", language);
            pages.MapEntry<CardPage>("/embed/facts/{id}", language);
            pages.MapEntry<ProblemPage>("/problems/{slug}", language);
            pages.MapMethods("/ask", ["GET", "HEAD", "POST"], http => AskEndpoint.AnswerAsync(http, host, language))
                .ExcludeFromDescription();
        }
    }

    static void MapPage<TPage>(this IEndpointRouteBuilder routes, string pattern, Language language, Work work = Work.Costly) where TPage
        : IComponent
    {
        var host = routes.ServiceProvider.GetRequiredService<SnapshotHost>();
        routes.MapMethods(pattern, ["GET", "HEAD"], http => ShowAsync<TPage>(http, host, language, work: work)).ExcludeFromDescription();
    }

    static void MapEntry<TPage>(this IEndpointRouteBuilder routes, string pattern, Language language) where TPage : IComponent =>
        routes.MapPage<TPage>(pattern, language, Work.Cheap);

    /// <param name="at">The path of the page, if it differs from the path of the request.</param>
    public static async Task ShowAsync<TPage>(HttpContext http, SnapshotHost host, Language language, string? at = null,
        Work work = Work.Costly) where TPage : IComponent
    {
        var snapshot = http.Lease(host);
        if (http.Response.StatusCode == 200 && !HttpMethods.IsPost(http.Request.Method)
            && http.IsAnswered(snapshot, "html", snapshot.State.CompiledAt)) return;
        using var page = AnswerBuffer.New();
        try
        {
            await RenderAsync<TPage>(work);
        }
        catch (Exception e) when (e is QueryTimeoutException or OverloadedException)
        {
            http.Fail(Problems.KindOf(e));
            http.Response.Headers.Remove("blazor-enhanced-nav"); // the first component left it, and the second may not add it again
            page.Clear();
            await RenderAsync<TroublePage>(Work.Cheap);
        }
        await http.SendBytesAsync(page.WrittenMemory, http.Response.ContentType!);

        // Renders into a buffer, so that the lane is disposed of before the first byte is sent.
        async Task RenderAsync<T>(Work work) where T : IComponent
        {
            using var lane = await host.RentAsync(snapshot, work, http.RequestAborted, forText: typeof(T) == typeof(SearchPage));
            var path = http.Request.Path.Value!;
            http.Features.Set(new Visit(http, lane, snapshot, language, at
                ?? (path.Length > language.Prefix.Length ? path[language.Prefix.Length..] : "/")));
            var response = http.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
            http.Response.Body = page.AsStream();
            try
            {
                await new RazorComponentResult<T> { PreventStreamingRendering = true }.ExecuteAsync(http);
            }
            finally
            {
                http.Features.Set(response);
            }
        }
    }

    static Language LanguageOf(PathString path) =>
        Language.All.FirstOrDefault(language => language.Prefix.Length > 0 && path.StartsWithSegments(language.Prefix)) ?? Language.Default;
}
