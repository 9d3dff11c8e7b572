using System.Runtime.InteropServices;

namespace KzFacts.Api.Serving;

/// <summary>A snapshot file that is held while it is served, so that changes of the original file do not reach its readers.</summary>
/// <param name="Path">The file to read.</param>
/// <param name="IsMapped">Whether it may be mapped into memory. Truncating a mapped file ends the process.</param>
/// <param name="IsOurs">Whether the file is deleted after its last use.</param>
sealed record HeldFile(string Path, bool IsMapped, bool IsOurs) : IDisposable
{
    public void Dispose()
    {
        if (IsOurs) File.Delete(Path);
    }
}

/// <summary>Holds snapshot files. The best way is a private copy (a reflink if the file system supports it), which is the fastest
/// to read. A file that is too large for a copy is held by a hard link. If that fails too, the original is read.</summary>
sealed class SnapshotFiles(ServerOptions options) : IDisposable
{
    const string Prefix = "kzfacts-served-";

    OwnedFolder? copies, links;

    /// <param name="mayCopy">Whether there is time for a copy.</param>
    /// <param name="whyNot">Why a file was not copied although it should have been, or null.</param>
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
            // Nothing can be created beside the file. The original is read, and each connection checks that it is still the same file.
        }
        return new(file, false, false);
    }

    /// <summary>Whether the folder is not writable. A missing file is a different error.</summary>
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
