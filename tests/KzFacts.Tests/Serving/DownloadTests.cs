using System.Net;
using System.Net.Sockets;
using FluentAssertions;
using KzFacts.Compiler;
using KzFacts.Tests.Compiler;
using KzFacts.Tests.Support;
using Microsoft.AspNetCore.Mvc.Testing;

namespace KzFacts.Tests.Serving;

public sealed class DownloadTests(Served served) : IDisposable
{
    const string Export = "/v1/export/kzfacts.db";

    readonly string folder = Directory.CreateTempSubdirectory("kzfacts-downloads-").FullName;

    string Database => Path.Combine(folder, "kzfacts.db");

    [Fact]
    public async Task The_export_is_the_snapshot_with_a_name()
    {
        using var response = await SendAsync(HttpMethod.Get);

        (await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Should()
            .Equal(await File.ReadAllBytesAsync(served.Database, TestContext.Current.CancellationToken));
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/vnd.sqlite3");
        response.Content.Headers.ContentDisposition!.FileName.Should().Be("kzfacts.db");
        response.Headers.ETag!.IsWeak.Should().BeFalse();
    }

    [Fact]
    public async Task An_interrupted_export_is_resumed_where_it_ended_while_the_file_is_the_same()
    {
        var whole = await File.ReadAllBytesAsync(served.Database, TestContext.Current.CancellationToken);
        using var head = await SendAsync(HttpMethod.Head);

        using var rest = await SendAsync(HttpMethod.Get, ("Range", "bytes=100000-"), ("If-Range", head.Headers.ETag!.ToString()));
        using var other = await SendAsync(HttpMethod.Get, ("Range", "bytes=100000-"), ("If-Range", "\"of another file\""));

        head.Content.Headers.ContentLength.Should().Be(whole.Length);
        head.Headers.AcceptRanges.Should().Contain("bytes");
        rest.StatusCode.Should().Be(HttpStatusCode.PartialContent);
        (await rest.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Should().Equal(whole[100_000..]);
        other.StatusCode.Should().Be(HttpStatusCode.OK);
        other.Content.Headers.ContentLength.Should().Be(whole.Length);
    }

    [Fact]
    public async Task A_range_after_the_end_is_416_and_a_valid_copy_304()
    {
        using var head = await SendAsync(HttpMethod.Head);

        (await SendAsync(HttpMethod.Get, ("Range", "bytes=99999999999-"))).StatusCode.Should()
            .Be(HttpStatusCode.RequestedRangeNotSatisfiable);
        (await SendAsync(HttpMethod.Get, ("If-None-Match", head.Headers.ETag!.ToString()))).StatusCode.Should()
            .Be(HttpStatusCode.NotModified);
    }

    [Theory]
    [InlineData(Export)]
    [InlineData("/v1/facts?format=ndjson&expand=claims")]
    public async Task A_slow_download_is_complete_although_snapshots_are_swapped_and_the_time_limit_passes(string path)
    {
        File.Copy(served.Database, Database);
        await using var server = Served.Start(null, Database, ("KzFacts:PollInterval", "00:00:00.1"), ("KzFacts:QueryTimeout", "00:00:01"));
        var expected = await served.Client.GetByteArrayAsync(path, TestContext.Current.CancellationToken);
        using var client = Slow(server);
        using var response = await client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        await using var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        var begun = new byte[1000];
        await body.ReadExactlyAsync(begun, TestContext.Current.CancellationToken);

        for (var swap = 0; swap < 3; swap++) await SwapAsync(client, swap);
        await Task.Delay(1100, TestContext.Current.CancellationToken);
        using var rest = new MemoryStream();
        await body.CopyToAsync(rest, TestContext.Current.CancellationToken);

        begun.Concat(rest.ToArray()).Should().Equal(expected);
    }

    /// <summary>Replaces the served revision by another one.</summary>
    async Task SwapAsync(HttpClient client, int swap)
    {
        using var seeds = new SmallSeeds();
        seeds.Change("events", "title: Unrest in Almaty", $"title: Unrest in Almaty, edition {swap}");
        var revision = SeedCompiler.Compile(seeds.Folder, Database, new() { AcceptLoss = true }).Revision!;
        var index = await Eventually.AskAsync(() => client.GetStringAsync("/v1", TestContext.Current.CancellationToken), index =>
            index.Contains(revision, StringComparison.Ordinal));
        index.Should().Contain(revision, "the new snapshot is served");
    }

    /// <summary>A client whose connections buffer little.</summary>
    static HttpClient Slow(WebApplicationFactory<Program> server)
    {
        using var known = server.CreateClient();
        return new(new SocketsHttpHandler
        {
            ConnectCallback = async (context, cancel) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 8192 };
                await socket.ConnectAsync(context.DnsEndPoint, cancel);
                return new NetworkStream(socket, ownsSocket: true);
            },
        })
        { BaseAddress = known.BaseAddress };
    }

    Task<HttpResponseMessage> SendAsync(HttpMethod method, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, Export);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return served.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
