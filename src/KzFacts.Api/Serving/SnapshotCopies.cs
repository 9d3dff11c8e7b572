namespace KzFacts.Api.Serving;

/// <summary>The private copies of snapshots. One that is dropped stays as long as downloads read it.</summary>
sealed class SnapshotCopies : IDisposable
{
    readonly string folder = Path.Combine(Path.GetTempPath(), $"kzfacts-{Environment.ProcessId}-{Guid.NewGuid():N}");
    readonly Dictionary<string, int> holds = [];
    readonly HashSet<string> dropped = [];

    public string Copy(string file)
    {
        Directory.CreateDirectory(folder);
        var copy = Path.Combine(folder, $"{Guid.NewGuid():N}.db");
        File.Copy(file, copy);
        return copy;
    }

    /// <summary>Keeps a file until the hold is disposed of.</summary>
    public IDisposable Hold(string file)
    {
        lock (holds) holds[file] = holds.GetValueOrDefault(file) + 1;
        return new Held(this, file);
    }

    /// <summary>Deletes a copy when nobody holds it any more; a file that is no copy of ours stays.</summary>
    public void Drop(string file)
    {
        if (!file.StartsWith(folder, StringComparison.Ordinal)) return;
        lock (holds)
            if (holds.ContainsKey(file)) dropped.Add(file);
            else File.Delete(file);
    }

    void Release(string file)
    {
        lock (holds)
        {
            if (--holds[file] > 0) return;
            holds.Remove(file);
            if (dropped.Remove(file)) File.Delete(file);
        }
    }

    public void Dispose()
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    sealed class Held(SnapshotCopies copies, string file) : IDisposable
    {
        bool released;

        public void Dispose()
        {
            if (!Interlocked.Exchange(ref released, true)) copies.Release(file);
        }
    }
}
