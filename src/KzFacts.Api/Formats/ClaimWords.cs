using KzFacts.Api.Kinds;
using KzFacts.Data.Facts;
using KzFacts.Data.Names;

namespace KzFacts.Api.Formats;

/// <summary>A fact told as a claim, the same in every format that knows claims: where it stands, what is claimed, by whom and
/// when.</summary>
static class ClaimWords
{
    /// <summary>The address of a fact, or of what was known of it by a day.</summary>
    public static string AddressOf(string root, string id, DateOnly? asOf) =>
        $"{root}/v1/facts/{id}{(asOf is { } day ? $"?asOf={day:yyyy-MM-dd}" : "")}";

    public static string ClaimText(this Fact fact) => KindView.All[fact.Kind].ClaimOf(fact) ?? fact.Title;

    /// <summary>Whose word it is, or null: that of the pages alone.</summary>
    public static ActorReference? Claimant(this Fact fact) =>
        fact.Actors.FirstOrDefault(part => part.Role is Role.Speaker or Role.Reporter)?.Actor;

    /// <summary>The day on which it was claimed first: that of a statement itself where it is known, else of the earliest page.</summary>
    public static DateOnly? ClaimedOn(this Fact fact) =>
        (KindView.All[fact.Kind].IsClaimedOnItsDay ? fact.Day() : null) ?? fact.FirstReported;
}
