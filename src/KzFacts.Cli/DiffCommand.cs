using System.CommandLine;
using System.Text.Json;
using KzFacts.Data.Changes;
using KzFacts.Data.Facts;
using KzFacts.Data.Proof;
using KzFacts.Data.Querying;

namespace KzFacts.Cli;

/// <summary><c>kzfacts diff OLD NEW</c>: shows how an edit of the seeds changes the facts.</summary>
static class DiffCommand
{
    public static Command Make()
    {
        var (old, other) = (new Argument<FileInfo>("old") { Description = "A snapshot file." },
            new Argument<FileInfo>("new") { Description = "Another." });
        var command =
            new Command("diff", "Says which present facts differ between two snapshots, and in what; exit code 1 where any does.") { old,
            other };
        command.SetAction(parsed =>
        {
            try
            {
                using var before = Snapshot.Open(parsed.GetValue(old)!.FullName);
                using var after = Snapshot.Open(parsed.GetValue(other)!.FullName);
                using var beforeLane = before.Rent(Timeout.InfiniteTimeSpan);
                using var afterLane = after.Rent(Timeout.InfiniteTimeSpan);
                return Show(SnapshotDifferences.Between(beforeLane, afterLane));
            }
            catch (InvalidSnapshotException e)
            {
                return Options.Fail(e.Message);
            }
        });
        return command;
    }

    static int Show(IEnumerable<FactDifference> differences)
    {
        var counts = Enum.GetValues<ChangeAction>().ToDictionary(action => action, _ => 0);
        foreach (var fact in differences)
        {
            counts[fact.Action]++;
            Console.WriteLine($"{ClosedWords.Of(fact.Action)} {fact.Id}: {fact.Title}");
            foreach (var member in fact.Members)
                Console.WriteLine($"  {member.Path}: {Say(member, member.Held)} -> {Say(member, member.Here)}");
        }
        Console.WriteLine(string.Join(", ", counts.Select(count => $"{count.Value} {ClosedWords.Of(count.Key)}")));
        return counts.Values.Sum() == 0 ? Options.Done : Options.Negative;
    }

    static string Say(JsonDifference member, JsonElement? value) => value is { } given ? member.Show(given) : "missing";
}
