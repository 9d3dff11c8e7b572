using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace KzFacts.Data.Querying;

/// <summary>Traces and metrics of statements and caches, named by the semantic conventions of OpenTelemetry where they have a name.
/// They cost next to nothing while nobody listens.</summary>
public static class Telemetry
{
    /// <summary>The name of the meters and of the source of traces.</summary>
    public const string Name = "KzFacts";

    /// <summary>Bounds of histograms of short times, in seconds.</summary>
    public static InstrumentAdvice<double> ShortTimes { get; } =
        new() { HistogramBucketBoundaries = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5] };

    public static ActivitySource Traces { get; } = new(Name);

    static readonly Meter Meter = new(Name);

    static readonly KeyValuePair<string, object?> DatabaseSystem = new("db.system.name", "sqlite");

    static readonly Histogram<double> Statements = Meter.CreateHistogram("db.client.operation.duration", "s",
        "The time of a statement, from its start until its rows have been read.", advice: ShortTimes);

    static readonly Counter<long> Caches = Meter.CreateCounter<long>("kzfacts.cache.requests", "{request}",
        "The requests of each cache, by whether it had the value.");

    /// <summary>Measures a statement until the result is disposed of.</summary>
    internal static Statement Begin(string sql) => new(sql);

    internal static void CountCache(string name, bool isHit)
    {
        if (Caches.Enabled) Caches.Add(1, new("kzfacts.cache.name", name), new("kzfacts.cache.hit", isHit));
    }

    internal readonly struct Statement : IDisposable
    {
        readonly long began = Statements.Enabled ? Stopwatch.GetTimestamp() : 0;
        readonly Activity? trace = Traces.StartActivity("SELECT", ActivityKind.Client);

        public Statement(string sql)
        {
            trace?.SetTag(DatabaseSystem.Key, DatabaseSystem.Value);
            trace?.SetTag("db.query.text", sql);
        }

        public void Dispose()
        {
            if (began != 0) Statements.Record(Stopwatch.GetElapsedTime(began).TotalSeconds, DatabaseSystem);
            trace?.Dispose();
        }
    }
}
