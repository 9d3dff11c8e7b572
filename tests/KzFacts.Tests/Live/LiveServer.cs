using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using FluentAssertions;
using KzFacts.Tests.Compiler;
using KzFacts.Tests.Support;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace KzFacts.Tests.Live;

/// <summary>Small seeds, and a server on a real port that serves what is compiled from them.</summary>
sealed class LiveServer : IDisposable
{
    readonly WebApplicationFactory<Program> server;

    public LiveServer(params (string Key, string Value)[] settings)
    {
        First = Seeds.Compile().Revision!;
        server = Served.Start(null, Seeds.Database, [("KzFacts:PollInterval", "00:00:00.05"), .. settings]);
        Client = server.CreateClient();
    }

    public SmallSeeds Seeds { get; } = new();

    public HttpClient Client { get; }

    /// <summary>The revision at the start.</summary>
    public string First { get; }

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Compiles the present seeds, and waits until the server serves them.</summary>
    public async Task<string> CompileAsync()
    {
        var result = Seeds.Compile();
        result.Errors.Should().BeEmpty();
        while ((await GetAsync("/v1")).GetProperty("revision").GetString() != result.Revision) await Task.Delay(20, Cancel);
        return result.Revision!;
    }

    /// <summary>Changes the count of the dead, and compiles.</summary>
    public Task<string> CountAsync(int from, int to)
    {
        Seeds.Change("tolls", string.Create(CultureInfo.InvariantCulture, $"count: {from}\n  c"),
            string.Create(CultureInfo.InvariantCulture, $"count: {to}\n  c"));
        return CompileAsync();
    }

    /// <summary>Removes the only price change from the seeds, and compiles.</summary>
    public Task<string> RemovePriceAsync()
    {
        Seeds.Write("price-changes", "").Add("removed", "- { id: 2022-01-01-lpg, day: 2026-11-24, reason: It was a cap and no price. }");
        return CompileAsync();
    }

    public async Task<JsonElement> GetAsync(string path)
    {
        using var response = await Client.GetAsync(path, Cancel);
        return JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsByteArrayAsync(Cancel));
    }

    /// <summary>The items of all pages, and the revision of the last page.</summary>
    public async Task<(IReadOnlyList<JsonElement> Items, string Revision)> PagesAsync(string path)
    {
        List<JsonElement> items = [];
        var page = await GetAsync(path);
        for (; ; page = await GetAsync(page.GetProperty("next").GetString()!))
        {
            items.AddRange(page.GetProperty("items").EnumerateArray());
            if (page.GetProperty("next").ValueKind == JsonValueKind.Null) return (items, page.GetProperty("revision").GetString()!);
        }
    }

    public async Task<JsonElement> QueryAsync(string query)
    {
        using var response = await Client.PostAsJsonAsync("/graphql", new { query }, Cancel);
        return JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsByteArrayAsync(Cancel));
    }

    /// <summary>The present documents of all facts, by id.</summary>
    public async Task<Dictionary<string, string>> FactsAsync() =>
        (await PagesAsync("/v1/facts?expand=claims")).Items.ToDictionary(fact => fact.GetProperty("id").GetString()!, fact =>
            fact.GetRawText());

    /// <summary>Stops the server as an operator would.</summary>
    public Task StopAsync()
    {
        server.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        return server.DisposeAsync().AsTask();
    }

    public void Dispose()
    {
        Client.Dispose();
        server.Dispose();
        Seeds.Dispose();
    }
}
