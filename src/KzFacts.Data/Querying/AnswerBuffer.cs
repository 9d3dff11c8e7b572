using System.Buffers;
using CommunityToolkit.HighPerformance.Buffers;

namespace KzFacts.Data.Querying;

/// <summary>Room to put an answer together in, from a pool of its own: the one that .NET shares keeps an array of each length for each thread.</summary>
public static class AnswerBuffer
{
    const int Shortest = 1 << 14, LongestKept = 1 << 20, MostKept = 8;

    static readonly ArrayPool<byte> Pool = ArrayPool<byte>.Create(LongestKept, MostKept);

    /// <summary>An empty buffer, which goes back when it is disposed of.</summary>
    public static ArrayPoolBufferWriter<byte> New() => new(Pool, Shortest);
}
