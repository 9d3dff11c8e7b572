using System.Diagnostics;
using System.Text;

namespace KzFacts.Tests.Support;

/// <summary>A server in a separate process, which can be killed.</summary>
sealed class ServerProcess : IDisposable
{
    readonly StringBuilder log = new();

    ServerProcess(Process process) => Process = process;

    public Process Process { get; }

    /// <summary>The address of the server.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The log of the server so far.</summary>
    public string Log
    {
        get
        {
            lock (log) return log.ToString();
        }
    }

    /// <summary>Starts a server and waits until it listens.</summary>
    public static Task<ServerProcess> StartAsync(string database, Dictionary<string, string>? environment = null,
        string? seeds = null, params string[] options) =>
        ListeningAsync(Begin(database, environment, seeds, options));

    /// <summary>Starts a program that is a server, and waits until it listens.</summary>
    public static Task<ServerProcess> StartAsync(ProcessStartInfo program) => ListeningAsync(Begin(program));

    static async Task<ServerProcess> ListeningAsync(ServerProcess server)
    {
        const string Listening = "Now listening on: ";
        while (!server.Log.Contains(Listening, StringComparison.Ordinal))
        {
            if (server.Process.HasExited)
                throw new InvalidOperationException($"The server ended with {server.Process.ExitCode}: {server.Log}");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
        var address = server.Log.Split(Listening)[1].Split('\n', '"')[0].Trim();
        server.Address = new(address.Replace("[::]", "127.0.0.1", StringComparison.Ordinal));
        return server;
    }

    static readonly string[] AnyPort = ["--urls", "http://127.0.0.1:0"];

    static bool NamesPort(Dictionary<string, string>? environment) => environment?.Keys.Any(name =>
        name.EndsWith("URLS", StringComparison.Ordinal) || name.EndsWith("PORTS", StringComparison.Ordinal)) is true;

    /// <summary>Starts a server without waiting. It listens on a free port unless the environment names one.</summary>
    public static ServerProcess Begin(string database, Dictionary<string, string>? environment = null, string? seeds = null,
        params string[] options)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, "--KzFacts:Database", database, "--KzFacts:Seeds",
            seeds ?? Path.Combine(Path.GetTempPath(), "kzfacts-no-seeds"),
            .. NamesPort(environment) ? [] : AnyPort,
            .. Served.HasTime.SelectMany(one => (string[])[$"--{one.Key}", one.Value]), .. options]);
        foreach (var (name, value) in environment ?? []) start.Environment[name] = value;
        return Begin(start);
    }

    static ServerProcess Begin(ProcessStartInfo program)
    {
        (program.RedirectStandardOutput, program.RedirectStandardError) = (true, true);
        var server = new ServerProcess(Process.Start(program)!);
        server.Process.OutputDataReceived += (_, line) => server.Add(line.Data);
        server.Process.ErrorDataReceived += (_, line) => server.Add(line.Data);
        server.Process.BeginOutputReadLine();
        server.Process.BeginErrorReadLine();
        return server;
    }

    void Add(string? line)
    {
        lock (log) log.AppendLine(line);
    }

    public void Dispose()
    {
        if (!Process.HasExited) Process.Kill();
        Process.WaitForExit();
        Process.Dispose();
    }
}
