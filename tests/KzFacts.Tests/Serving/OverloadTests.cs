using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using FluentAssertions;
using KzFacts.Api.Serving;
using KzFacts.Tests.Support;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace KzFacts.Tests.Serving;

/// <summary>A client that asks for much, or does not read its answer, takes nothing from a client that asks for little.</summary>
public sealed class OverloadTests(Served served)
{
    /// <summary>A server with short queues and without background work that takes a place.</summary>
    static readonly (string, string)[] AtOnce = [("KzFacts:MostWait", "00:00:00.2"), ("KzFacts:WarmUp", "false")];

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/v1/search?q=almaty")]
    [InlineData("/v1/timeline")]
    [InlineData("/v1/facts?count=true")]
    [InlineData("/v1/facts?format=csv")]
    [InlineData("/graphql?query={revision}")]
    [InlineData("/charts/timeline.svg")]
    [InlineData("/facts")]
    public async Task Costly_work_without_a_free_place_is_refused_with_the_time_for_a_retry(string path)
    {
        await using var server = Served.Start(null, served.Database, AtOnce);
        using var client = server.CreateClient();
        using (await TakeAllPlacesAsync(server))
        {
            using var refused = await client.GetAsync(path, Cancel);

            refused.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
            refused.Headers.RetryAfter.Should().Be(new RetryConditionHeaderValue(TimeSpan.FromSeconds(1)));
            refused.Headers.CacheControl!.NoStore.Should().BeTrue();
        }

        (await client.GetAsync(path, Cancel)).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("/v1/facts/2022-01-05-almaty-airport-seized")]
    [InlineData("/v1/facts?limit=5")]
    [InlineData("/v1/lookup?url=https://example.org/nothing")]
    [InlineData("/facts/2022-01-05-almaty-airport-seized")]
    public async Task Cheap_requests_are_served_while_all_places_for_costly_work_are_taken(string path)
    {
        await using var server = Served.Start(null, served.Database, AtOnce);
        using var client = server.CreateClient();
        using var places = await TakeAllPlacesAsync(server);

        (await client.GetAsync(path, Cancel)).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_error_is_problem_details_for_programs_a_page_for_people_and_a_picture_for_articles()
    {
        await using var server = Served.Start(null, served.Database, AtOnce);
        using var client = server.CreateClient();
        using var places = await TakeAllPlacesAsync(server);

        var problem = JsonSerializer.Deserialize<JsonElement>(await (await client.GetAsync("/v1/search?q=almaty",
            Cancel)).Content.ReadAsByteArrayAsync(Cancel));
        problem.GetProperty("type").GetString().Should().EndWith("/problems/overloaded");
        (await (await client.GetAsync("/ru/facts", Cancel)).Content.ReadAsStringAsync(Cancel)).Should().Contain("<h1>Сервер занят</h1>");
        var picture = await client.GetAsync("/charts/map.svg", Cancel);
        picture.Content.Headers.ContentType!.MediaType.Should().Be("image/svg+xml");
    }

    [Fact]
    public async Task Clients_that_do_not_read_hold_no_place_and_their_connections_are_closed()
    {
        await using var server = Served.Start(null, served.Database);
        using var client = server.CreateClient();
        List<Socket> silent = [];
        try
        {
            for (var i = 0; i < 20; i++) silent.Add(await AskAsync(server.ClientOptions.BaseAddress, "/v1/export/kzfacts.db"));

            var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => client.GetAsync("/v1/search?q=almaty", Cancel)));

            answers.Should().AllSatisfy(answer => answer.StatusCode.Should().Be(HttpStatusCode.OK));
            await Task.Delay(TimeSpan.FromSeconds(30), Cancel); // see SlowClients
            foreach (var socket in silent) (await ReadAllAsync(socket)).Should().BeLessThan(new FileInfo(served.Database).Length);
        }
        finally
        {
            silent.ForEach(socket => socket.Dispose());
        }
    }

    [Fact]
    public async Task Finished_answers_that_wait_for_their_clients_share_a_bounded_number_of_bytes()
    {
        await using var server = Served.Start(null, served.Database, ("KzFacts:MostBytesWaiting", "1000000"));
        using var client = server.CreateClient();
        var waiting = server.Services.GetRequiredService<Admission>().Charge(900_000);

        using var refused = await client.GetAsync("/v1/facts?limit=500&expand=claims", Cancel);

        refused.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        refused.Headers.RetryAfter.Should().NotBeNull();
        (await client.GetAsync("/v1/facts?limit=5", Cancel)).StatusCode.Should().Be(HttpStatusCode.OK);
        waiting!.Dispose();
        (await client.GetAsync("/v1/facts?limit=500&expand=claims", Cancel)).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task One_client_may_open_a_few_streams_and_not_all_of_them()
    {
        await using var server = Served.Start(null, served.Database, ("KzFacts:MostStreamsOfClient", "2"));
        using var client = server.CreateClient();
        Task<HttpResponseMessage> OpenAsync() => client.GetAsync("/v1/changes/stream", HttpCompletionOption.ResponseHeadersRead, Cancel);
        using var one = await OpenAsync();
        using var other = await OpenAsync();

        using var third = await OpenAsync();

        third.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        third.Headers.RetryAfter.Should().NotBeNull();
        (await third.Content.ReadAsStringAsync(Cancel)).Should().Contain("/problems/too-many-streams");
        one.Dispose();
        (await Eventually.AskAsync(OpenAsync, answer => answer.StatusCode == HttpStatusCode.OK)).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    static async Task<IDisposable> TakeAllPlacesAsync(WebApplicationFactory<Program> server)
    {
        var admission = server.Services.GetRequiredService<Admission>();
        Places places = new();
        for (var i = 0; i < Environment.ProcessorCount; i++) places.Add(await admission.EnterAsync(Work.Costly, Cancel));
        return places;
    }

    sealed class Places : List<IDisposable>, IDisposable
    {
        public void Dispose() => ForEach(place => place.Dispose());
    }

    /// <summary>Sends a request, and reads nothing.</summary>
    static async Task<Socket> AskAsync(Uri server, string path)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
        await socket.ConnectAsync(server.Host, server.Port, Cancel);
        await socket.SendAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {server.Authority}\r\n\r\n"), Cancel);
        return socket;
    }

    static async Task<long> ReadAllAsync(Socket socket)
    {
        var (total, buffer) = (0L, new byte[1 << 16]);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        enough.CancelAfter(TimeSpan.FromSeconds(5));
        try
        {
            while (await socket.ReceiveAsync(buffer, enough.Token) is > 0 and var read) total += read;
        }
        catch (SocketException)
        {
            // The server closed the connection with unsent bytes, as it should.
        }
        return total;
    }
}
