namespace KzFacts.Tests.Support;

/// <summary>The files of the repository that tests read.</summary>
static class Repository
{
    static readonly string Root = Find();

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    /// <summary>The program <c>kzfacts</c>, as it was built with these tests.</summary>
    public static string CommandLine =>
        System.IO.Path.Combine(AppContext.BaseDirectory, "..", "..", "KzFacts.Cli", new DirectoryInfo(AppContext.BaseDirectory).Name,
        "kzfacts.dll");

    static string Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(System.IO.Path.Combine(at.FullName, "KzFacts.sln"))) return at.FullName;
        throw new DirectoryNotFoundException("The tests do not run inside the repository.");
    }
}
