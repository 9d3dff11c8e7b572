using System.IO.Enumeration;
using System.Security.Cryptography;
using System.Text;
using KzFacts.Compiler.Kinds;

namespace KzFacts.Compiler.Seeds;

/// <summary>The folder of the seeds. Each registry and each kind of fact is one file (<c>tolls.yaml</c>) or one folder of files
/// (<c>events/2022-01-05.yaml</c>).</summary>
public sealed class SeedFolder(string path)
{
    public string Path => path;

    public bool Exists => Directory.Exists(path);

    /// <summary>The files of a part, in order, with their names for error messages.</summary>
    public IEnumerable<(string File, string Name)> Files(string part)
    {
        var folder = System.IO.Path.Combine(path, part);
        IEnumerable<string> files = Directory.Exists(folder) ? Below(folder, ".yaml") : [];
        if (IsThere($"{folder}.yaml")) files = files.Prepend($"{folder}.yaml");
        return files.Order(StringComparer.Ordinal).Select(file => (file, NameOf(file)));
    }

    public static IReadOnlyList<string> Parts { get; } = [SeedCrisis.Part, "words", "actors", "places", "publishers", "sources",
        .. SeedKind.All.Values.Select(kind => kind.Part), "removed"];

    /// <summary>The text of a file directly in the folder. Null if it does not exist.</summary>
    public string? TextOf(string name)
    {
        var file = System.IO.Path.Combine(path, name);
        return System.IO.Path.GetFileName(name) == name && File.Exists(file) ? File.ReadAllText(file) : null;
    }

    /// <summary>The names of YAML files that do not belong to a part.</summary>
    public IEnumerable<string> Strays() => Below(path, ".yaml", ".yml")
        .Except(Parts.SelectMany(Files).Select(file => file.File)).Select(NameOf).Order(StringComparer.Ordinal);

    /// <summary>SHA-256 in hex of the names and bytes of all seed files.</summary>
    public string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Below(path, ".yaml", ".geojson").Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{NameOf(file)}\0"));
            using var bytes = Open(file);
            hash.AppendData(SHA256.HashData(bytes));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Opens a seed file. A file without bytes is not opened: it may be a pipe, which would wait for a writer.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Stream Open(string file)
    {
        var target = File.ResolveLinkTarget(file, returnFinalTarget: true) as FileInfo ?? new(file);
        return target is { Exists: true, Length: 0 }
            ? Stream.Null : new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
    }

    static bool IsThere(string file) => new FileInfo(file) is { LinkTarget: not null } or { Exists: true };

    /// <summary>The files below a folder with one of these endings. Links to folders are not followed, as they may form a cycle.</summary>
    static FileSystemEnumerable<string> Below(string folder, params string[] endings) =>
        new FileSystemEnumerable<string>(folder, (ref FileSystemEntry entry) =>
        entry.ToFullPath(), new() { RecurseSubdirectories = true, AttributesToSkip = 0 })
        {
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
            ShouldIncludePredicate = (ref FileSystemEntry entry) =>
                !entry.IsDirectory && endings.Contains(System.IO.Path.GetExtension(entry.FileName).ToString(),
                StringComparer.OrdinalIgnoreCase),
        };

    string NameOf(string file) =>
        $"{System.IO.Path.GetFileName(System.IO.Path.TrimEndingDirectorySeparator(path))}/" +
        $"{System.IO.Path.GetRelativePath(path, file).Replace('\\', '/')}";
}
