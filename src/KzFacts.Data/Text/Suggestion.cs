namespace KzFacts.Data.Text;

/// <summary>Suggests an existing word for an unknown one.</summary>
public static class Suggestion
{
    /// <summary>"did you mean 'vienna'?" for the closest word. Null if none is similar.</summary>
    public static string? Among(IEnumerable<string> words, string given) =>
        Nearest(words, given) is { } nearest ? $"did you mean '{nearest}'?" : null;

    /// <summary>The closest of a few words. Null if none is similar. A word that only has something put before the given one, such as
    /// unconfirmed for confirmed, may mean the opposite.</summary>
    public static string? AmongWords(IEnumerable<string> words, string given) =>
        Nearest(words.Where(word => word.Length == given.Length || !word.EndsWith(given, StringComparison.OrdinalIgnoreCase)), given);

    /// <summary>The closest word. Null if none is similar.</summary>
    public static string? Nearest(IEnumerable<string> words, string given)
    {
        if (given.Length == 0) return null;
        var allowed = Math.Clamp(given.Length / 3, 1, MostEdits);
        return words.Select(word => (word, isBeginning: word.StartsWith(given, StringComparison.OrdinalIgnoreCase)))
            .Select(pair => (pair.word, pair.isBeginning, distance: Distance(pair.word, given, pair.isBeginning ? MostEdits : allowed)))
            .Where(pair => pair.isBeginning || pair.distance <= allowed)
            .OrderBy(pair => pair.distance).ThenBy(pair => pair.word, StringComparer.Ordinal).Select(pair => pair.word).FirstOrDefault();
    }

    const int MostEdits = 4, Longest = 200;

    /// <summary>The optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours. Case is
    /// ignored.</summary>
    /// <param name="most">The largest distance of interest. For a larger one the method stops early and returns
    /// <see cref="int.MaxValue"/>.</param>
    public static int Distance(string a, string b, int most = int.MaxValue)
    {
        if (Math.Abs(a.Length - b.Length) > Math.Min(most, MostEdits) || Math.Max(a.Length, b.Length) > Longest) return int.MaxValue;
        Span<int> before = stackalloc int[Longest + 1], last = stackalloc int[Longest + 1], row = stackalloc int[Longest + 1];
        for (var j = 0; j <= b.Length; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var least = row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + (Same(a[i - 1], b[j - 1]) ? 0 : 1));
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1])) row[j] = Math.Min(row[j], before[j - 2] + 1);
                least = Math.Min(least, row[j]);
            }
            if (least > most) return int.MaxValue; // no later row is smaller
            var free = before;
            before = last;
            last = row;
            row = free;
        }
        return last[b.Length] <= most ? last[b.Length] : int.MaxValue;
    }

    static bool Same(char one, char other) => one == other || char.ToLowerInvariant(one) == char.ToLowerInvariant(other);
}
