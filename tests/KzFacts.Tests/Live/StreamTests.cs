using System.Net;
using System.Text;
using FluentAssertions;

namespace KzFacts.Tests.Live;

/// <summary>Changes as server-sent events, over a real connection, while compiles happen.</summary>
public sealed class StreamTests : IDisposable
{
    readonly LiveServer live = new(("KzFacts:Heartbeat", "00:00:00.2"), ("KzFacts:PollInterval", "00:00:01"));

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_open_stream_sees_a_compile_within_two_seconds_and_no_request_fails_meanwhile()
    {
        using var reader = new EventReader(live.Client, "/v1/changes/stream");
        using var response = await reader.ConnectAsync();
        using var stop = new CancellationTokenSource();
        var requests = AskUntilAsync(stop.Token);
        live.Seeds.Change("tolls", "count: 8\n  c", "count: 9\n  c").Compile().Errors.Should().BeEmpty();

        var (type, data) = await reader.NextAsync();

        type.Should().Be("changed");
        data.GetProperty("after").GetProperty("count").GetProperty("min").GetInt32().Should().Be(9);
        await stop.CancelAsync();
        (await requests).Should().OnlyContain(status => status == HttpStatusCode.OK).And.NotBeEmpty();
    }

    [Fact]
    public async Task A_client_that_is_killed_and_comes_back_misses_nothing_and_gets_nothing_twice()
    {
        using var reader = new EventReader(live.Client, $"/v1/changes/stream?since={live.First}");
        live.Seeds.Change("actors", "en: Tokayev", "en: K. Tokayev");
        await live.CountAsync(8, 9);
        var read = (await reader.NextAsync(1)).ToList();

        while (read.Count < 3) // each time in the middle of the revision
        {
            await reader.ConnectAsync();
            read.AddRange(await reader.NextAsync(1));
        }
        reader.Dispose();
        await live.RemovePriceAsync();
        await reader.ConnectAsync();
        read.AddRange(await reader.NextAsync(1));

        read.Should().Equal((await live.PagesAsync($"/v1/changes?since={live.First}")).Items.Select(item =>
            $"{item.GetProperty("action")} {item.GetProperty("fact")}"));
    }

    [Fact]
    public async Task A_client_without_an_event_yet_reconnects_at_its_position()
    {
        var (head, _) = await ReadAsync("/v1/changes/stream", "\n\nid: ");
        var id = head.Split("id: ")[1].Split('\n')[0];
        await live.CountAsync(8, 9);

        using var reader = new EventReader(live.Client, "/v1/changes/stream") { LastId = id };

        (await reader.NextAsync(1)).Should().Equal("changed 2022-01-05-killed");
    }

    [Fact]
    public async Task A_client_moves_past_changes_that_its_filter_leaves_out()
    {
        await live.CountAsync(8, 9);
        await live.RemovePriceAsync();

        var (text, _) = await ReadAsync($"/v1/changes/stream?since={live.First}&kind=price_change", ":\n\n");

        text.Should().MatchRegex("^retry: 2000\n\nevent: removed\nid: [^\n]+\ndata: \\{[^\n]+\\}\n\nid: [^\n]+\n\n:\n\n");
    }

    [Fact]
    public async Task A_stream_sends_unbuffered_comments_while_nothing_changes()
    {
        var (text, response) = await ReadAsync("/v1/changes/stream", ":\n\n:\n\n");

        text.Should().EndWith(":\n\n:\n\n");
        response.Content.Headers.ContentType!.ToString().Should().Be("text/event-stream");
        response.Content.Headers.ContentEncoding.Should().BeEmpty();
        response.Headers.CacheControl!.NoStore.Should().BeTrue();
    }

    [Theory]
    [InlineData("since=0000000000000000000000000000000000000000000000000000000000000000", "")]
    [InlineData("", "garbage")]
    [InlineData("", "MTJ8MjAyMi0wMS0wMVQwMDowMDowMFp8eA")]
    public async Task An_unknown_revision_resets_the_client_and_the_stream_continues(string query, string lastId)
    {
        using var reader = new EventReader(live.Client, $"/v1/changes/stream?{query}") { LastId = lastId };

        var (type, data) = await reader.NextAsync();
        await live.CountAsync(8, 9);

        type.Should().Be("reset");
        (await live.GetAsync(data.GetProperty("wholeSet").GetString()!)).GetProperty("items").GetArrayLength().Should().Be(6);
        (await reader.NextAsync(1)).Should().Equal("changed 2022-01-05-killed");
    }

    [Fact]
    public async Task A_snapshot_whose_journal_begins_anew_resets_the_streams_that_are_open()
    {
        using var reader = new EventReader(live.Client, "/v1/changes/stream");
        using var response = await reader.ConnectAsync();
        await Task.Delay(1100, Cancel); // otherwise both journals would begin in the same second

        File.Delete(live.Seeds.Database);
        live.Seeds.Change("tolls", "count: 8\n  c", "count: 9\n  c").Compile();

        (await reader.NextAsync()).Type.Should().Be("reset");
    }

    [Fact]
    public async Task More_streams_than_the_limit_are_refused_until_one_ends()
    {
        using var small = new LiveServer(("KzFacts:MostStreams", "1"));
        using var one = new EventReader(small.Client, "/v1/changes/stream");
        using var two = new EventReader(small.Client, "/v1/changes/stream");
        (await one.ConnectAsync()).StatusCode.Should().Be(HttpStatusCode.OK);

        var refused = await two.ConnectAsync();

        refused.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        refused.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromMinutes(1));
        one.Dispose();
        while ((await two.ConnectAsync()).StatusCode != HttpStatusCode.OK) await Task.Delay(50, Cancel);
    }

    [Fact]
    public async Task HEAD_of_a_stream_ends_at_once()
    {
        using var response = await live.Client.SendAsync(new(HttpMethod.Head, "/v1/changes/stream"), Cancel);

        response.Content.Headers.ContentType!.MediaType.Should().Be("text/event-stream");
    }

    [Fact]
    public async Task A_stream_ends_cleanly_when_the_server_stops()
    {
        var (_, response) = await ReadAsync("/v1/changes/stream", "id: ");
        var rest = (await response.Content.ReadAsStreamAsync(Cancel)).CopyToAsync(Stream.Null, Cancel);

        await live.StopAsync();

        await rest.WaitAsync(TimeSpan.FromSeconds(2), Cancel);
    }

    async Task<IReadOnlyList<HttpStatusCode>> AskUntilAsync(CancellationToken stop)
    {
        List<HttpStatusCode> statuses = [];
        while (!stop.IsCancellationRequested)
        {
            using var response = await live.Client.GetAsync("/v1/facts?expand=claims", Cancel);
            statuses.Add(response.StatusCode);
        }
        return statuses;
    }

    /// <summary>Reads the bytes of a stream until they contain a text.</summary>
    async Task<(string Text, HttpResponseMessage Response)> ReadAsync(string path, string until)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept-Encoding", "gzip, br" } } };
        var response = await live.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancel);
        var stream = await response.Content.ReadAsStreamAsync(Cancel);
        var (text, buffer) = (new StringBuilder(), new byte[4096]);
        while (!text.ToString().Contains(until, StringComparison.Ordinal))
        {
            var read = await stream.ReadAsync(buffer, Cancel).AsTask().WaitAsync(TimeSpan.FromSeconds(2), Cancel);
            read.Should().BePositive();
            text.Append(Encoding.UTF8.GetString(buffer, 0, read));
        }
        return (text.ToString(), response);
    }

    public void Dispose() => live.Dispose();
}
