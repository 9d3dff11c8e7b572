using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using FluentAssertions;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Operating;

public sealed class PublishTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("kzfacts-publish-").FullName;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_published_folder_serves_its_seeds_on_a_machine_without_dotnet()
    {
        var program = Path.Combine(folder, "server");
        (await Tool.RunAsync("dotnet", Repository.Path(), "publish", "src/KzFacts.Api", "-p:PublishProfile=Server", "-o", program,
            "--artifacts-path", Path.Combine(folder, "artifacts"))).ExitCode.Should().Be(0);
        var start = new ProcessStartInfo(Path.Combine(program, "KzFacts.Api"), ["--urls", "http://127.0.0.1:0"])
        {
            WorkingDirectory = folder,
        };
        start.Environment.Clear();
        start.Environment["KzFacts__Database"] = Path.Combine(folder, "kzfacts.db");

        using var server = await ServerProcess.StartAsync(start);
        using var client = new HttpClient { BaseAddress = server.Address };
        var contents = JsonSerializer.Deserialize<JsonElement>(await client.GetByteArrayAsync("/v1", Cancel));
        var files = await File.ReadAllTextAsync(string.Create(CultureInfo.InvariantCulture, $"/proc/{server.Process.Id}/maps"), Cancel);

        contents.GetProperty("collections")[0].GetProperty("count").GetInt32().Should().BePositive();
        (await client.GetStringAsync("/site.css", Cancel)).Should().NotBeEmpty();
        files.Should().Contain($"{program}/libcoreclr.so").And.NotContain("/dotnet/");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
