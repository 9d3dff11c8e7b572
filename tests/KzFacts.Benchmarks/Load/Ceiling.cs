using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace KzFacts.Benchmarks.Load;

/// <summary>The upper limit for any server on Kestrel and SQLite. <c>/bytes/N</c> answers N constant bytes; <c>/call?arguments</c>
/// copies the documents that one prepared statement selects.</summary>
static class Ceiling
{
    static readonly ConcurrentDictionary<int, byte[]> Constants = new();

    public static void Run(string snapshot, string urls)
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls", urls]);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        ConcurrentStack<PreparedReads> idle = new();
        app.Run(async http =>
        {
            http.Response.ContentType = "application/json; charset=utf-8";
            var body = http.Response.BodyWriter;
            var path = http.Request.Path.Value!;
            if (path.StartsWith("/bytes/", StringComparison.Ordinal))
            {
                var length = int.Parse(path.AsSpan("/bytes/".Length), CultureInfo.InvariantCulture);
                var bytes = Constants.GetOrAdd(length, static length => new byte[length]);
                http.Response.ContentLength = bytes.Length;
                body.Write(bytes);
            }
            else
            {
                if (!idle.TryPop(out var reads)) reads = new(snapshot);
                reads.Copy(path, http.Request.Query, body);
                idle.Push(reads);
            }
            await body.FlushAsync();
        });
        app.Run();
    }
}
