using System.Net;
using System.Text.Json;
using FluentAssertions;
using KzFacts.Data.Querying;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Serving;

/// <summary>A file whose bytes differ from the compiled ones is refused, at the start and at a swap, whatever happened to it.</summary>
public sealed class DamageTests(Served served) : IDisposable
{
    const int Copies = 100;

    readonly string folder = Directory.CreateTempSubdirectory("kzfacts-damage-").FullName;

    string Database => Path.Combine(folder, "kzfacts.db");

    static readonly (string Name, Action<byte[], Random, Action<int>> Do)[] Damages =
    [
        ("a flipped bit", (bytes, random, _) => Flip(bytes, random)),
        ("two hundred flipped bits", (bytes, random, _) =>
        {
            for (var i = 0; i < 200; i++) Flip(bytes, random);
        }),
        ("a zeroed page", (bytes, random, _) => bytes.AsSpan(random.Next(bytes.Length / 8192) * 8192, 8192).Clear()),
        ("cut off", (bytes, random, cut) => cut(random.Next(bytes.Length))),
        ("cut off at a page", (bytes, random, cut) => cut(random.Next(bytes.Length / 8192) * 8192)),
        ("without its checksum", (bytes, _, cut) => cut(bytes.Length / 8192 * 8192)),
        ("a blank in a document", (bytes, random, _) => Blank(bytes, random)),
    ];

    [Fact]
    public void A_file_with_any_changed_byte_is_refused()
    {
        var sound = File.ReadAllBytes(served.Database);
        for (var i = 0; i < Copies; i++)
        {
            var what = Damage(sound, i);

            var verify = () => SnapshotChecksum.Verify(Database);

            verify.Should().Throw<InvalidSnapshotException>(what);
        }
        File.Copy(served.Database, Database, overwrite: true);
        SnapshotChecksum.Verify(Database, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task At_a_swap_a_damaged_file_leaves_the_old_snapshot_in_service_and_no_copy_behind()
    {
        File.Copy(served.Database, Database);
        await using var server = Served.Start(null, Database, ("KzFacts:PollInterval", "00:00:00.02"));
        using var client = server.CreateClient();
        var sound = await File.ReadAllBytesAsync(served.Database, TestContext.Current.CancellationToken);
        for (var i = 0; i < Copies; i++)
        {
            var what = Damage(sound, i);
            await Task.Delay(40, TestContext.Current.CancellationToken);

            var facts = JsonSerializer.Deserialize<JsonElement>(await client.GetByteArrayAsync(
                "/v1/tolls?measure=killed&group=all&limit=1&sort=-date", TestContext.Current.CancellationToken));
            facts.GetProperty("revision").GetString().Should().Be(served.Snapshot.State.Revision, what);
        }

        (await Served.CopiesOfAsync(server)).Should().ContainSingle();
    }

    [Fact]
    public async Task A_start_with_a_damaged_file_ends_with_a_sentence_that_says_why()
    {
        Damage(await File.ReadAllBytesAsync(served.Database, TestContext.Current.CancellationToken), 0);
        using var server = ServerProcess.Begin(Database);

        await server.Process.WaitForExitAsync(TestContext.Current.CancellationToken);

        server.Process.ExitCode.Should().Be(1);
        server.Log.Should().Contain($"{Database} cannot be served: its bytes are not those that were compiled");
    }

    [Fact]
    public async Task A_large_file_that_turns_out_to_be_damaged_while_it_is_served_is_withheld_until_it_is_replaced()
    {
        // Larger than what is verified before the first answer: empty pages after the facts, which SQLite does not read.
        var large = (byte[])[.. (await File.ReadAllBytesAsync(served.Database, TestContext.Current.CancellationToken))[..^48],
            .. new byte[80 << 20]];
        large[^1] = 1;
        await File.WriteAllBytesAsync(Database, large, TestContext.Current.CancellationToken);
        SnapshotChecksum.Append(Database);
        Flip(large, new(1));
        using (var file = File.OpenWrite(Database))
        {
            file.Position = 70 << 20;
            file.WriteByte(1);
        }
        await using var server = Served.Start(null, Database, ("KzFacts:PollInterval", "00:00:00.1"));
        using var client = server.CreateClient();

        Task<HttpResponseMessage> AskUntilAsync(HttpStatusCode status) =>
            Eventually.AskAsync(() => client.GetAsync("/v1/facts?limit=1", TestContext.Current.CancellationToken), answer =>
                answer.StatusCode == status);

        var answer = await AskUntilAsync(HttpStatusCode.ServiceUnavailable);
        answer.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should().Contain("/problems/no-snapshot");

        File.Copy(served.Database, Path.Combine(folder, "sound.db"));
        File.Move(Path.Combine(folder, "sound.db"), Database, overwrite: true);
        (await AskUntilAsync(HttpStatusCode.OK)).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    /// <summary>Replaces the snapshot by a damaged copy, as a copying program would.</summary>
    string Damage(byte[] sound, int seed)
    {
        var (name, damage) = Damages[seed % Damages.Length];
        var (bytes, length) = ((byte[])sound.Clone(), sound.Length);
        damage(bytes, new Random(seed), cut => length = cut);
        var copy = Path.Combine(folder, "copy.db");
        using (var file = File.Create(copy)) file.Write(bytes, 0, length);
        File.Move(copy, Database, overwrite: true);
        return $"{name} ({seed})";
    }

    static void Flip(byte[] bytes, Random random) => bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));

    /// <summary>The same JSON with white space that finished documents do not have.</summary>
    static void Blank(byte[] bytes, Random random)
    {
        var from = random.Next(bytes.Length / 2);
        bytes[from + bytes.AsSpan(from).IndexOf("\":\""u8)] = (byte)' ';
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
