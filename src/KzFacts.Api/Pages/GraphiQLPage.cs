using KzFacts.Api.GraphQL;

namespace KzFacts.Api.Pages;

/// <summary>GraphiQL, if its bundle was built.</summary>
static class GraphiQLPage
{
    public static void MapGraphiQL(this WebApplication app) =>
        app.MapGet("/graphiql", (HttpContext http) => Results.Text(app.Environment.WebRootFileProvider.GetFileInfo(
            "graphiql/graphiql.js").Exists ? GraphiQL : NoGraphiQL, "text/html; charset=utf-8").ExecuteAsync(http))
            .ExcludeFromDescription();

    const string GraphiQL = """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>KzFacts GraphiQL</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml">
        <link rel="stylesheet" href="/graphiql/graphiql.css">
        <style>html, body, #graphiql { height: 100%; margin: 0; }</style>
        </head>
        <body>
        <div id="graphiql">Loading …</div>
        <script type="module" src="/graphiql/graphiql.js"></script>
        </body>
        </html>
        """;

    static readonly string NoGraphiQL = $"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>GraphiQL is not bundled</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml">
        <link rel="stylesheet" href="/site.css">
        </head>
        <body>
        <main>
        <h1>GraphiQL is not bundled</h1>
        <p>This server was started without the bundle of GraphiQL. With Node installed, make it once and reload:</p>
        <p><code>npm --prefix src/KzFacts.Api/GraphiQL ci &amp;&amp; npm --prefix src/KzFacts.Api/GraphiQL run bundle</code></p>
        <p>
          The endpoint itself is at <a href="/graphql?query={Uri.EscapeDataString("{ revision }")}">/graphql</a>;
          a query may have {QueryGuard.MostCharacters} characters.
        </p>
        </main>
        </body>
        </html>
        """;
}
