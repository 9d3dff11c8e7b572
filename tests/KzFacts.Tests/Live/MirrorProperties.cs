using System.Globalization;
using System.Text.Json;
using CsCheck;
using FluentAssertions;
using KzFacts.Data.Querying;
using KzFacts.Tests.Compiler;

namespace KzFacts.Tests.Live;

/// <summary>The feed contains every change, whatever is edited between compiles.</summary>
public sealed class MirrorProperties
{
    const int Edits = 5;

    static readonly Gen<(int[] Edits, int Begins, int Limit)> History =
        Gen.Select(Gen.Int[0, Edits - 1].Array[1, 6], Gen.Int[0, 6], Gen.Int[1, 4]);

    [Fact]
    public void A_mirror_that_begins_at_any_revision_and_follows_the_feed_holds_what_the_snapshot_holds() =>
        History.Sample((edits, begins, limit) =>
    {
        using var seeds = new SmallSeeds();
        var (mirror, known, times) = (new Mirror(), (string?)null, new int[Edits]);
        for (var i = 0; i <= edits.Length; i++)
        {
            if (i > 0) Edit(seeds, edits[i - 1], ++times[edits[i - 1]]);
            seeds.Compile().Errors.Should().BeEmpty();
            if (i == begins % (edits.Length + 1)) known = Follow(seeds, mirror, null, limit);
        }

        Follow(seeds, mirror, known, limit);

        mirror.Facts.Should().Equal(Held(seeds));
    }, iter: 12);

    /// <summary>One of several edits of a file, made for the first, second or third time.</summary>
    static void Edit(SmallSeeds seeds, int which, int time)
    {
        using var fresh = new SmallSeeds();
        var again = string.Create(CultureInfo.InvariantCulture, $"{time}");
        _ = which switch
        {
            0 => seeds.Write("tolls", fresh.Change("tolls", "count: 8\n  c", $"count: 8{again}\n  c").Read("tolls")),
            1 => seeds.Write("price-changes", time % 2 == 1 ? "" : fresh.Read("price-changes")), // goes, comes back
            2 => seeds.Write("actors", fresh.Change("actors", "en: Tokayev", $"en: Tokayev {again}").Read("actors")), // many facts name him
            // One fact is removed, another is added.
            3 => seeds.Write("events", fresh.Change("events", "id: 2022-01-05-unrest", $"id: 2022-01-05-unrest-{again}").Read("events")),
            _ => seeds.Write("sources", fresh.Change("sources", "publisher: TASS", $"publisher: TASS {again}").Read("sources")),
        };
    }

    /// <summary>Reads the feed in pages from a revision or from the beginning. Returns the revision of the last page.</summary>
    static string Follow(SmallSeeds seeds, Mirror mirror, string? since, int limit)
    {
        using var snapshot = Snapshot.Open(seeds.Database);
        using var lane = snapshot.Rent(Timeout.InfiniteTimeSpan);
        var place = since is null ? null : ChangeFeed.Since(lane, since);
        do place = ChangeFeed.List(lane, new() { Page = new() { Limit = limit, Cursor = place } }, row =>
            mirror.Apply(JsonSerializer.Deserialize<JsonElement>(row.Utf8(0))));
        while (place is not null);
        return snapshot.State.Revision;
    }

    static Dictionary<string, string> Held(SmallSeeds seeds)
    {
        using var snapshot = Snapshot.Open(seeds.Database);
        return snapshot.Texts("select id || ' ' || json from fact join fact_document using (row) where current = 1")
            .ToDictionary(one => one.Split(' ')[0], one => one[(one.IndexOf(' ') + 1)..]);
    }
}
