using KzFacts.Data.Facts;
using KzFacts.Data.Registries;
using KzFacts.Data.Text;

namespace KzFacts.Data.Checking;

/// <summary>A word of a sentence that says what the sentence speaks of.</summary>
/// <param name="Key">What the word stands for, such as <c>toll_measure.killed</c>.</param>
/// <param name="At">The index of the word in the sentence.</param>
public readonly record struct Cue(string Key, int At);

/// <summary>Finds cues: the words of <c>cues.txt</c> and <c>synonyms.txt</c>, and the labels of the words that the seeds define.</summary>
public sealed class Cues
{
    static readonly HashSet<string> Registries = ["commodity", "currency", "group", "price_measure", "toll_measure", "unit"];

    /// <summary>How the keys of synonyms begin.</summary>
    public const string Synonym = "synonym.";

    /// <summary>Synonyms that say nothing of a subject: words that any report has, and words for the crisis itself.</summary>
    public const string General = $"{Synonym}general", Crisis = $"{Synonym}crisis";

    /// <summary>The first English word of each line of synonyms, by its key: a word that the English text of a fact is likely to
    /// have.</summary>
    public static readonly IReadOnlyDictionary<string, string> EnglishWords = Lexicon.Read("synonyms.txt").GroupBy(line => line.Key)
        .ToDictionary(lines => Synonym + lines.Key, lines => Folding.Word(lines.First().Forms.First().TrimEnd('*')));

    /// <summary>Whether a key stands for words of one meaning, by which a sentence and a fact may say the same.</summary>
    public static bool IsMeaning(string key) => key.StartsWith(Synonym, StringComparison.Ordinal) && key is not (General or Crisis);

    readonly Lexicon words = new();
    readonly Dictionary<string, (string Key, int Parts)> forms = [];

    public Cues(IReadOnlyList<(Word Word, IReadOnlyList<string> Cues)> entries)
    {
        foreach (var (key, all) in Lexicon.Read("cues.txt"))
            foreach (var form in all) Add(key, form.Split('+'));
        foreach (var (key, all) in Lexicon.Read("synonyms.txt"))
            foreach (var form in all) Add(Synonym + key, form.Split('+'));
        foreach (var (word, cues) in entries)
            foreach (var cue in cues) Add(word.Id, cue.Split('+'));
        foreach (var (word, _) in entries.Where(entry => Registries.Contains(entry.Word.Registry) && entry.Word.Key != Toll.Everybody))
            foreach (var (_, label) in word.Labels.All())
                Add(word.Id, [.. Folding.Words(label.Split('(')[0]).Select(part => Stem(part, isEnglish: label.Any(char.IsAsciiLetter)))
                    .Distinct()]);
    }

    /// <summary>A word of a label, with the endings that it may have in a sentence: in English the other number, in Russian and
    /// Kazakh also the other cases.</summary>
    static string Stem(string word, bool isEnglish)
    {
        if (word.Length <= 5) return word;
        return isEnglish ? $"{word.TrimEnd('s')}*" : $"{word[..^Math.Min(3, word.Length - 5)]}*";
    }

    void Add(string key, string[] parts)
    {
        if (parts.Length == 0) return;
        var id = $"{key} {string.Join('+', parts)}";
        forms[id] = (key, parts.Length);
        for (var i = 0; i < parts.Length; i++) words.Add(parts[i], $"{(char)('0' + i)} {id}");
    }

    /// <summary>The cues of a part of a sentence. A cue of several words counts only if all of them occur in the part.</summary>
    public IEnumerable<Cue> Find(IReadOnlyList<Token> tokens, int first, int end)
    {
        Dictionary<string, (int At, HashSet<char> Parts)> met = [];
        for (var i = first; i < end; i++)
            foreach (var hit in words.Find(tokens[i]))
            {
                var id = hit[2..];
                if (forms[id].Parts == 1) yield return new(forms[id].Key, i);
                else if (!met.TryGetValue(id, out var known)) met[id] = (i, [hit[0]]);
                else if (known.Parts.Add(hit[0]) && known.Parts.Count == forms[id].Parts) yield return new(forms[id].Key, known.At);
            }
    }
}
