using System.Globalization;
using KzFacts.Data.Checking;
using KzFacts.Data.Facts;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Checking;

/// <summary>A sentence with the judgement that is right.</summary>
/// <param name="Judgement">Null for a sentence that must give nothing (<see cref="IsSilent"/>), and for one that may be related to
/// anything but is neither supported nor contradicted.</param>
/// <param name="Element">The element that differs.</param>
/// <param name="Facts">Facts that bear on it. Any of them is right.</param>
/// <param name="Date">The day of the text.</param>
sealed record LabelledSentence(bool IsSilent, Judgement? Judgement, Element? Element, IReadOnlyList<string> Facts, DateOnly? Date,
    string Text)
{
    /// <summary>The sentences that the rules were written with, and those that were written without knowledge of the rules.</summary>
    public static IReadOnlyList<LabelledSentence> Open { get; } = Read("sentences.txt");

    public static IReadOnlyList<LabelledSentence> Blind { get; } = Read("blind-sentences.txt");

    static List<LabelledSentence> Read(string file) =>
        [.. File.ReadLines(Repository.Path("tests", "KzFacts.Tests", "Checking", file)).Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('|', 5, StringSplitOptions.TrimEntries))
            .Select(columns => new LabelledSentence(columns[0] == "silent", Word<Judgement>(columns[0]), Word<Element>(columns[1]),
                columns[2].Split(' ', StringSplitOptions.RemoveEmptyEntries),
                columns[3].Length == 0 ? null : DateOnly.ParseExact(columns[3], "yyyy-MM-dd", CultureInfo.InvariantCulture),
                columns[4].Replace("\\n", "\n", StringComparison.Ordinal)))];

    static T? Word<T>(string text) where T : struct, Enum =>
        Enum.GetValues<T>().Where(word => ClosedWords.Of(word) == text).Cast<T?>().FirstOrDefault();
}
