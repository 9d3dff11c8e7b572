using System.Diagnostics;
using System.Globalization;
using System.Net;
using FluentAssertions;
using KzFacts.Tests.Live;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Operating;

/// <summary>The configurations of <c>docs/operating</c>, with the real proxies before the real server.</summary>
public sealed class ProxyTests(Served served) : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("kzfacts-proxy-").FullName;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, InlineData("nginx"), InlineData("varnishd")]
    public async Task A_proxy_caches_an_answer(string program)
    {
        using var server = await StartServerAsync();
        using var proxy = await StartProxyAsync(program, server);

        var (first, second) = (await AskAsync(proxy, "/v1/events?limit=2"), await AskAsync(proxy, "/v1/events?limit=2"));

        (first.Cache, second.Cache).Should().Be(("MISS", "HIT"));
        second.Body.Should().Be(first.Body);
    }

    [Theory, InlineData("nginx"), InlineData("varnishd")]
    public async Task A_proxy_keeps_the_formats_of_one_address_apart(string program)
    {
        using var server = await StartServerAsync();
        using var proxy = await StartProxyAsync(program, server);

        var (json, csv) = (await AskAsync(proxy, "/v1/tolls?limit=2"), await AskAsync(proxy, "/v1/tolls?limit=2", "text/csv"));

        json.Body.Should().StartWith("{");
        csv.Body.Should().StartWith("id,");
    }

    [Fact]
    public Task Proxies_answer_from_their_caches_while_the_server_is_down_even_when_an_answer_is_stale() =>
        Task.WhenAll(AnswersStaleAsync("nginx"), AnswersStaleAsync("varnishd"));

    async Task AnswersStaleAsync(string program)
    {
        using var server = await StartServerAsync();
        using var proxy = await StartProxyAsync(program, server);
        var fresh = await AskAsync(proxy, "/v1/events?limit=2");
        await Task.Delay(TimeSpan.FromSeconds(31), Cancel); // longer than max-age
        server.Process.Kill();
        await server.Process.WaitForExitAsync(Cancel);

        var stale = await AskAsync(proxy, "/v1/events?limit=2");

        (stale.Status, stale.Body).Should().Be((HttpStatusCode.OK, fresh.Body), program);
    }

    [Theory, InlineData("nginx"), InlineData("varnishd")]
    public async Task A_proxy_passes_events_of_the_stream_on_at_once(string program)
    {
        using var server = await StartServerAsync();
        using var proxy = await StartProxyAsync(program, server);
        using var reader = new EventReader(proxy.Client, $"/v1/changes/stream?since={new string('0', 64)}"); // unknown: a reset comes first

        (await reader.NextAsync()).Type.Should().Be("reset");
    }

    [Theory, InlineData("nginx"), InlineData("varnishd")]
    public async Task A_proxy_hides_the_metrics(string program)
    {
        using var server = await StartServerAsync();
        using var proxy = await StartProxyAsync(program, server);

        (await AskAsync(proxy, "/metrics")).Status.Should().Be(HttpStatusCode.NotFound);
        (await AskAsync(proxy, "/health/live")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Pages_and_links_work_under_a_path_of_nginx()
    {
        Tool.Need("nginx");
        var port = Tool.FreePort();
        using var server = await StartServerAsync("--KzFacts:PublicUrl", Local(port, "/crisis"));
        using var proxy = await StartProxyAsync("nginx", server, port,
            text => text.Replace("location / {", "location /crisis/ {", StringComparison.Ordinal));

        var (page, list) = (await AskAsync(proxy, "/crisis/tolls", "text/html"), await AskAsync(proxy, "/crisis/v1/tolls?limit=1"));

        page.Body.Should().Contain("href=\"/crisis/").And.NotContain("href=\"/tolls");
        list.Body.Should().Contain($"\"next\":\"{Local(port, "/crisis/v1/tolls?")}");
        (await AskAsync(proxy, "/tolls", "text/html")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_server_limits_the_clients_of_nginx_not_nginx()
    {
        Tool.Need("nginx");
        using var server = await StartServerAsync("--KzFacts:RequestsPerSecond", "1", "--KzFacts:RequestBurst", "2");
        using var proxy = await StartProxyAsync("nginx", server);
        foreach (var path in (string[])["/v1/events", "/v1/tolls", "/v1/actors"]) await AskAsync(proxy, path);

        (await AskAsync(proxy, "/v1/events?limit=9")).Status.Should().Be(HttpStatusCode.TooManyRequests);
        using var direct = new HttpClient { DefaultRequestHeaders = { { "X-Forwarded-For", "192.0.2.7" } } };
        (await direct.GetAsync(new Uri(server.Address, "/v1/events?limit=9"), Cancel)).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_log_of_nginx_and_the_answer_have_the_same_id()
    {
        Tool.Need("nginx");
        using var server = await StartServerAsync();
        using var proxy = await StartProxyAsync("nginx", server, edit: text => text.Replace("add_header X-Cache",
            "add_header X-Nginx $request_id always;\n        add_header X-Cache", StringComparison.Ordinal));

        using var answer = await proxy.Client.GetAsync("/v1", Cancel);

        answer.Headers.GetValues("X-Request-ID").Should().Equal(answer.Headers.GetValues("X-Nginx"));
    }

    [Fact]
    public async Task Systemd_accepts_the_unit()
    {
        Tool.Need("systemd-analyze");
        File.Copy("/bin/true", Path.Combine(folder, "KzFacts.Api")); // systemd looks for a program
        var unit = Path.Combine(folder, "kzfacts.service");
        await File.WriteAllTextAsync(unit, (await File.ReadAllTextAsync(Configuration("kzfacts.service"), Cancel))
            .Replace("/opt/kzfacts", folder, StringComparison.Ordinal), Cancel);

        (await Tool.RunAsync("systemd-analyze", folder, "verify", unit)).Should().Be((0, ""));
    }

    static string Configuration(string name) => Repository.Path("docs", "operating", name);

    Task<ServerProcess> StartServerAsync(params string[] options) => ServerProcess.StartAsync(served.Database, null, null,
        ["--KzFacts:Proxies:0", "127.0.0.1", "--KzFacts:Metrics", "true", .. options]);

    /// <summary>Starts a proxy with its configuration before the server. Only ports, folders and the user are changed.</summary>
    async Task<Proxy> StartProxyAsync(string program, ServerProcess server, int? atPort = null, Func<string, string>? edit = null)
    {
        Tool.Need(program);
        var port = atPort ?? Tool.FreePort();
        var file = Path.Combine(folder, $"{program}-{port}.conf");
        var text = (await File.ReadAllTextAsync(Configuration(program == "nginx" ? "nginx.conf" : "varnish.vcl"), Cancel))
            .Replace("127.0.0.1:5080", server.Address.Authority, StringComparison.Ordinal)
            .Replace("\"5080\"", $"\"{server.Address.Port}\"", StringComparison.Ordinal)
            .Replace("listen 80;", $"listen 127.0.0.1:{port};", StringComparison.Ordinal)
            .Replace("/var/cache/nginx", folder, StringComparison.Ordinal);
        if (program == "nginx")
            text = $"daemon off; user root; pid {file}.pid; error_log stderr; events {{ }} http {{ access_log off;\n{text}\n}}";
        await File.WriteAllTextAsync(file, edit?.Invoke(text) ?? text, Cancel);
        ProcessStartInfo start = program == "nginx" ? new(program, ["-p", folder, "-c", file])
            : new(program, ["-F", "-j", "none", "-f", file, "-a", $"127.0.0.1:{port}", "-n", Path.Combine(folder, "varnish"),
                "-s", "malloc,32m"]);
        (start.RedirectStandardError, start.RedirectStandardOutput) = (true, true);
        var proxy = new Proxy(Process.Start(start)!, new(Local(port, "")));
        await Eventually.AskAsync(proxy.IsReadyAsync, isReady => isReady);
        return proxy;
    }

    static string Local(int port, string path) => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}{path}");

    static async Task<(HttpStatusCode Status, string Body, string? Cache)> AskAsync(Proxy proxy, string path, string accept = "*/*")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept", accept } } };
        using var answer = await proxy.Client.SendAsync(request, Cancel);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancel),
            answer.Headers.TryGetValues("X-Cache", out var cache) ? cache.Single() : null);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    sealed class Proxy(Process process, Uri address) : IDisposable
    {
        public HttpClient Client { get; } = new() { BaseAddress = address };

        public async Task<bool> IsReadyAsync()
        {
            if (process.HasExited) throw new InvalidOperationException(await process.StandardError.ReadToEndAsync(Cancel));
            try
            {
                using var answer = await Client.GetAsync("/metrics", Cancel); // answered by the proxy itself
                return true;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }

        public void Dispose()
        {
            Client.Dispose();
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            process.Dispose();
        }
    }
}
