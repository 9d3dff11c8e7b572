namespace KzFacts.Api.Serving;

/// <summary>A folder of this process, deleted at its end. The process locks a file in it, so that a later start can recognise and
/// remove the folders of processes that were killed.</summary>
sealed class OwnedFolder : IDisposable
{
    const string LockName = "lock";

    readonly FileStream owned;

    /// <summary>Creates a folder, and removes those of processes that have ended.</summary>
    /// <param name="root">The folder in which it is created.</param>
    /// <param name="prefix">The beginning of the names of such folders. No other folder may have it.</param>
    /// <exception cref="IOException">There is no space, or <paramref name="root"/> is not writable.</exception>
    public OwnedFolder(string root, string prefix)
    {
        foreach (var folder in Directory.GetDirectories(root, $"{prefix}*")) RemoveIfLeft(folder);
        var name = $"{Guid.NewGuid():N}";
        Path = System.IO.Path.Combine(root, prefix + name);
        // The folder has another name until it is locked. Otherwise another start could remove it as abandoned.
        var unlocked = System.IO.Path.Combine(root, $"new-{prefix}{name}");
        Directory.CreateDirectory(unlocked);
        owned = Lock(unlocked, FileMode.CreateNew);
        Directory.Move(unlocked, Path);
    }

    public string Path { get; }

    /// <summary>A name for a new file.</summary>
    public string NewFile() => System.IO.Path.Combine(Path, $"{Guid.NewGuid():N}.db");

    static FileStream Lock(string folder, FileMode mode) =>
        new(System.IO.Path.Combine(folder, LockName), mode, FileAccess.ReadWrite, FileShare.None);

    static void RemoveIfLeft(string folder)
    {
        try
        {
            using (Lock(folder, FileMode.Open)) Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The owner is alive, or the file belongs to somebody else.
        }
    }

    public void Dispose()
    {
        owned.Dispose();
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Another start has removed it, since it is no longer locked.
        }
    }
}
