using System.Net;
using System.Text;
using System.Text.Json;
using FluentAssertions;
using KzFacts.Compiler;
using KzFacts.Data.Querying;
using KzFacts.Tests.Compiler;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Serving;

public sealed class SnapshotHostTests(Served served) : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("kzfacts-serving-").FullName;

    string Database => Path.Combine(folder, "kzfacts.db");

    [Fact]
    public async Task A_new_snapshot_is_served_within_two_seconds_and_no_request_fails_meanwhile()
    {
        using var seeds = new SmallSeeds();
        File.Copy(served.Database, Database);
        await using var server = Served.Start(null, Database, ("KzFacts:PollInterval", "00:00:00.2"));
        using var client = server.CreateClient();
        var before = await RevisionAsync(client);

        SeedCompiler.Compile(seeds.Folder, Database, new() { AcceptLoss = true }).Errors.Should().BeEmpty();
        var deadline = DateTime.UtcNow.AddSeconds(2);
        string now;
        do now = await RevisionAsync(client);
        while (now == before && DateTime.UtcNow < deadline);

        now.Should().NotBe(before);
    }

    [Theory]
    [InlineData("truncated")]
    [InlineData("garbage")]
    [InlineData("of another contract")]
    [InlineData("damaged within")]
    public async Task A_file_that_is_not_a_snapshot_leaves_the_old_one_in_service(string damage)
    {
        File.Copy(served.Database, Database);
        using var server = await ServerProcess.StartAsync(Database, null, null, "--KzFacts:PollInterval", "00:00:00.1");
        using var client = new HttpClient { BaseAddress = server.Address };
        var before = await RevisionAsync(client);

        Damage(damage);
        (await Eventually.AskAsync(() => Task.FromResult(server.Log), log =>
            log.Contains($"{Database} cannot be served", StringComparison.Ordinal))).Should().Contain($"{Database} cannot be served");

        (await RevisionAsync(client)).Should().Be(before);
        (await client.GetAsync("/v1/facts?limit=500&expand=claims", TestContext.Current.CancellationToken)).StatusCode.Should()
            .Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("truncated", "malformed")]
    [InlineData("garbage", "file is not a database")]
    [InlineData("of another contract", "its contract is 01234567, this program reads")]
    public void Opening_a_file_that_is_not_a_snapshot_says_what_is_wrong_with_it(string damage, string words)
    {
        File.Copy(served.Database, Database);
        Damage(damage);

        var open = () => Snapshot.Open(Database);

        open.Should().Throw<InvalidSnapshotException>().WithMessage($"{Database}*{words}*");
    }

    [Fact]
    public async Task A_server_with_errors_in_its_seeds_serves_the_old_snapshot()
    {
        using var seeds = new SmallSeeds();
        File.Copy(served.Database, Database);
        seeds.Change("tolls", "measure: killed", "measure: kiled");

        await using var server = Served.Start(seeds.Folder.Path, Database);
        using var client = server.CreateClient();

        (await RevisionAsync(client)).Should().Be(served.Snapshot.State.Revision);
    }

    [Fact]
    public async Task A_folder_without_seeds_does_not_replace_a_snapshot()
    {
        File.Copy(served.Database, Database);
        var before = await File.ReadAllBytesAsync(Database, TestContext.Current.CancellationToken);

        await using var server = Served.Start(Directory.CreateDirectory(Path.Combine(folder, "empty")).FullName, Database);
        using var client = server.CreateClient();

        (await RevisionAsync(client)).Should().Be(served.Snapshot.State.Revision);
        (await File.ReadAllBytesAsync(Database, TestContext.Current.CancellationToken)).Should().Equal(before);
    }

    [Theory]
    [InlineData("update place set document = '{' where id = 'almaty'")]
    [InlineData("update actor set document = replace(document, '\"kind\":\"person\"', '\"kind\":\"robot\"')")]
    [InlineData("update fact_document set json = replace(json, '\"status\":', '\"standing\":')")]
    [InlineData("drop table word")]
    public async Task A_snapshot_that_this_build_cannot_read_leaves_the_old_one_in_service_and_no_copy_behind(string change)
    {
        File.Copy(served.Database, Database);
        await using var server = Served.Start(null, Database, ("KzFacts:PollInterval", "00:00:00.1"));
        using var client = server.CreateClient();
        for (var time = 0; time < 2; time++)
        {
            var changed = Path.Combine(folder, $"changed-{time}.db");
            File.Copy(served.Database, changed);
            SnapshotEdit.Execute(changed, $"update snapshot set revision = 'another'; {change}");
            File.Move(changed, Database, overwrite: true);
            await Task.Delay(1000, TestContext.Current.CancellationToken);
        }

        (await RevisionAsync(client)).Should().Be(served.Snapshot.State.Revision);
        (await client.GetAsync("/v1/facts?limit=1", TestContext.Current.CancellationToken)).StatusCode.Should().Be(HttpStatusCode.OK);
        (await Served.CopiesOfAsync(server)).Should().ContainSingle();
    }

    [Theory]
    [InlineData("/v1/check", "text/plain", "225 people were killed in Kazakhstan by 15 January 2022.")]
    [InlineData("/v1/lookup", "application/json", """{"urls":["https://tass.ru/mezhdunarodnaya-panorama/13379037"]}""")]
    public async Task A_body_that_arrives_during_two_swaps_is_answered(string path, string type, string body)
    {
        File.Copy(served.Database, Database);
        await using var server = Served.Start(null, Database, ("KzFacts:PollInterval", "00:00:00.1"));
        using var client = server.CreateClient();
        var begun = new TaskCompletionSource();
        using var slow = new SlowContent(body, type, begun.Task);
        var answer = client.PostAsync(path, slow, TestContext.Current.CancellationToken);

        for (var swap = 0; swap < 3; swap++)
        {
            var changed = Path.Combine(folder, $"changed-{swap}.db");
            File.Copy(served.Database, changed);
            SnapshotEdit.Execute(changed, $"update snapshot set revision = 'revision-{swap}-of-the-slow-body'");
            File.Move(changed, Database, overwrite: true);
            while (await RevisionAsync(client) != $"revision-{swap}-of-the-slow-body")
                await Task.Delay(20, TestContext.Current.CancellationToken);
        }
        begun.SetResult();

        (await answer).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    /// <summary>A body whose second half waits.</summary>
    sealed class SlowContent : HttpContent
    {
        readonly byte[] body;
        readonly Task rest;

        public SlowContent(string text, string type, Task rest)
        {
            (body, this.rest) = (System.Text.Encoding.UTF8.GetBytes(text), rest);
            Headers.ContentType = new(type);
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(body.AsMemory(0, 10));
            await stream.FlushAsync();
            await rest;
            await stream.WriteAsync(body.AsMemory(10));
        }

        protected override bool TryComputeLength(out long length)
        {
            length = body.Length;
            return true;
        }
    }

    [Fact]
    public async Task The_first_request_of_a_server_may_be_of_GraphQL()
    {
        // A separate process: in this one, documents have been read before.
        using var server = await ServerProcess.StartAsync(served.Database);
        using var client = new HttpClient { BaseAddress = server.Address };

        (await client.GetStringAsync("/graphql?query={place(id:\"zhanaozen\"){kind}}", TestContext.Current.CancellationToken))
            .Should().Be("""{"data":{"place":{"kind":"city"}}}""");
    }

    [Theory]
    [InlineData("ASPNETCORE_URLS", "http://127.0.0.1:{port}")]
    [InlineData("ASPNETCORE_HTTP_PORTS", "{port}")]
    [InlineData("URLS", "http://127.0.0.1:{port}")]
    public async Task The_server_listens_where_the_environment_says(string name, string value)
    {
        var port = Tool.FreePort();

        using var server = await ServerProcess.StartAsync(served.Database,
            new() { [name] = value.Replace("{port}", $"{port}", StringComparison.Ordinal) });

        server.Address.Port.Should().Be(port);
        using var client = new HttpClient();
        (await client.GetAsync($"http://127.0.0.1:{port}/v1", TestContext.Current.CancellationToken)).StatusCode.Should()
            .Be(HttpStatusCode.OK);
    }

    void Damage(string how)
    {
        switch (how)
        {
            case "truncated":
                SnapshotEdit.Write(Database, file => file.SetLength(file.Length / 2));
                break;
            case "damaged within":
                SnapshotEdit.Write(Database, file =>
                {
                    file.Position = file.Length / 4;
                    file.Write(new byte[file.Length / 4 * 3]);
                });
                break;
            case "garbage":
                SnapshotEdit.Write(Database, file =>
                {
                    file.SetLength(0);
                    file.Write(Encoding.UTF8.GetBytes(new string('x', 10_000)));
                });
                break;
            default:
                SnapshotEdit.Execute(Database, "update snapshot set contract = '0123456789abcdef'");
                break;
        }
    }

    static async Task<string> RevisionAsync(HttpClient client)
    {
        var contents = await client.GetByteArrayAsync("/v1", TestContext.Current.CancellationToken);
        return JsonSerializer.Deserialize<JsonElement>(contents).GetProperty("revision").GetString()!;
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
