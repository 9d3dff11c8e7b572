using System.Diagnostics;
using System.Net;
using System.Text.Json;
using FluentAssertions;
using KzFacts.Compiler;
using KzFacts.Data.Querying;
using KzFacts.Tests.Compiler;
using KzFacts.Tests.Support;
using Microsoft.Data.Sqlite;

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

        SeedCompiler.Compile(seeds.Folder, Database).Errors.Should().BeEmpty();
        var deadline = DateTime.UtcNow.AddSeconds(2);
        string now;
        do now = await RevisionAsync(client);
        while (now == before && DateTime.UtcNow < deadline);

        now.Should().NotBe(before);
    }

    [Theory]
    [InlineData("truncated")]
    [InlineData("garbage")]
    [InlineData("of another schema")]
    [InlineData("damaged within")]
    public async Task A_file_that_is_no_snapshot_leaves_the_old_one_in_service(string damage)
    {
        File.Copy(served.Database, Database);
        await using var server = Served.Start(null, Database, ("KzFacts:PollInterval", "00:00:00.1"));
        using var client = server.CreateClient();
        var before = await RevisionAsync(client);

        Damage(damage);
        await Task.Delay(500, TestContext.Current.CancellationToken);

        (await RevisionAsync(client)).Should().Be(before);
        (await client.GetAsync("/v1/facts?limit=500&expand=claims", TestContext.Current.CancellationToken)).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("truncated", "malformed")]
    [InlineData("garbage", "file is not a database")]
    [InlineData("of another schema", "its schema is version 7")]
    public void Opening_what_is_no_snapshot_says_what_is_wrong_with_the_file(string damage, string words)
    {
        File.Copy(served.Database, Database);
        Damage(damage);

        var open = () => Snapshot.Open(Database);

        open.Should().Throw<InvalidSnapshotException>().WithMessage($"{Database}*{words}*");
    }

    [Fact]
    public void A_server_with_errors_in_its_seeds_serves_the_old_snapshot()
    {
        using var seeds = new SmallSeeds();
        File.Copy(served.Database, Database);
        seeds.Change("tolls", "measure: killed", "measure: kiled");

        using var server = Served.Start(seeds.Folder.Path, Database);

        server.CreateClient().Should().NotBeNull();
    }

    [Fact]
    public async Task A_folder_without_seeds_does_not_take_the_place_of_a_snapshot()
    {
        File.Copy(served.Database, Database);
        var before = await File.ReadAllBytesAsync(Database, TestContext.Current.CancellationToken);

        await using var server = Served.Start(Directory.CreateDirectory(Path.Combine(folder, "empty")).FullName, Database);
        using var client = server.CreateClient();

        (await RevisionAsync(client)).Should().Be(served.Snapshot.State.Revision);
        (await File.ReadAllBytesAsync(Database, TestContext.Current.CancellationToken)).Should().Equal(before);
    }

    [Fact]
    public async Task The_first_request_of_a_server_may_be_of_GraphQL()
    {
        // A process of its own: in this one, documents have been read before.
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, "--urls", "http://127.0.0.1:0", "--KzFacts:Database", served.Database, "--KzFacts:Seeds", Path.Combine(folder, "none")]) { RedirectStandardOutput = true })!;
        try
        {
            string? line;
            do line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            while (line?.Contains("Now listening on: ", StringComparison.Ordinal) is false);
            using var client = new HttpClient { BaseAddress = new(line!.Split("Now listening on: ")[1]) };

            (await client.GetStringAsync("/graphql?query={place(id:\"zhanaozen\"){kind}}", TestContext.Current.CancellationToken)).Should().Be("""{"data":{"place":{"kind":"city"}}}""");
        }
        finally
        {
            process.Kill();
        }
    }

    void Damage(string how)
    {
        switch (how)
        {
            case "truncated":
                using (var file = File.OpenWrite(Database)) file.SetLength(file.Length / 2);
                break;
            case "damaged within":
                using (var file = File.OpenWrite(Database))
                {
                    file.Position = file.Length / 4;
                    file.Write(new byte[file.Length / 4 * 3]);
                }
                break;
            case "garbage":
                File.WriteAllText(Database, new string('x', 10_000));
                break;
            default:
                using (var connection = new SqliteConnection($"Data Source={Database};Pooling=false"))
                {
                    connection.Open();
                    using var command = connection.CreateCommand();
                    command.CommandText = "pragma user_version = 7";
                    command.ExecuteNonQuery();
                }
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
