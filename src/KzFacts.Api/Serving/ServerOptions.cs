namespace KzFacts.Api.Serving;

/// <summary>The settings under <c>KzFacts</c> in appsettings.json, the environment (<c>KzFacts__PublicUrl</c>) or the command
/// line.</summary>
public sealed class ServerOptions
{
    /// <summary>The folder of the seeds; the nearest folder <c>seeds</c> above the program where not given. Without one the snapshot is
    /// served as it is.</summary>
    public string? Seeds { get; set; }

    /// <summary>The snapshot file; <c>db/kzfacts.db</c> beside the seeds where not given.</summary>
    public string? Database { get; set; }

    /// <summary>Scheme, host and path that clients reach the server by, such as <c>https://facts.example</c>; the request's own where not
    /// given.</summary>
    public string? PublicUrl { get; set; }

    /// <summary>Whether a compile at start may drop facts that <c>removed.yaml</c> does not explain.</summary>
    public bool AcceptLoss { get; set; }

    /// <summary>The largest snapshot that is copied to be served; a larger one is held by a hard link, and not mapped.</summary>
    public long MostBytesCopied { get; set; } = 4L << 30;

    /// <summary>How long the statements of one request may take together.</summary>
    public TimeSpan QueryTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The same of a text that is checked by <c>POST /v1/check</c> or on the pages, whose sentences are many queries.</summary>
    public TimeSpan CheckTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a request waits for a place where too many are worked on, before it is refused.</summary>
    public TimeSpan MostWait { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How often the snapshot file is looked at for a new one.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How many streams of changes may be open at once.</summary>
    public int MostStreams { get; set; } = 500;

    /// <summary>How many of them one client may have open, by its IP address.</summary>
    public int MostStreamsOfClient { get; set; } = 50;

    /// <summary>How many bytes the finished answers of more than 64 KiB may have together that wait for clients to read them.</summary>
    public int MostBytesWaiting { get; set; } = 64 << 20;

    /// <summary>How often a stream of changes says that it is still there while nothing changes.</summary>
    public TimeSpan Heartbeat { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Whether the home page and a chart are drawn once after the start, so that no visitor waits for that.</summary>
    public bool WarmUp { get; set; } = true;

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
