using KzFacts.Data.Checking;
using KzFacts.Data.Querying;

namespace KzFacts.Tests.Checking;

/// <summary>Checks texts without a time limit.</summary>
static class Checked
{
    /// <summary>The facts that bear on a text, sentence by sentence.</summary>
    public static IReadOnlyList<CheckedFact> FactsOf(Snapshot snapshot, string text, DateOnly? date = null)
    {
        using var lane = snapshot.Rent(Timeout.InfiniteTimeSpan, TestContext.Current.CancellationToken);
        return [.. Check.Of(lane, new(text, date)).Sentences.SelectMany(sentence => sentence.Facts)];
    }
}
