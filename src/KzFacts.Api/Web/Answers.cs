using CommunityToolkit.HighPerformance.Buffers;
using KzFacts.Api.Serving;
using KzFacts.Data;
using KzFacts.Data.Querying;
using Microsoft.Net.Http.Headers;

namespace KzFacts.Api.Web;

/// <summary>How answers are sent: validators, memory, and what slow clients may hold.</summary>
static class Answers
{
    public const string Json = "application/json; charset=utf-8";

    static readonly string Build = typeof(Answers).Module.ModuleVersionId.ToString("N")[..8];

    /// <summary>Sets the validators of an answer made from a snapshot; true where the client's copy is still good (and 304 is
    /// set).</summary>
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

    /// <summary>Sends the answer put together in the lane's buffer, and gives the lane back before. Nothing leaves before it is whole: a
    /// failure on the way is still a clean problem.</summary>
    public static async Task SendBufferAsync(this HttpContext http, Lane lane, string type = Json)
    {
        using var answer = lane.TakeBuffer();
        lane.Dispose();
        await http.SendBytesAsync(answer.WrittenMemory, type);
    }

    /// <summary>How much is handed to the connection at once: what a client has not read waits here, and not a second time there.</summary>
    const int Slice = 64 * 1024;

    /// <summary>Sends what is finished.</summary>
    /// <exception cref="OverloadedException">Too much waits for other clients.</exception>
    public static async Task SendBytesAsync(this HttpContext http, ReadOnlyMemory<byte> body, string type)
    {
        using var room = http.RequestServices.GetRequiredService<Admission>().Hold(body.Length);
        http.Response.ContentType = type;
        http.Response.ContentLength = body.Length;
        for (; body.Length > Slice; body = body[Slice..]) await http.Response.BodyWriter.WriteAsync(body[..Slice], http.RequestAborted);
        await http.Response.BodyWriter.WriteAsync(body, http.RequestAborted);
    }

    /// <summary>Sends what stands in a buffer as a part of a long JSON answer, and empties it. A failure after the first part cuts the
    /// connection: half an answer is never taken for a whole one.</summary>
    public static async Task SendPartAsync(this HttpContext http, ArrayPoolBufferWriter<byte> part)
    {
        if (!http.Response.HasStarted) http.Response.ContentType = Json;
        await http.Response.BodyWriter.WriteAsync(part.WrittenMemory, http.RequestAborted);
        part.Clear();
    }

    /// <summary>Sends an answer that is made of a few documents, not copied from the snapshot.</summary>
    /// <param name="lane">Where it was read, which is given back before.</param>
    public static async Task SendAsync<T>(this HttpContext http, T answer, string type = Json, Lane? lane = null)
    {
        using var body = AnswerBuffer.New();
        FactJson.Write(body, answer);
        lane?.Dispose();
        await http.SendBytesAsync(body.WrittenMemory, type);
    }
}
