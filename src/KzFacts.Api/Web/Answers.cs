using CommunityToolkit.HighPerformance.Buffers;
using KzFacts.Api.Serving;
using KzFacts.Data;
using KzFacts.Data.Querying;

namespace KzFacts.Api.Web;

/// <summary>Sends answers, with limits for memory and slow clients.</summary>
static class Answers
{
    public const string Json = "application/json; charset=utf-8";

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
