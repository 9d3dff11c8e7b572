using System.Net.Http.Json;
using System.Text.Json;
using KzFacts.Api.Serving;
using KzFacts.Compiler;
using KzFacts.Data;
using KzFacts.Data.Querying;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(KzFacts.Tests.Support.Served))]

namespace KzFacts.Tests.Support;

/// <summary>The real seeds, compiled once, and the real server on a real port. Everything is read-only, so all tests share it.</summary>
public sealed class Served : IDisposable
{
    readonly WebApplicationFactory<Program> server;
    readonly string folder = Directory.CreateTempSubdirectory("kzfacts-tests-").FullName;

    public Served()
    {
        Database = Path.Combine(folder, "kzfacts.db");
        var result = SeedCompiler.Compile(new(Repository.Path("seeds")), Database);
        if (result.Revision is null) throw new InvalidOperationException(string.Join('\n', result.Errors));
        Snapshot = Snapshot.Open(Database);
        server = Start(Repository.Path("seeds"), Database);
        using (var any = server.CreateClient()) Address = any.BaseAddress!;
        Client = new(new ContractHandler(Address)) { BaseAddress = Address };
    }

    /// <summary>The compiled snapshot file.</summary>
    public string Database { get; }

    public Snapshot Snapshot { get; }

    /// <summary>A client that compares every answer with the OpenAPI document.</summary>
    public HttpClient Client { get; }

    /// <summary>The address of the server.</summary>
    public Uri Address { get; }

    /// <summary>Settings with generous time limits, because tests share the machine and some use all of it, and without a limit for
    /// each client, because all tests are one client.</summary>
    public static IReadOnlyList<(string Key, string Value)> HasTime { get; } =
        [("KzFacts:QueryTimeout", "00:01:00"), ("KzFacts:CheckTimeout", "00:01:00"), ("KzFacts:MostWait", "00:01:00"),
            ("KzFacts:RequestsPerSecond", "0")];

    /// <summary>Starts a separate server on a free port, with generous time limits unless the settings say otherwise.</summary>
    public static WebApplicationFactory<Program> Start(string? seeds, string database, params (string Key, string Value)[] settings)
    {
        var server = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseSetting("urls", "http://127.0.0.1:0");
            host.UseSetting("KzFacts:Seeds", seeds ?? Path.Combine(Path.GetTempPath(), "kzfacts-no-seeds"));
            host.UseSetting("KzFacts:Database", database);
            host.UseSetting("Logging:LogLevel:Default", "Warning");
            foreach (var (key, value) in HasTime.Concat(settings)) host.UseSetting(key, value);
        });
        server.UseKestrel();
        server.StartServer();
        return server;
    }

    /// <summary>The snapshot of a server, once only requests run statements on it.</summary>
    public static async Task<Snapshot> QuietSnapshotAsync(WebApplicationFactory<Program> server)
    {
        var host = server.Services.GetRequiredService<SnapshotHost>();
        await host.Warmed;
        using var lease = host.Lease();
        return lease.Snapshot;
    }

    /// <summary>The copies of snapshots that a server keeps, once it has processed the last file. While it verifies a file, there
    /// are two.</summary>
    public static async Task<IReadOnlyList<string>> CopiesOfAsync(WebApplicationFactory<Program> server)
    {
        using var lease = server.Services.GetRequiredService<SnapshotHost>().Lease();
        var folder = Path.GetDirectoryName(lease.Snapshot.Path)!;
        return await Eventually.AskAsync(() => Task.FromResult(Directory.GetFiles(folder, "*.db")), copies => copies.Length <= 1);
    }

    /// <summary>Sends a request with headers that a client library might refuse to send.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<JsonElement> GetAsync(string path) =>
        JsonSerializer.Deserialize<JsonElement>(await Client.GetByteArrayAsync(path, TestContext.Current.CancellationToken));

    /// <summary>The entries of a list, read into their records.</summary>
    public async Task<IReadOnlyList<T>> ListAsync<T>(string path)
    {
        var page = await GetAsync(path);
        return [.. page.GetProperty("items").EnumerateArray().Select(item => FactJson.Read<T>(JsonSerializer.SerializeToUtf8Bytes(item)))];
    }

    public async Task<IReadOnlyList<string>> IdsAsync(string path) =>
        [.. (await GetAsync(path)).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!)];

    /// <summary>Sends a GraphQL request. Returns the complete answer with data and errors.</summary>
    public async Task<JsonElement> QueryAsync(string query, object? variables = null)
    {
        using var response = await Client.PostAsJsonAsync("/graphql", new { query, variables }, TestContext.Current.CancellationToken);
        return JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    public void Dispose()
    {
        Client.Dispose();
        server.Dispose();
        Snapshot.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
