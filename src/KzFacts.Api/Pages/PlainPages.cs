using System.Net;
using KzFacts.Api.GraphQL;
using KzFacts.Api.Rest;
using KzFacts.Api.Serving;
using KzFacts.Data;

namespace KzFacts.Api.Pages;

/// <summary>The pages for people: what this is, what a problem means, and GraphiQL.</summary>
static class PlainPages
{
    public static void MapPages(this WebApplication app)
    {
        app.UseStaticFiles();
        app.MapGet("/", (HttpContext http) => Html("KzFacts", Home(http.PublicUrl())).ExecuteAsync(http)).ExcludeFromDescription();
        app.MapGet("/problems/{slug}", (HttpContext http) => (Problems.All.FirstOrDefault(kind => kind.Slug == (string?)http.Request.RouteValues["slug"]) is { } kind ? Html(kind.Title, Explain(kind)) : Results.NotFound()).ExecuteAsync(http)).ExcludeFromDescription();
        app.MapGet("/graphiql", (HttpContext http) => (app.Environment.WebRootFileProvider.GetFileInfo("graphiql/graphiql.js").Exists ? Results.Text(GraphiQL, "text/html; charset=utf-8") : Html("GraphiQL is not bundled", NoGraphiQL)).ExecuteAsync(http)).ExcludeFromDescription();
    }

    static IResult Html(string title, string body) => Results.Text($$"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{{WebUtility.HtmlEncode(title)}}</title>
        <style>
        :root { color-scheme: light dark; }
        body { font: 1rem/1.55 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
        code { font-size: .92em; overflow-wrap: anywhere; }
        dt { font-weight: 600; margin-top: .8rem; }
        dd { margin: 0; }
        </style>
        </head>
        <body>
        <h1>{{WebUtility.HtmlEncode(title)}}</h1>
        {{body}}
        </body>
        </html>
        """, "text/html; charset=utf-8");

    static string Home(string root) => $"""
        <p>Structured facts about the January 2022 crisis in Kazakhstan: what happened, who said what, what it cost, who sent troops where,
        how many were hurt, and which page says so. Read only, without a key.</p>
        <dl>
        <dt><a href="/swagger">REST, described by OpenAPI</a></dt><dd><code>{root}/v1</code>; the documents: <a href="/openapi/kzfacts-v1.json">JSON</a>, <a href="/openapi/kzfacts-v1.yaml">YAML</a></dd>
        <dt><a href="/graphiql">GraphQL</a></dt><dd><code>{root}/graphql</code>; <a href="/graphql/schema">the schema</a></dd>
        <dt>Look a page up</dt><dd><a href="/v1/lookup?url=https://pledgetimes.com/csto-will-send-peacekeepers-to-kazakhstan/"><code>/v1/lookup?url=…</code></a></dd>
        <dt>Pull a spreadsheet</dt><dd>{string.Join(", ", Collections.All.Select(collection => $"<a href=\"/v1/{collection.Path}?format=csv\">{collection.Path}.csv</a>"))}</dd>
        </dl>
        """;

    static string Explain(ProblemKind kind) => $"""
        <p>Status {kind.Status}.</p>
        <dl>
        <dt>Cause</dt><dd>{WebUtility.HtmlEncode(kind.Cause)}</dd>
        <dt>Cure</dt><dd>{WebUtility.HtmlEncode(kind.Cure)}</dd>
        </dl>
        """;

    static readonly string NoGraphiQL = $"""
        <p>This server was started without the bundle of GraphiQL. With Node installed, make it once and reload:</p>
        <p><code>npm --prefix src/KzFacts.Api/GraphiQL ci &amp;&amp; npm --prefix src/KzFacts.Api/GraphiQL run bundle</code></p>
        <p>The endpoint itself is at <a href="/graphql?query={Uri.EscapeDataString("{ revision }")}">/graphql</a>; a query may have {QueryGuard.MostCharacters} characters.</p>
        """;

    const string GraphiQL = """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>KzFacts GraphiQL</title>
        <link rel="stylesheet" href="/graphiql/graphiql.css">
        <style>html, body, #graphiql { height: 100%; margin: 0; }</style>
        </head>
        <body>
        <div id="graphiql">Loading …</div>
        <script type="module" src="/graphiql/graphiql.js"></script>
        </body>
        </html>
        """;
}
