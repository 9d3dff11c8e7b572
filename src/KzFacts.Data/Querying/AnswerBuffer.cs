using System.Buffers;
using CommunityToolkit.HighPerformance.Buffers;

namespace KzFacts.Data.Querying;

/// <summary>Buffers to build answers in, from a pool of their own: the shared pool of .NET keeps an array of each length for each
/// thread.</summary>
public static class AnswerBuffer
{
    const int Shortest = 1 << 14, LongestKept = 1 << 20, MostKept = 8;

    static readonly ArrayPool<byte> Pool = ArrayPool<byte>.Create(LongestKept, MostKept);

    /// <summary>An empty buffer. Disposing of it returns its memory to the pool.</summary>
    public static ArrayPoolBufferWriter<byte> New() => new(Pool, Shortest);
}
