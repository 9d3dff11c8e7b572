using FluentAssertions;
using KzFacts.Data.Checking;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Checking;

/// <summary>How often the check is right about the labelled sentences. Some were held out: nobody looked at them while the rules
/// were written.</summary>
public sealed class QualityTests(Served served, ITestOutputHelper output)
{
    sealed record Outcome(LabelledSentence Label, IReadOnlyList<CheckedFact> Facts)
    {
        /// <summary>The expected fact, if it is among the first three.</summary>
        public CheckedFact? Found => Facts.Take(3).FirstOrDefault(fact => Label.Facts.Contains(fact.Fact.Id));

        public bool IsAgreed =>
            Found?.Agreement == Label.Agreement && (Label.Element is null
            || Found!.Elements.Any(element => element.Element == Label.Element && element.Agrees == false));

        public IEnumerable<CheckedFact> Conflicts => Facts.Where(fact => fact.Agreement == Bearing.Conflicts);

        public int WrongConflicts =>
            Label.Agreement == Bearing.Conflicts
            ? Conflicts.Count(fact => !fact.Elements.Any(element => element.Element == Label.Element && element.Agrees == false))
            : Conflicts.Count();

        public int WrongSupports =>
            Label.Agreement == Bearing.Supports || Label is { Agreement: null, IsSilent: false }
            ? 0 : Facts.Count(fact => fact.Agreement == Bearing.Supports);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_right_facts_are_found_and_wrong_conflicts_are_rare(bool heldOut)
    {
        var outcomes = Outcomes(heldOut);
        var (told, silent) = (outcomes.Where(one => one.Label.Agreement is not null).ToList(),
            outcomes.Where(one => one.Label.IsSilent).ToList());
        var recall = told.Average(one => one.Found is null ? 0.0 : 1);
        var agreed = told.Average(one => one.IsAgreed ? 1.0 : 0);
        var conflicts = outcomes.Sum(one => one.Conflicts.Count());
        var (wrong, wrongSupports, supports) = (outcomes.Sum(one => one.WrongConflicts), outcomes.Sum(one => one.WrongSupports),
            outcomes.Sum(one => one.Facts.Count(fact => fact.Agreement == Bearing.Supports)));
        output.WriteLine(
            $"{(heldOut ? "held out" : "open")}: {outcomes.Count} sentences; recall@3 {recall:P1}; first fact right "
            + $"{told.Average(one => one.Facts.Count > 0 && one.Label.Facts.Contains(one.Facts[0].Fact.Id) ? 1.0 : 0):P1}; agreement "
            + $"{agreed:P1}; conflicts: {conflicts - wrong} of {conflicts} right, "
            + $"{told.Count(one => one.Label.Agreement == Bearing.Conflicts && one.IsAgreed)} of "
            + $"{told.Count(one => one.Label.Agreement == Bearing.Conflicts)} found; supports: {supports - wrongSupports} of {supports} in "
            + $"place; silent: {silent.Count(one => one.Facts.Count == 0)} of {silent.Count}");
        if (!heldOut) Show(outcomes);

        recall.Should().BeGreaterThanOrEqualTo(0.9);
        (wrong * 20).Should().BeLessThanOrEqualTo(conflicts, "of twenty accusations at most one may be wrong");
        silent.Should().OnlyContain(one => one.Facts.Count == 0);
    }

    IReadOnlyList<Outcome> Outcomes(bool heldOut) =>
        [.. LabelledSentence.All.Where(label => label.HeldOut == heldOut)
            .Select(label => new Outcome(label, Checked.FactsOf(served.Snapshot, label.Text, label.Date)))];

    void Show(IReadOnlyList<Outcome> outcomes)
    {
        foreach (var one in outcomes.Where(one => one.WrongConflicts > 0
            || (one.Label.Agreement is null ? one.Label.IsSilent && one.Facts.Count > 0 : !one.IsAgreed)))
        {
            output.WriteLine(
                $"\n{one.Label.Agreement?.ToString() ?? "Silent"} {one.Label.Element}: {one.Label.Text}  " +
                $"[{string.Join(' ', one.Label.Facts)}]");
            foreach (var fact in one.Facts)
            {
                var elements = fact.Elements.Select(
                    element => $"{element.Element} '{element.Stated}' / '{element.Held}' {element.Agrees}");
                output.WriteLine($"  {fact.Agreement} {fact.Fact.Id}: {string.Join(", ", elements)}");
            }
        }
    }
}
