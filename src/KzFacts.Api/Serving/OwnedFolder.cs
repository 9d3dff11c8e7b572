namespace KzFacts.Api.Serving;

/// <summary>A folder of this process alone, deleted with it. A lock on a file in it says that its owner lives, so that a start can remove
/// the folders of processes that were killed.</summary>
sealed class OwnedFolder : IDisposable
{
    const string LockName = "lock";

    readonly FileStream owned;

    /// <summary>Makes a folder, and removes those of processes that are gone.</summary>
    /// <param name="root">The folder to make it in.</param>
    /// <param name="prefix">What the names of such folders begin with, and of no others.</param>
    /// <exception cref="IOException">There is no room, or <paramref name="root"/> cannot be written to.</exception>
    public OwnedFolder(string root, string prefix)
    {
        foreach (var folder in Directory.GetDirectories(root, $"{prefix}*")) RemoveIfLeft(folder);
        var name = $"{Guid.NewGuid():N}";
        Path = System.IO.Path.Combine(root, prefix + name);
        // Under another name until it is locked, or another start could take it for one that was left.
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
            // Its owner lives, or it is somebody else's.
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
            // Another start has removed it since it is not locked any more.
        }
    }
}
