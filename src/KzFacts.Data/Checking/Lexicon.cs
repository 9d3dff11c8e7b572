using System.Reflection;
using KzFacts.Data.Text;

namespace KzFacts.Data.Checking;

/// <summary>Maps words, or beginnings of words, to what they stand for. Latin and Cyrillic words are kept apart: the Kazakh
/// <c>он</c> (ten) folds to the same letters as the English <c>on</c>.</summary>
sealed class Lexicon
{
    const int Shortest = 2;

    readonly Dictionary<string, List<string>>[] exact = [[], []], beginnings = [[], []];
    int longest;

    /// <summary>The word lists that come with the program. A line is an entry; its words are separated by spaces; <c>#</c> begins a
    /// remark.</summary>
    public static IEnumerable<(string Key, IEnumerable<string> Forms)> Read(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        return [.. reader.ReadToEnd().Split('\n').Select(line => line.Split('#')[0]
            .Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Where(words => words.Length > 0).Select(words => (words[0], words.Skip(1)))];
    }

    /// <summary>A lexicon of single words.</summary>
    public static Lexicon Of(string name)
    {
        var lexicon = new Lexicon();
        foreach (var (key, forms) in Read(name))
            foreach (var form in forms) lexicon.Add(form, key);
        return lexicon;
    }

    /// <param name="form">A word, or the beginning of words if it ends in *.</param>
    public void Add(string form, string key)
    {
        var word = Folding.Word(form.TrimEnd('*'));
        if (word.Length == 0) return;
        var into = (form.EndsWith('*') ? beginnings : exact)[Token.IsCyrillicText(form) ? 1 : 0];
        if (!into.TryGetValue(word, out var keys)) into[word] = keys = [];
        if (!keys.Contains(key)) keys.Add(key);
        longest = Math.Max(longest, word.Length);
    }

    /// <summary>What a word stands for: an entry for the whole word first, then the one with the longest beginning.</summary>
    public IEnumerable<string> Find(Token token)
    {
        var script = token.IsCyrillic ? 1 : 0;
        if (exact[script].TryGetValue(token.Folded, out var whole))
            foreach (var key in whole) yield return key;
        var lookup = beginnings[script].GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(token.Folded.Length, longest); length >= Shortest; length--)
            if (lookup.TryGetValue(token.Folded.AsSpan(0, length), out var keys))
                foreach (var key in keys) yield return key;
    }
}
