using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Caching.Memory;

namespace KzFacts.Data.Querying;

/// <summary>A thread-safe cache with a size limit in bytes. It evicts the least recently used values.</summary>
/// <param name="name">The name of the cache in metrics.</param>
/// <param name="most">The limit in bytes. Callers estimate the size of each value.</param>
[SuppressMessage("Design", "CA1001", Justification = "The cache holds nothing but memory: to dispose of it only forbids its use.")]
public sealed class SizedCache<TKey, TValue>(string name, long most) where TKey : notnull where TValue : notnull
{
    /// <summary>The memory that an entry takes besides its value.</summary>
    const int EntryBytes = 250;

    readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = most, CompactionPercentage = 0.25 });

    public bool TryGet(TKey key, out TValue value)
    {
        var isKept = cache.TryGetValue(key, out var kept);
        value = isKept ? (TValue)kept! : default!;
        Telemetry.CountCache(name, isKept);
        return isKept;
    }

    /// <param name="bytes">About how much memory the value takes.</param>
    public void Add(TKey key, TValue value, long bytes) => cache.Set(key, value, new MemoryCacheEntryOptions { Size = bytes + EntryBytes });

    /// <summary>The cached value. If there is none, it is made and added.</summary>
    public TValue GetOrAdd(TKey key, Func<TValue> make, Func<TValue, long> bytes)
    {
        if (TryGet(key, out var kept)) return kept;
        var made = make();
        Add(key, made, bytes(made));
        return made;
    }
}
