using KzFacts.Api.GraphQL;
using KzFacts.Api.Serving;
using KzFacts.Api.Web;

namespace KzFacts.Api.Pages;

/// <summary>GraphiQL, if its bundle was built.</summary>
static class GraphiQLPage
{
    public static void MapGraphiQL(this WebApplication app) =>
        app.MapMethods("/graphiql", ["GET", "HEAD"], http =>
        {
            var assets = http.RequestServices.GetRequiredService<Asset>();
            string Site(string path) => http.Request.PathBase + path;
            if (http.IsAnswered(http.Lease(app.Services.GetRequiredService<SnapshotHost>()), "html")) return Task.CompletedTask;
            return Results.Text(app.Environment.WebRootFileProvider.GetFileInfo("graphiql/graphiql.js").Exists
                ? GraphiQL(file => Site(assets.Of(file))) : NoGraphiQL(file => Site(assets.Of(file)), Site("/graphql")),
                "text/html; charset=utf-8").ExecuteAsync(http);
        }).ExcludeFromDescription();

    static string GraphiQL(Func<string, string> asset) => $$"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>KzFacts GraphiQL</title>
        <link rel="icon" href="{{asset("icon.svg")}}" type="image/svg+xml">
        <link rel="stylesheet" href="{{asset("graphiql/graphiql.css")}}">
        <style>html, body, #graphiql { height: 100%; margin: 0; }</style>
        </head>
        <body>
        <div id="graphiql">Loading …</div>
        <script type="module" src="{{asset("graphiql/graphiql.js")}}"></script>
        </body>
        </html>
        """;

    static string NoGraphiQL(Func<string, string> asset, string graphql) => $"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>GraphiQL is not bundled</title>
        <link rel="icon" href="{asset("icon.svg")}" type="image/svg+xml">
        <link rel="stylesheet" href="{asset("site.css")}">
        </head>
        <body>
        <main>
        <h1>GraphiQL is not bundled</h1>
        <p>This server was started without the bundle of GraphiQL. With Node installed, make it once and reload:</p>
        <p><code>npm --prefix src/KzFacts.Api/GraphiQL ci &amp;&amp; npm --prefix src/KzFacts.Api/GraphiQL run bundle</code></p>
        <p>
          The endpoint itself is at <a href="{graphql}?query={Uri.EscapeDataString("{ revision }")}">{graphql}</a>;
          a query may have {QueryGuard.MostCharacters} characters.
        </p>
        </main>
        </body>
        </html>
        """;
}
