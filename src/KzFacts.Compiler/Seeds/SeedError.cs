namespace KzFacts.Compiler.Seeds;

/// <summary>One thing that is wrong in the seeds, where it stands and, where it can be told, what would be right.</summary>
public sealed record SeedError(string File, int Line, string Message, string? Hint = null)
{
    public override string ToString() => $"{File}:{Line}: {Message}{(Hint is null ? "" : $": {Hint}")}";
}

/// <summary>The errors of a run: all of them are collected before anything is refused.</summary>
public sealed class SeedErrors
{
    readonly List<SeedError> errors = [];

    public void Add(SeedNode node, string message, string? hint = null) => errors.Add(new(node.File, node.Line, message, hint));

    public void Add(string file, int line, string message, string? hint = null) => errors.Add(new(file, line, message, hint));

    public int Count => errors.Count;

    /// <summary>In the order of files and lines.</summary>
    public IReadOnlyList<SeedError> All => [.. errors.OrderBy(error => error.File, StringComparer.Ordinal).ThenBy(error => error.Line)];
}
