using KzFacts.Tests.Support;

namespace KzFacts.Tests.House;

/// <summary>The files of the project that people write: no builds, packages, lock files or bundles.</summary>
static class SourceFiles
{
    static readonly string[] Endings = [".cs", ".razor", ".txt", ".js", ".jsx", ".css", ".sql", ".csproj", ".json", ".yaml", ".md", ".sh"];

    static readonly string[] GeneratedFolders =
        ["obj", "bin", "node_modules", "artifacts", "graphiql", "TestResults", "generated", "StrykerOutput", ".git"];

    static readonly string[] LockFiles = ["packages.lock.json", "package-lock.json"];

    /// <summary>The files below a folder of the project that have one of the endings, by their path within the project.</summary>
    public static IEnumerable<(string Path, string Text)> Below(string folder, string[]? endings = null)
    {
        var root = Repository.Path(".");
        return Directory.EnumerateFiles(Repository.Path(folder), "*", SearchOption.AllDirectories)
            .Select(file => System.IO.Path.GetRelativePath(root, file).Replace('\\', '/'))
            .Where(path => (endings ?? Endings).Contains(System.IO.Path.GetExtension(path)))
            .Where(path => !path.Split('/').Intersect(GeneratedFolders).Any() && !LockFiles.Contains(System.IO.Path.GetFileName(path)))
            .Order(StringComparer.Ordinal).Select(path => (path, File.ReadAllText(System.IO.Path.Combine(root, path))));
    }
}
