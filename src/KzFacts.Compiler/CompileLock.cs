namespace KzFacts.Compiler;

/// <summary>Lets one compile at a time write a snapshot. It locks a file beside the snapshot. The lock ends with its process,
/// however the process ends.</summary>
static class CompileLock
{
    /// <summary>The ending of the names of unfinished files.</summary>
    public const string Unfinished = ".tmp";

    /// <summary>The codes on Linux, macOS and Windows for a file that another process has locked.</summary>
    static readonly int[] Taken = [11, 35, unchecked((int)0x80070020)];

    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Waits for the lock, and removes the unfinished files of compiles that were killed.</summary>
    public static FileStream Take(string target, CancellationToken cancel)
    {
        var turn = Wait($"{target}.lock", cancel);
        var folder = Path.GetDirectoryName(Path.GetFullPath(target))!;
        // Nobody else is writing now.
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
