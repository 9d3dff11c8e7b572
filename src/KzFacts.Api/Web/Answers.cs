using CommunityToolkit.HighPerformance.Buffers;
using KzFacts.Api.Serving;
using KzFacts.Data;
using KzFacts.Data.Querying;
using Microsoft.Net.Http.Headers;

namespace KzFacts.Api.Web;

/// <summary>Sends answers: validators, memory, and limits for slow clients.</summary>
static class Answers
{
    public const string Json = "application/json; charset=utf-8";

    static readonly string Build = typeof(Answers).Module.ModuleVersionId.ToString("N")[..8];

    /// <summary>Sets the validators of an answer from a snapshot. Returns true, with the status 304, if the client's copy is still
    /// valid.</summary>
    public static bool IsNotModified(this HttpContext http, Snapshot snapshot)
    {
        var tag = $"W/\"{snapshot.State.Revision[..16]}.{Build}\"";
        var headers = http.Response.Headers;
        headers.ETag = tag;
        headers.CacheControl = "public, max-age=30, must-revalidate";
        headers.Vary = "Accept, Accept-Encoding";
        if (http.Request.Headers.IfNoneMatch.Count == 0) return false;
        var match = EntityTagHeaderValue.TryParseList(http.Request.Headers.IfNoneMatch.ToArray()!, out var given)
            && given.Any(one => one.Equals(EntityTagHeaderValue.Any) || one.Compare(EntityTagHeaderValue.Parse(tag),
                useStrongComparison: false));
        if (match) http.Response.StatusCode = StatusCodes.Status304NotModified;
        return match;
    }

    /// <summary>Sends the answer in the lane's buffer, after disposing of the lane. Nothing is sent before the answer is complete,
    /// so a failure still gets a proper error.</summary>
    public static async Task SendBufferAsync(this HttpContext http, Lane lane, string type = Json)
    {
        using var answer = lane.TakeBuffer();
        lane.Dispose();
        await http.SendBytesAsync(answer.WrittenMemory, type);
    }

    /// <summary>The most bytes that are passed to the connection at once. What a client has not read yet waits here only, not in a
    /// second copy.</summary>
    const int Slice = 64 * 1024;

    /// <summary>Sends finished bytes.</summary>
    /// <exception cref="OverloadedException">Too many bytes wait for other clients.</exception>
    public static async Task SendBytesAsync(this HttpContext http, ReadOnlyMemory<byte> body, string type)
    {
        using var room = http.RequestServices.GetRequiredService<Admission>().Charge(body.Length);
        http.Response.ContentType = type;
        http.Response.ContentLength = body.Length;
        for (; body.Length > Slice; body = body[Slice..]) await http.Response.BodyWriter.WriteAsync(body[..Slice], http.RequestAborted);
        await http.Response.BodyWriter.WriteAsync(body, http.RequestAborted);
    }

    /// <summary>Sends the content of a buffer as a part of a long JSON answer, and empties the buffer. A failure after the first
    /// part cuts the connection, so that half an answer is never taken for a whole one.</summary>
    public static async Task SendPartAsync(this HttpContext http, ArrayPoolBufferWriter<byte> part)
    {
        if (!http.Response.HasStarted) http.Response.ContentType = Json;
        await http.Response.BodyWriter.WriteAsync(part.WrittenMemory, http.RequestAborted);
        part.Clear();
    }

    /// <summary>Sends an answer that is built from a few documents, not copied from the snapshot.</summary>
    /// <param name="lane">The lane on which it was read. It is disposed of before sending.</param>
    public static async Task SendAsync<T>(this HttpContext http, T answer, string type = Json, Lane? lane = null)
    {
        using var body = AnswerBuffer.New();
        FactJson.Write(body, answer);
        lane?.Dispose();
        await http.SendBytesAsync(body.WrittenMemory, type);
    }
}
