using KzFacts.Api.Kinds;
using KzFacts.Data.Facts;
using KzFacts.Data.Registries;

namespace KzFacts.Api.Formats;

/// <summary>A fact as a claim, in the same words in all formats that have claims: its address, what is claimed, by whom and when.</summary>
static class ClaimWords
{
    /// <summary>The address of a fact, or of the fact as it was known by a day.</summary>
    public static string AddressOf(string root, string id, DateOnly? asOf) =>
        $"{root}/v1/facts/{id}{(asOf is { } day ? $"?asOf={day:yyyy-MM-dd}" : "")}";

    /// <summary>The address of its page, for people.</summary>
    public static string PageOf(string root, string id, DateOnly? asOf) =>
        $"{root}/facts/{id}{(asOf is { } day ? $"?asOf={day:yyyy-MM-dd}" : "")}";

    public static string ClaimText(this Fact fact) => KindView.All[fact.Kind].ClaimOf(fact) ?? fact.Title;

    /// <summary>The actor whose claim it is. Null if the pages alone claim it.</summary>
    public static ActorReference? Claimant(this Fact fact) =>
        fact.Actors.FirstOrDefault(part => part.Role is Role.Speaker or Role.Reporter)?.Actor;

    /// <summary>The day on which it was first claimed: the day of a statement if that is known, otherwise the day of the earliest
    /// page.</summary>
    public static DateOnly? ClaimedOn(this Fact fact) =>
        (KindView.All[fact.Kind].IsClaimedOnItsDay ? fact.Day() : null) ?? fact.FirstReported;
}
