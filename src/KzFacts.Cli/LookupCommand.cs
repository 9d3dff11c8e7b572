using System.CommandLine;
using KzFacts.Data;
using KzFacts.Data.Facts;
using KzFacts.Data.Querying;
using KzFacts.Data.Registries;

namespace KzFacts.Cli;

/// <summary><c>kzfacts lookup URL</c>: shows what a page claims.</summary>
static class LookupCommand
{
    public static Command Make()
    {
        var url = new Argument<string>("url") { Description = "The page's address." };
        var asOf = Options.AsOf();
        var snapshot = Options.Snapshot();
        var command =
            new Command("lookup", "Says what a page claims and how far others agree; exit code 1 where nothing is held of it.") { url,
            asOf, snapshot };
        command.SetAction(parsed =>
        {
            try
            {
                using var open = Snapshot.Open(parsed.GetValue(snapshot)!.FullName);
                using var lane = open.Rent(Timeout.InfiniteTimeSpan);
                return Show(lane, parsed.GetValue(url)!, parsed.GetValue(asOf));
            }
            catch (Exception e) when (e is InvalidSnapshotException or InvalidParametersException)
            {
                return Options.Fail(e.Message);
            }
        });
        return command;
    }

    static int Show(Lane lane, string url, DateOnly? asOf)
    {
        var page = Lookup.Find(lane, url);
        if (page.Source is null)
        {
            Console.WriteLine(
                $"nothing is held of {page.Match.Key}, which says nothing about its " +
                $"truth{(page.Match.Reason == MissReason.OpaqueLink ? "; it is a short link: look up the address it leads to" : "")}");
            return Options.Negative;
        }
        var source = FactJson.Read<Source>(page.Document);
        Console.WriteLine(
            $"{source.Publisher}, {source.Title ?? "(no headline)"}, {source.Published ?? "undated"} " +
            $"(match: {ClosedWords.Of(page.Match.Level)})");
        foreach (var step in page.Match.Steps)
            Console.WriteLine($"  {ClosedWords.Of(step.Side)} address, {ClosedWords.Of(step.Rule)}: {step.Detail}");
        LookupWriter.EachClaim(lane, page.Source, new(asOf), row =>
        {
            var claim = FactJson.Read<Claim>(row.Utf8(0));
            var fact = FactJson.Read<Fact>(row.Utf8(1));
            var others = FactJson.Read<IReadOnlyList<OtherSource>>(row.Utf8(2));
            Console.WriteLine($"\n{fact.Days()}  {fact.Title}");
            Console.WriteLine(
                $"            {ClosedWords.Of(claim.Stance)}, {ClosedWords.Of(claim.Modality)}; the fact is " +
                $"{ClosedWords.Of(fact.Status)}: {fact.Origins} independent origins, {fact.Supports} pages support it, " +
                $"{fact.Disputes} dispute it");
            if (others.Count > 0)
            {
                var named = string.Join(", ", others.Select(other => $"{other.Source.Publisher} ({ClosedWords.Of(other.Stance)})"));
                Console.WriteLine($"            also {named}{(row.Number(3) is var more and > 0 ? $" and {more} more" : "")}");
            }
            Console.WriteLine($"            {fact.Id}");
        });
        return Options.Done;
    }
}
