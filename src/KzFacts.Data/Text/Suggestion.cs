namespace KzFacts.Data.Text;

/// <summary>What was probably meant.</summary>
public static class Suggestion
{
    /// <summary>"did you mean 'almaty'?" where one of the words is near enough, else null.</summary>
    public static string? Among(IEnumerable<string> words, string given) => Nearest(words, given) is { } nearest ? $"did you mean '{nearest}'?" : null;

    /// <summary>The nearest of the words, where it is near enough, else null.</summary>
    public static string? Nearest(IEnumerable<string> words, string given)
    {
        if (given.Length == 0) return null;
        var allowed = Math.Clamp(given.Length / 3, 1, 4);
        return words.Select(word => (word, distance: Distance(word, given)))
            .Where(pair => pair.distance <= allowed || pair.word.StartsWith(given, StringComparison.OrdinalIgnoreCase))
            .OrderBy(pair => pair.distance).ThenBy(pair => pair.word, StringComparer.Ordinal).Select(pair => pair.word).FirstOrDefault();
    }

    /// <summary>Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours, without regard to case.</summary>
    public static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 4 || Math.Max(a.Length, b.Length) > 200) return int.MaxValue;
        (a, b) = (a.ToLowerInvariant(), b.ToLowerInvariant());
        int[] before = [], last = [.. Enumerable.Range(0, b.Length + 1)];
        for (var i = 1; i <= a.Length; i++)
        {
            var row = new int[b.Length + 1];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = Math.Min(row[j], before[j - 2] + 1);
            }
            (before, last) = (last, row);
        }
        return last[b.Length];
    }
}
