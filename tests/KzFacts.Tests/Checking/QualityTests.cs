using FluentAssertions;
using KzFacts.Data.Checking;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Checking;

/// <summary>How often the check is right about the labelled sentences. Some were written without knowledge of the rules.</summary>
public sealed class QualityTests(Served served)
{
    sealed record Outcome(LabelledSentence Label, IReadOnlyList<CheckedFact> Facts)
    {
        /// <summary>The expected facts among the first three.</summary>
        public IReadOnlyList<CheckedFact> Found => [.. Facts.Take(3).Where(fact => Label.Facts.Contains(fact.Fact.Id))];

        public bool Has(Judgement judgement) => Facts.Any(fact => fact.Judgement == judgement);

        public bool IsFound(params Judgement[] judgements) => Found.Any(fact => judgements.Contains(fact.Judgement));

        /// <summary>Whether an expected fact conflicts in the expected element.</summary>
        public bool IsConflict => Found.Any(fact => fact.Judgement == Judgement.Conflicts
            && fact.Elements.Any(element => element.Element == Label.Element && element.Agrees == false));

        /// <summary>Whether nothing in the sentence contradicts a fact.</summary>
        public bool IsPeaceful => Label.Judgement is null or Judgement.Supports or Judgement.Related
            || Label is { Judgement: Judgement.Partly, Element: null };

        public bool IsRight => Label.Judgement switch
        {
            Judgement.Conflicts => IsConflict,
            Judgement.Partly => (IsFound(Judgement.Partly) || IsConflict) && !Has(Judgement.Supports),
            { } judgement => IsFound(judgement),
            null => !Has(Judgement.Supports) && !Has(Judgement.Conflicts) && !Has(Judgement.RepeatsRetracted)
                && (!Label.IsSilent || Facts.Count == 0),
        };
    }

    /// <summary>A share that is measured, and what it must be.</summary>
    sealed record Measure(string Name, IReadOnlyList<Outcome> Of, Func<Outcome, bool> Counts, double Least, double Most)
    {
        public int Count => Of.Count(Counts);

        public double Share => Of.Count == 0 ? Least : (double)Count / Of.Count;

        public bool IsMet => Share >= Least && Share <= Most;
    }

    [Fact]
    public void The_judgements_on_the_open_sentences_are_right() => Hold(LabelledSentence.Open, "open");

    [Fact]
    public void The_judgements_on_sentences_written_without_knowledge_of_the_rules_are_right() => Hold(LabelledSentence.Blind, "blind");

    /// <summary>Writes the table with its misses to <c>artifacts/check-quality</c>, and holds the figures.</summary>
    void Hold(IReadOnlyList<LabelledSentence> sentences, string name)
    {
        IReadOnlyList<Outcome> outcomes =
            [.. sentences.Select(label => new Outcome(label, Checked.FactsOf(served.Snapshot, label.Text, label.Date)))];
        var measures = Measures(outcomes);
        Directory.CreateDirectory(Repository.Path("artifacts", "check-quality"));
        File.WriteAllLines(Repository.Path("artifacts", "check-quality", $"{name}.txt"),
        [
            $"{outcomes.Count} sentences, {outcomes.Count(one => one.IsRight)} judged as labelled",
            .. measures.Select(one => $"{one.Count,4} of {one.Of.Count,4}  {one.Share,6:P1}  {one.Name}"),
            .. outcomes.Where(one => !one.IsRight).SelectMany(Told),
        ]);

        measures.Should().OnlyContain(one => one.IsMet);
    }

    static IReadOnlyList<Measure> Measures(IReadOnlyList<Outcome> all)
    {
        List<Outcome> Labelled(Judgement judgement) => [.. all.Where(one => one.Label.Judgement == judgement)];
        return
        [
            new("not supported, yet `supports`", [.. all.Where(one => one.Label.Judgement != Judgement.Supports)],
                one => one.Has(Judgement.Supports), 0, 0.01),
            new("contradicts nothing, yet `conflicts` or `repeats_retracted`", [.. all.Where(one => one.IsPeaceful)],
                one => one.Has(Judgement.Conflicts) || one.Has(Judgement.RepeatsRetracted), 0, 0.01),
            new("supported: `supports`", Labelled(Judgement.Supports), one => one.IsFound(Judgement.Supports), 0.6, 1),
            new("supported: `supports` or `partly`", Labelled(Judgement.Supports),
                one => one.IsFound(Judgement.Supports, Judgement.Partly), 0.9, 1),
            new("contradicted: `conflicts` in the right element", Labelled(Judgement.Conflicts), one => one.IsConflict, 0.6, 1),
            new("repeats what was retracted: `repeats_retracted`", Labelled(Judgement.RepeatsRetracted),
                one => one.IsFound(Judgement.RepeatsRetracted), 0.95, 1),
            new("the right fact is among the first three", [.. all.Where(one => one.Label.Facts.Count > 0)],
                one => one.Found.Count > 0, 0.9, 1),
        ];
    }

    static IEnumerable<string> Told(Outcome outcome)
    {
        var label = outcome.Label;
        yield return "";
        yield return $"{label.Judgement?.ToString() ?? (label.IsSilent ? "Silent" : "Uncertain")} {label.Element}: {label.Text}  "
            + $"[{string.Join(' ', label.Facts)}]";
        foreach (var fact in outcome.Facts)
            yield return $"  {fact.Judgement} {fact.Fact.Id}: " + string.Join(", ", fact.Elements.Select(element =>
                $"{element.Element} '{element.Stated}' / '{element.Held}' {element.Agrees}"));
    }
}
