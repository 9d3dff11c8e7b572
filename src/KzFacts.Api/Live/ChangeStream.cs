using System.Buffers;
using System.Text;
using System.Text.Json;
using KzFacts.Api.Serving;
using KzFacts.Api.Web;
using KzFacts.Data.Changes;
using KzFacts.Data.Querying;
using Microsoft.AspNetCore.Http.Features;

namespace KzFacts.Api.Live;

/// <summary>Changes as server-sent events (HTML Living Standard, 9.2), until the client leaves or the server stops. The events are
/// written here because the framework's formatter cannot write two things: an id without data, which moves the client past changes
/// that its filter leaves out, and a comment as a heartbeat.</summary>
sealed class ChangeStream(HttpContext http, SnapshotHost host, TimeSpan heartbeat, ChangeFilter filter)
{
    /// <summary>The changes that are read at once. They wait together for a slow client.</summary>
    const int Batch = 20;

    readonly CursorScope scope = ChangeFeed.ScopeOf(filter);

    public async Task RunAsync(string? since)
    {
        var position = await BeginAsync(since);
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no"; // otherwise nginx buffers events
        http.Features.GetRequiredFeature<IHttpResponseBodyFeature>().DisableBuffering();
        if (HttpMethods.IsHead(http.Request.Method)) return;
        var stopping = http.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        try
        {
            await SendAsync("retry: 2000\n\n"u8.ToArray(), end.Token);
            while (true)
            {
                var swapped = host.Swapped;
                position = await CatchUpAsync(position, end.Token);
                while (!await EndsAsync(swapped, end.Token)) await SendAsync(":\n\n"u8.ToArray(), end.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The client has left or the server stops, so the answer ends here.
        }
    }

    /// <summary>The position at which to begin: after the last event that the client received, otherwise after the given revision,
    /// otherwise at the present. Null if that is not known.</summary>
    async Task<Cursor?> BeginAsync(string? since)
    {
        using var lease = host.Lease();
        using var lane = await host.RentAsync(lease.Snapshot, Work.Costly, http.RequestAborted);
        try
        {
            return http.Request.Headers["Last-Event-ID"] is [{ Length: > 0 } last]
                ? scope.Read(last, out _) : since is null ? ChangeFeed.End(lane) : ChangeFeed.Since(lane, since);
        }
        catch (UnknownRevisionException)
        {
            return null;
        }
    }

    /// <summary>Sends everything after a position, and returns the position after it. A lane is held while a batch is read, not
    /// while it is sent.</summary>
    async Task<Cursor> CatchUpAsync(Cursor? position, CancellationToken cancel)
    {
        for (var more = true; more;)
        {
            var events = new ArrayBufferWriter<byte>();
            try
            {
                using var lease = host.Lease();
                using var lane = await host.RentAsync(lease.Snapshot, Work.Costly, cancel);
                (position, more) = Read(lane, position, events);
            }
            catch (OverloadedException)
            {
                continue; // a stream can wait for a free permit
            }
            await SendAsync(events.WrittenMemory, cancel);
        }
        return position!;
    }

    (Cursor Position, bool More) Read(Lane lane, Cursor? position, ArrayBufferWriter<byte> events)
    {
        try
        {
            if (position is null) throw new UnknownRevisionException();
            if (ChangeFeed.List(lane, filter with { Page = new() { Limit = Batch, Cursor = position } }, row =>
                Write(events, row.Text(2), row.Cursor, row.Utf8(0))) is { } next) return (next, true);
            position = ChangeFeed.End(lane);
            events.Write(Encoding.UTF8.GetBytes($"id: {scope.Write(position)}\n\n"));
        }
        catch (UnknownRevisionException)
        {
            position = ChangeFeed.End(lane);
            Write(events, "reset", position, JsonSerializer.SerializeToUtf8Bytes(new { wholeSet = http.PublicUrl() + Paths.Changes },
                Data.FactJson.Options));
        }
        return (position, false);
    }

    void Write(ArrayBufferWriter<byte> events, string type, Cursor position, ReadOnlySpan<byte> json)
    {
        events.Write(Encoding.UTF8.GetBytes($"event: {type}\nid: {scope.Write(position)}\ndata: "));
        events.Write(json); // finished JSON is one line
        events.Write("\n\n"u8);
    }

    /// <summary>Waits until a task ends. Returns false if the time for a heartbeat comes first.</summary>
    async Task<bool> EndsAsync(Task task, CancellationToken cancel)
    {
        try
        {
            await task.WaitAsync(heartbeat, cancel);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    async Task SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel) => await http.Response.BodyWriter.WriteAsync(bytes, cancel);
}
