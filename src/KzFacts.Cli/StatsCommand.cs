using System.CommandLine;
using KzFacts.Data.Querying;

namespace KzFacts.Cli;

/// <summary><c>kzfacts stats</c>: counts the facts, the claims and the pages.</summary>
static class StatsCommand
{
    public static Command Make()
    {
        var database = Options.Snapshot();
        var command = new Command("stats",
            "Counts facts, claims and pages of a snapshot, and the shares of pages with a day and a headline.")
        {
            database,
        };
        command.SetAction(parsed =>
        {
            try
            {
                using var snapshot = Snapshot.Open(parsed.GetValue(database)!.FullName);
                using var lane = snapshot.Rent(Timeout.InfiniteTimeSpan);
                Console.WriteLine($"revision {snapshot.State.Revision}");
                foreach (var (title, rows) in StockStatistics.Of(lane))
                {
                    Console.WriteLine($"\n{title}");
                    foreach (var (what, count, of) in rows) Console.WriteLine($"  {what,-32} {Say(count, of)}");
                }
                return Options.Done;
            }
            catch (InvalidSnapshotException e)
            {
                return Options.Fail(e.Message);
            }
        });
        return command;
    }

    static string Say(long count, long? of) => FormattableString.Invariant(of is { } all
        ? (FormattableString)$"{count,6:N0} of {all:N0} ({100.0 * count / all:0.0} %)" : $"{count,6:N0}");
}
