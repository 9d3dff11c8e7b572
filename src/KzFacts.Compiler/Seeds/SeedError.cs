namespace KzFacts.Compiler.Seeds;

/// <summary>An error in the seeds: its position, and the correction if it is known.</summary>
public sealed record SeedError(string File, int Line, string Message, string? Hint = null)
{
    public override string ToString() => $"{File}:{Line}: {Message}{(Hint is null ? "" : $": {Hint}")}";
}

/// <summary>The errors of a run. All are collected before the run fails.</summary>
public sealed class SeedErrors
{
    readonly List<SeedError> errors = [], warnings = [];

    public void Add(SeedNode node, string message, string? hint = null) => errors.Add(new(node.File, node.Line, message, hint));

    public void Add(string file, int line, string message, string? hint = null) => errors.Add(new(file, line, message, hint));

    /// <summary>Adds what an editor should look at, although it may be right.</summary>
    public void Warn(SeedNode node, string message, string hint) => warnings.Add(new(node.File, node.Line, message, hint));

    /// <summary>In the order in which they were found.</summary>
    public IReadOnlyList<SeedError> Warnings => warnings;

    public int Count => errors.Count;

    /// <summary>Ordered by file and line.</summary>
    public IReadOnlyList<SeedError> All => [.. errors.OrderBy(error => error.File, StringComparer.Ordinal).ThenBy(error => error.Line)];
}
