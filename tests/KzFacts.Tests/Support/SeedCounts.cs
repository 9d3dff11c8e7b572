using System.Text.RegularExpressions;
using KzFacts.Compiler.Seeds;

namespace KzFacts.Tests.Support;

/// <summary>The numbers of entries in the real seeds. They are counted in the files, so that a new fact changes no test.</summary>
static partial class SeedCounts
{
    static readonly string[] Kinds = ["events", "statements", "price-changes", "deployments", "tolls"];

    public static TheoryData<string> Collections => [.. Kinds, "facts", "sources", "actors", "places", "words"];

    /// <summary>The number of entries of a collection, by its path under <c>/v1</c>.</summary>
    public static int Of(string path) => path == "facts" ? Kinds.Sum(Of)
        : new SeedFolder(Repository.Path("seeds")).Files(path).Sum(file => Entry().Count(File.ReadAllText(file.File)));

    [GeneratedRegex("^- ", RegexOptions.Multiline)]
    private static partial Regex Entry();
}
