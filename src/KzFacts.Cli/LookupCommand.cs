using System.CommandLine;
using KzFacts.Data;
using KzFacts.Data.Facts;
using KzFacts.Data.Names;
using KzFacts.Data.Querying;

namespace KzFacts.Cli;

/// <summary><c>kzfacts lookup URL</c>: what is held of a page.</summary>
static class LookupCommand
{
    public static Command Make()
    {
        var url = new Argument<string>("url") { Description = "The page's address." };
        var snapshot = Options.Snapshot();
        var command = new Command("lookup", "Says what a page claims and how far others agree; exit code 1 where nothing is held of it.") { url, snapshot };
        command.SetAction(parsed =>
        {
            try
            {
                using var open = Snapshot.Open(parsed.GetValue(snapshot)!.FullName);
                using var lane = open.Rent(Timeout.InfiniteTimeSpan);
                return Show(lane, parsed.GetValue(url)!);
            }
            catch (Exception e) when (e is InvalidSnapshotException or InvalidParametersException)
            {
                return Options.Fail(e.Message);
            }
        });
        return command;
    }

    static int Show(Lane lane, string url)
    {
        Source? page = null;
        var (match, source) = Lookup.Find(lane, url, row => page = FactJson.Read<Source>(row.Utf8(0)));
        if (source is null)
        {
            Console.WriteLine($"nothing is held of {match.Key}, which says nothing of its truth");
            return Options.Negative;
        }
        Console.WriteLine($"{page!.Publisher}, {page.Title ?? "(no headline)"}, {page.Published ?? "undated"} (match: {Words.Of(match.Level)})");
        Lookup.Claims(lane, source, null, withClaims: false, row =>
        {
            var claim = FactJson.Read<Claim>(row.Utf8(0));
            var fact = FactJson.Read<Fact>(row.Utf8(1));
            Console.WriteLine($"\n{fact.First:yyyy-MM-dd}  {fact.Title}");
            Console.WriteLine($"            {Words.Of(claim.Stance)}, {Words.Of(claim.Modality)}; the fact is {Words.Of(fact.Status)}: {fact.Origins} independent origins, {fact.Supports} pages support it, {fact.Disputes} dispute it");
            Console.WriteLine($"            {fact.Id}");
        });
        return Options.Done;
    }
}
