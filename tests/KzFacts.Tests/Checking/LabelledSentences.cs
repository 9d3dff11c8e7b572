using System.Globalization;
using KzFacts.Data.Checking;
using KzFacts.Data.Facts;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Checking;

/// <summary>A sentence of <c>sentences.txt</c> and its expected judgement. Null if it must give no facts, or if only a conflict
/// would be wrong.</summary>
sealed record LabelledSentence(bool IsSilent, Bearing? Agreement, Element? Element, IReadOnlyList<string> Facts, DateOnly? Date,
    string Text, bool HeldOut)
{
    public static IReadOnlyList<LabelledSentence> All { get; } = Read();

    static List<LabelledSentence> Read()
    {
        List<LabelledSentence> all = [];
        foreach (var line in File.ReadLines(Repository.Path("tests", "KzFacts.Tests", "Checking", "sentences.txt"))
            .Where(line => line.Length > 0 && line[0] != '#'))
        {
            var columns = line.Split('|', 5, StringSplitOptions.TrimEntries);
            all.Add(new(columns[0] == "silent", Word<Bearing>(columns[0]), Word<Element>(columns[1]),
                columns[2].Split(' ', StringSplitOptions.RemoveEmptyEntries),
                columns[3].Length == 0 ? null : DateOnly.ParseExact(columns[3], "yyyy-MM-dd", CultureInfo.InvariantCulture), columns[4],
                    all.Count % 3 == 2));
        }
        return all;
    }

    static T? Word<T>(string text) where T : struct, Enum =>
        Enum.GetValues<T>().Where(word => ClosedWords.Of(word) == text).Cast<T?>().FirstOrDefault();
}
