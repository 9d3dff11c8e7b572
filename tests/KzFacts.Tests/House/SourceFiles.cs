using KzFacts.Tests.Support;

namespace KzFacts.Tests.House;

/// <summary>The files of the project that people write: without builds, packages, lock files and bundles.</summary>
static class SourceFiles
{
    static readonly string[] Endings = [".cs", ".razor", ".txt", ".js", ".jsx", ".css", ".sql", ".csproj", ".json", ".yaml", ".md", ".sh"];

    static readonly string[] NotOurs = ["obj", "bin", "node_modules", "artifacts", "graphiql", "TestResults", "generated"];

    static readonly string[] Made = ["packages.lock.json", "package-lock.json"];

    /// <summary>The files below a folder of the project, by their path in it.</summary>
    public static IEnumerable<(string Path, string Text)> Below(string folder)
    {
        var root = Repository.Path(".");
        return Directory.EnumerateFiles(Repository.Path(folder), "*", SearchOption.AllDirectories)
            .Select(file => System.IO.Path.GetRelativePath(root, file).Replace('\\', '/'))
            .Where(path => Endings.Contains(System.IO.Path.GetExtension(path)) && !path.Split('/').Intersect(NotOurs).Any()
                && !Made.Contains(System.IO.Path.GetFileName(path)))
            .Order(StringComparer.Ordinal).Select(path => (path, File.ReadAllText(System.IO.Path.Combine(root, path))));
    }
}
