using System.ComponentModel.DataAnnotations;
using System.Net;

namespace KzFacts.Api.Serving;

/// <summary>The settings under <c>KzFacts</c> in appsettings.json, in the environment (<c>KzFacts__PublicUrl</c>) or on the command
/// line.</summary>
public sealed class ServerOptions
{
    /// <summary>The folder of the seeds. By default, the closest folder <c>seeds</c> above the program. If there is none, the
    /// snapshot is served as it is.</summary>
    public string? Seeds { get; set; }

    /// <summary>The snapshot file. By default, <c>db/kzfacts.db</c> beside the seeds.</summary>
    public string? Database { get; set; }

    /// <summary>The scheme, host and path that clients use, such as <c>https://facts.example</c>. By default, those of the
    /// request.</summary>
    [RegularExpression("https?://[^/?#]+(/[^?#]*)?",
        ErrorMessage = "KzFacts:PublicUrl must be an address like https://facts.example or https://example.org/facts.")]
    public string? PublicUrl { get; set; }

    /// <summary>Whether a compile at the start may lose facts that <c>removed.yaml</c> does not explain.</summary>
    public bool AcceptLoss { get; set; }

    /// <summary>The largest snapshot in bytes that is copied before it is served. A larger one is held by a hard link, and not
    /// mapped.</summary>
    [Range(0, long.MaxValue, ErrorMessage = "KzFacts:MostBytesCopied must be a number of bytes.")]
    public long MostBytesCopied { get; set; } = 4L << 30;

    /// <summary>The time limit for all statements of one request.</summary>
    [Period("00:00:00", "00:10:00")]
    public TimeSpan QueryTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The time limit for checking a text, which takes many statements.</summary>
    [Period("00:00:00", "00:10:00")]
    public TimeSpan CheckTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a request waits for a place before it is refused.</summary>
    [Period("00:00:00", "00:10:00")]
    public TimeSpan MostWait { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How often the snapshot file is checked for a replacement.</summary>
    [Period("00:00:00.01", "1.00:00:00")]
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The most streams of changes that may be open at once.</summary>
    [Range(0, 100_000, ErrorMessage = "KzFacts:MostStreams must be 0 to 100000.")]
    public int MostStreams { get; set; } = 500;

    /// <summary>The most streams that one client (IPv4 address or IPv6 network of 64 bits) may have open.</summary>
    [Range(0, 100_000, ErrorMessage = "KzFacts:MostStreamsOfClient must be 0 to 100000.")]
    public int MostStreamsOfClient { get; set; } = 50;

    /// <summary>The most bytes of finished answers (of more than 64 KiB each) that may wait for clients to read them.</summary>
    [Range(65_536, int.MaxValue, ErrorMessage = "KzFacts:MostBytesWaiting must be 65536 to 2147483647.")]
    public int MostBytesWaiting { get; set; } = 64 << 20;

    /// <summary>The requests that one client (IPv4 address or IPv6 network of 64 bits) may send in a second, on average. 0: no
    /// limit.</summary>
    [Range(0, 100_000, ErrorMessage = "KzFacts:RequestsPerSecond must be 0 to 100000.")]
    public int RequestsPerSecond { get; set; } = 100;

    /// <summary>The requests that one client may send at once, after a pause.</summary>
    [Range(1, 1_000_000, ErrorMessage = "KzFacts:RequestBurst must be 1 to 1000000.")]
    public int RequestBurst { get; set; } = 1000;

    /// <summary>The proxies whose X-Forwarded headers are believed: addresses, or networks such as <c>10.0.0.0/8</c>.</summary>
    [Networks]
    public string[] Proxies { get; set; } = [];

    /// <summary>How often a stream of changes sends a comment while nothing changes.</summary>
    [Period("00:00:00.01", "01:00:00")]
    public TimeSpan Heartbeat { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Whether <c>/metrics</c> shows the metrics in the format of Prometheus. Everybody who reaches the server reads it.
    /// </summary>
    public bool Metrics { get; set; }

    /// <summary>Whether the home page and a chart are rendered once after the start, so that no visitor waits for their
    /// compilation.</summary>
    public bool WarmUp { get; set; } = true;

    /// <summary>The network that a text names: one address, or a prefix. Null if it names none.</summary>
    public static IPNetwork? NetworkOf(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
            : IPAddress.TryParse(text, out var one) ? new(one, one.GetAddressBytes().Length * 8) : null;

    public string? SeedsFolder => Seeds ?? Above("seeds");

    public string DatabaseFile =>
        Database ?? Path.Combine(Path.GetDirectoryName(SeedsFolder) ?? Directory.GetCurrentDirectory(), "db", "kzfacts.db");

    static string? Above(string folder)
    {
        foreach (var start in new[] { Directory.GetCurrentDirectory(), AppContext.BaseDirectory })
            for (var at = new DirectoryInfo(start); at is not null; at = at.Parent)
                if (Directory.Exists(Path.Combine(at.FullName, folder))) return Path.Combine(at.FullName, folder);
        return null;
    }
}

/// <summary>A list of IP addresses and networks.</summary>
sealed class NetworksAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is string[] all && all.All(one => ServerOptions.NetworkOf(one) is not null);

    public override string FormatErrorMessage(string name) =>
        $"KzFacts:{name} must be IP addresses or networks, such as 127.0.0.1 or 10.0.0.0/8.";
}

/// <summary>A time within bounds, both inclusive, written as hh:mm:ss.</summary>
sealed class PeriodAttribute(string least, string most) : RangeAttribute(typeof(TimeSpan), least, most)
{
    public override string FormatErrorMessage(string name) =>
        $"KzFacts:{name} must be {Minimum} to {Maximum} (hours:minutes:seconds).";
}
