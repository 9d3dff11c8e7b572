using System.Security.Cryptography;
using System.Text;

namespace KzFacts.Compiler.Seeds;

/// <summary>The folder of the seeds: each registry and each kind of fact is one file (<c>tolls.yaml</c>) or one folder of files
/// (<c>events/2022-01-05.yaml</c>).</summary>
public sealed class SeedFolder(string path)
{
    public string Path => path;

    public bool Exists => Directory.Exists(path);

    /// <summary>The files of a part, in order, with the names to call them by.</summary>
    public IEnumerable<(string File, string Name)> Files(string part)
    {
        var folder = System.IO.Path.Combine(path, part);
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.yaml", SearchOption.AllDirectories) : [];
        if (File.Exists($"{folder}.yaml")) files = [$"{folder}.yaml", .. files];
        return files.Order(StringComparer.Ordinal).Select(file => (file, NameOf(file)));
    }

    public static IReadOnlyList<string> Parts { get; } = ["words", "actors", "places", "sources", .. SeedKinds.All.Select(kind => kind.Part), "removed"];

    /// <summary>YAML files that belong to no part, by name.</summary>
    public IEnumerable<string> Strays() => Directory.GetFiles(path, "*.y*ml", SearchOption.AllDirectories)
        .Except(Parts.SelectMany(Files).Select(file => file.File)).Select(NameOf).Order(StringComparer.Ordinal);

    /// <summary>SHA-256 in hex of the names and bytes of all seed files.</summary>
    public string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Directory.GetFiles(path, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{NameOf(file)}\0"));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    string NameOf(string file) => $"{System.IO.Path.GetFileName(System.IO.Path.TrimEndingDirectorySeparator(path))}/{System.IO.Path.GetRelativePath(path, file).Replace('\\', '/')}";
}
