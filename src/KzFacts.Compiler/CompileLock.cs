namespace KzFacts.Compiler;

/// <summary>The turn to write a snapshot. It is a lock on a file beside it, which ends with its process, however that ends.</summary>
static class CompileLock
{
    /// <summary>The end of the names of files that are being written.</summary>
    public const string Unfinished = ".tmp";

    /// <summary>What the error of a file that another holds is called on Linux, macOS and Windows.</summary>
    static readonly int[] Taken = [11, 35, unchecked((int)0x80070020)];

    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Waits for the turn, and removes what compiles that were killed have left.</summary>
    public static FileStream Take(string target, CancellationToken cancel)
    {
        var turn = Wait($"{target}.lock", cancel);
        var folder = Path.GetDirectoryName(Path.GetFullPath(target))!;
        // Nobody else writes now.
        foreach (var left in Directory.GetFiles(folder, $"{Path.GetFileName(target)}.*{Unfinished}*")) File.Delete(left);
        return turn;
    }

    static FileStream Wait(string file, CancellationToken cancel)
    {
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            try
            {
                return new(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException e) when (Taken.Contains(e.HResult))
            {
                Thread.Sleep(Pause);
            }
        }
    }
}
