using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace KzFacts.Benchmarks.Load;

/// <summary>A server in a separate process, on a free loopback port. When disposed of, it is asked to end, not killed.</summary>
sealed class ChildProcess : IDisposable
{
    static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(5), LongestStop = TimeSpan.FromSeconds(20);

    readonly Process process;

    ChildProcess(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>The time from the start of the process to its first answer.</summary>
    public TimeSpan FirstAnswer { get; private set; }

    /// <summary>Starts a .NET program that takes <c>--urls</c>, and waits for its first answer.</summary>
    public static ChildProcess Serve(string assembly, IEnumerable<string> arguments, Dictionary<string, string> environment, string probe)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet", [assembly, .. arguments, "--urls", address.ToString().TrimEnd('/')])
        {
            WorkingDirectory = Path.GetDirectoryName(assembly), RedirectStandardOutput = true,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        var clock = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { }; // an unread pipe would fill and stop the server
        process.BeginOutputReadLine();
        var child = new ChildProcess(process, address);
        try
        {
            child.Await(probe, clock);
            return child;
        }
        catch
        {
            child.Dispose();
            throw;
        }
    }

    /// <summary>The sum in bytes of lines of the kernel's report on the mappings of the process, such as <c>Private_Dirty</c>.</summary>
    public long Memory(params string[] lines) => ProcMemory.Sum($"/proc/{process.Id}/smaps_rollup", lines);

    /// <summary>Runs a program to its end. Returns its output.</summary>
    public static string Output(string program, IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} failed: {output}");
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            using var ask = Process.Start("kill", ["-TERM", $"{process.Id}"]);
            ask.WaitForExit();
            if (!process.WaitForExit(LongestStop)) process.Kill();
        }
        process.Dispose();
    }

    void Await(string probe, Stopwatch clock)
    {
        using var client = new HttpClient { BaseAddress = Address };
        while (true)
        {
            if (process.HasExited) throw new InvalidOperationException($"A server ended with {process.ExitCode} before it answered.");
            if (clock.Elapsed > LongestStart) throw new TimeoutException($"The server did not answer within {LongestStart}.");
            try
            {
                using var answer = client.Send(new(HttpMethod.Get, probe));
                answer.EnsureSuccessStatusCode();
                FirstAnswer = clock.Elapsed;
                return;
            }
            catch (HttpRequestException e) when (e.InnerException is SocketException)
            {
                Thread.Sleep(2);
            }
        }
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
