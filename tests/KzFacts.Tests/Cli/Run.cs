using System.Diagnostics;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Cli;

/// <summary>The result of a run of the command line tool.</summary>
sealed record Run(int ExitCode, string Output, string Error)
{
    /// <summary>Runs the built <c>kzfacts</c> in a separate process.</summary>
    public static async Task<Run> Kzfacts(params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [Repository.CommandLine, .. words])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(Cancel), process.StandardError.ReadToEndAsync(Cancel));
        await process.WaitForExitAsync(Cancel);
        return new(process.ExitCode, await output, await error);
    }

    static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
