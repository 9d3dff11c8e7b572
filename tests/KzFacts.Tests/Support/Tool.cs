using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace KzFacts.Tests.Support;

/// <summary>Programs that tests start. A test whose tool is missing is skipped; CI allows no skips.</summary>
static class Tool
{
    /// <summary>Runs a program to its end. Returns its exit code and all its output.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder, RedirectStandardOutput = true,
            RedirectStandardError = true
        };
        using var process = Process.Start(start)!;
        var cancel = TestContext.Current.CancellationToken;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(cancel), process.StandardError.ReadToEndAsync(cancel));
        await process.WaitForExitAsync(cancel);
        return (process.ExitCode, await output + await error);
    }

    /// <summary>Skips the test if a program is missing.</summary>
    public static void Need(string program) =>
        Assert.SkipWhen(Find(program) is null, $"{program} is needed; ./test.sh installs it where it can");

    /// <summary>The path of a program on PATH, or null.</summary>
    public static string? Find(string program) =>
        Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);

    /// <summary>A port of this machine on which nothing listens at the moment.</summary>
    public static int FreePort()
    {
        using var any = new TcpListener(IPAddress.Loopback, 0);
        any.Start();
        return ((IPEndPoint)any.LocalEndpoint).Port;
    }

    /// <summary>Skips the test if node or the packages of <c>tests/contracts</c> are missing.</summary>
    public static void NeedNode()
    {
        Need("node");
        Assert.SkipUnless(Directory.Exists(Repository.Path("tests", "contracts", "node_modules")),
            "the packages of tests/contracts are needed; ./test.sh installs them");
    }
}
