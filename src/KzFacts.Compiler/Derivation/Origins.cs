namespace KzFacts.Compiler.Derivation;

/// <summary>Finds out which pages are independent of each other. Pages that share an origin group, directly or through other pages,
/// have the same origin. A page of a republishing publisher has no origin until somebody has examined whose report it is.</summary>
public sealed class Origins
{
    readonly Dictionary<string, string?> rootOf = new(StringComparer.Ordinal);

    /// <param name="sources">The sources with their origin groups. A source without groups has no origin.</param>
    public Origins(IEnumerable<(string Id, IReadOnlyList<string> Groups)> sources)
    {
        Dictionary<string, string> parent = new(StringComparer.Ordinal);
        string Root(string group)
        {
            if (!parent.TryGetValue(group, out var up)) parent[group] = up = group;
            return up == group ? group : parent[group] = Root(up);
        }
        var all = sources.ToList();
        foreach (var (_, groups) in all)
            foreach (var group in groups) parent[Root(group)] = Root(groups[0]);
        foreach (var (id, groups) in all) rootOf[id] = groups is [var group, ..] ? Root(group) : null;
    }

    /// <summary>The number of different origins.</summary>
    public int Count => rootOf.Values.OfType<string>().Distinct().Count();

    /// <summary>The origin of a source, or null.</summary>
    public string? Of(string source) => rootOf[source];

    /// <summary>Whether two sources are known to have different origins.</summary>
    public bool AreIndependent(string one, string other) => Of(one) is { } first && Of(other) is { } second && first != second;
}
