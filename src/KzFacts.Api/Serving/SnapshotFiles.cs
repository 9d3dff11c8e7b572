using System.Runtime.InteropServices;

namespace KzFacts.Api.Serving;

/// <summary>How a snapshot file is held while it is served: what happens to the file under its own name must not change what is
/// read.</summary>
/// <param name="Path">Where it is read.</param>
/// <param name="IsMapped">Whether it may be mapped into memory: a mapped file that somebody cuts off ends the process.</param>
/// <param name="IsOurs">Whether it is to be deleted when nobody reads it any more.</param>
sealed record HeldFile(string Path, bool IsMapped, bool IsOurs) : IDisposable
{
    public void Dispose()
    {
        if (IsOurs) File.Delete(Path);
    }
}

/// <summary>Holds snapshot files: as a private copy (a reflink where the file system has them), which is the fastest to read; a large one,
/// or one that there is no room for, as a hard link; where not even that can be made, as it is.</summary>
sealed class SnapshotFiles(ServerOptions options) : IDisposable
{
    const string Prefix = "kzfacts-served-";

    OwnedFolder? copies, links;

    /// <param name="mayCopy">Whether there is time for a copy.</param>
    /// <param name="whyNot">Why there is no copy of a file that should have one, or null.</param>
    public HeldFile Hold(string file, bool mayCopy, out string? whyNot)
    {
        whyNot = null;
        if (mayCopy && new FileInfo(file).Length <= options.MostBytesCopied)
            try
            {
                copies ??= new(System.IO.Path.GetTempPath(), Prefix);
                return Copy(file, copies.NewFile());
            }
            catch (Exception e) when (IsRefused(e))
            {
                whyNot = e.Message;
            }
        try
        {
            links ??= new(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(file))!, $".{Prefix}");
            var link = links.NewFile();
            if (!OperatingSystem.IsWindows() && Link(file, link) == 0) return new(link, false, true);
        }
        catch (Exception e) when (IsRefused(e))
        {
            // Beside the file nothing can be made: it is read as it is, and each connection looks whether it is still the same.
        }
        return new(file, false, false);
    }

    /// <summary>Whether nothing can be written there; that the file itself is gone is another matter.</summary>
    static bool IsRefused(Exception e) => e is IOException and not FileNotFoundException or UnauthorizedAccessException;

    static HeldFile Copy(string file, string copy)
    {
        try
        {
            File.Copy(file, copy);
            return new(copy, true, true);
        }
        catch
        {
            File.Delete(copy);
            throw;
        }
    }

    [DllImport("libc", EntryPoint = "link", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    static extern int Link([MarshalAs(UnmanagedType.LPUTF8Str)] string file, [MarshalAs(UnmanagedType.LPUTF8Str)] string link);

    public void Dispose()
    {
        copies?.Dispose();
        links?.Dispose();
    }
}
