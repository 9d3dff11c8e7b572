using System.Net.ServerSentEvents;
using System.Text.Json;
using FluentAssertions;

namespace KzFacts.Tests.Live;

/// <summary>A client of the stream that behaves like a browser's EventSource: it keeps the last id and sends it when it
/// reconnects.</summary>
sealed class EventReader(HttpClient client, string path) : IDisposable
{
    HttpResponseMessage? response;
    IAsyncEnumerator<SseItem<string>>? events;

    /// <summary>The id to send when it reconnects.</summary>
    public string LastId { get; set; } = "";

    public async Task<HttpResponseMessage> ConnectAsync()
    {
        Dispose();
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept-Encoding", "gzip, br" } } };
        if (LastId.Length > 0) request.Headers.Add("Last-Event-ID", LastId);
        response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        events = SseParser.Create(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken))
            .EnumerateAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator();
        return response;
    }

    /// <summary>The next event. The test fails if none arrives within two seconds.</summary>
    public async Task<(string Type, JsonElement Data)> NextAsync()
    {
        if (events is null) await ConnectAsync();
        (await events!.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken)).Should()
            .BeTrue();
        LastId = events.Current.EventId!;
        return (events.Current.EventType, JsonSerializer.Deserialize<JsonElement>(events.Current.Data));
    }

    public async Task<IReadOnlyList<string>> NextAsync(int count)
    {
        List<string> read = [];
        while (read.Count < count)
        {
            var (type, data) = await NextAsync();
            read.Add($"{type} {data.GetProperty("fact")}");
        }
        return read;
    }

    /// <summary>Breaks the connection.</summary>
    public void Dispose() => response?.Dispose();
}
