using KzFacts.Compiler.Seeds;

namespace KzFacts.Compiler.Derivation;

/// <summary>Independence of pages: pages that share an origin group, directly or through others, are one origin.</summary>
public static class Origins
{
    /// <summary>The number of each source's origin, from 0.</summary>
    public static Dictionary<string, int> Of(IEnumerable<SeedSource> sources)
    {
        Dictionary<string, string> parent = new(StringComparer.Ordinal);
        string Root(string group)
        {
            if (!parent.TryGetValue(group, out var up)) parent[group] = up = group;
            return up == group ? group : parent[group] = Root(up);
        }
        var all = sources.ToList();
        foreach (var source in all)
            foreach (var group in source.Origins) parent[Root(group)] = Root(source.Origins[0]);
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        Dictionary<string, int> origins = new(StringComparer.Ordinal);
        foreach (var source in all)
        {
            var root = Root(source.Origins[0]);
            if (!numbers.TryGetValue(root, out var number)) numbers[root] = number = numbers.Count;
            origins[source.Id] = number;
        }
        return origins;
    }
}
