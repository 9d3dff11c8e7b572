using System.Buffers;
using CommunityToolkit.HighPerformance.Buffers;

namespace KzFacts.Data.Querying;

/// <summary>Buffers in which answers are built. They have their own pool, as the shared pool of .NET keeps large arrays for each
/// thread.</summary>
public static class AnswerBuffer
{
    const int Shortest = 1 << 14, LongestKept = 1 << 20, MostKept = 8;

    static readonly ArrayPool<byte> Pool = ArrayPool<byte>.Create(LongestKept, MostKept);

    /// <summary>An empty buffer. Disposing of it returns its memory to the pool.</summary>
    public static ArrayPoolBufferWriter<byte> New() => new(Pool, Shortest);
}
