using System.Globalization;
using KzFacts.Data.Facts;
using KzFacts.Data.Querying;

namespace KzFacts.Api.Formats;

/// <summary>What a ClaimReview says about a fact, in words. It never gives a number, because a count of origins is no verdict on
/// truth.</summary>
/// <param name="Rating">Such as <c>Retracted on 9 January 2022</c>.</param>
/// <param name="Day">The day of the retraction or dispute. Null if it is unknown.</param>
sealed record Review(string Rating, DateOnly? Day)
{
    /// <summary>The publisher of the reviews, and their language.</summary>
    public const string Publisher = "KzFacts", Language = "en";

    /// <summary>The review of a fact with its claims. Null unless it is retracted, disputed or rebutted.</summary>
    public static Review? Of(Fact fact, Lane lane) => fact switch
    {
        { Retraction: { } retraction } => Retracted(retraction, lane),
        { Status: Status.Disputed } => new(
            $"Disputed: {Pages(fact.Supports)} {(fact.Supports == 1 ? "supports" : "support")} it, {Pages(fact.Disputes)} " +
            $"{(fact.Disputes == 1 ? "disputes" : "dispute")} it",
            FirstDayOf(Stance.Disputes, fact)),
        { Rebuts: > 0 } => new(
            $"Rebutted: {Pages(fact.Rebuts)} " +
            $"{(fact.Rebuts == 1 ? "reports that it was said and says" : "report that it was said and say")} that it is untrue",
            FirstDayOf(Stance.Rebuts, fact)),
        _ => null,
    };

    /// <summary>Why a fact has its rating: who claims it, and which pages retract, dispute or rebut it.</summary>
    public static string ReasonOf(Fact fact)
    {
        var parts = new[] { (Stance.Supports, "claimed by"), (Stance.Retracts, "retracted according to"), (Stance.Disputes, "disputed by"),
            (Stance.Rebuts, "reported, and called untrue, by") }
            .Select(stance => (Words: stance.Item2, Claims: fact.Claims!.Where(claim => claim.Stance == stance.Item1).ToList()))
            .Where(part => part.Claims.Count > 0)
            .Select(part => $"{part.Words} {Pages(part.Claims.Count)}: {Named(part.Claims)}");
        var by = fact.Retraction is { By.Count: > 0 } retraction
            ? $" It was retracted by {string.Join(" and ", retraction.By.Select(actor => actor.Name))}." : "";
        return $"{char.ToUpperInvariant(parts.First()[0])}{string.Join("; ", parts)[1..]}.{by}";
    }

    /// <summary>The most publishers that a reason names.</summary>
    const int MostNamed = 5;

    static string Named(List<Claim> claims)
    {
        var names = claims.Select(claim => claim.Source.Publisher).Distinct().ToList();
        return string.Join(", ", names.Take(MostNamed)) + (names.Count > MostNamed ? " and others" : "");
    }

    /// <summary>The day of the earliest page that disputes or rebuts the fact, but not before the day of the statement itself.</summary>
    static DateOnly? FirstDayOf(Stance stance, Fact fact)
    {
        var day = fact.Claims!.Where(claim => claim.Stance == stance && claim.Source.Published is not null)
            .Min(claim => (DateOnly?)claim.KnownFrom);
        return day < fact.ClaimedOn() ? fact.ClaimedOn() : day;
    }

    /// <summary>What the claims of a fact say together, in words.</summary>
    public static string StatusOf(Fact fact, Lane lane) => Of(fact, lane)?.Rating ?? fact.Status switch
    {
        Status.Corroborated => $"Reported by {fact.Origins} independent origins, not proven true",
        Status.SingleSource => "Reported by one origin",
        _ => "Unconfirmed: only speculation",
    };

    static Review Retracted(Retraction retraction, Lane lane)
    {
        var replaced = retraction.Replacement is { } replacement ? $"; replaced by: {replacement.Title}" : "";
        if (retraction.Event is { } known && FactReads.DayOf(lane, known.Id) is { } day)
            return new($"Retracted on {Say(day)}{replaced}", day);
        return new($"Retracted{(retraction.Since is { } since ? $", as reported on {Say(since)}" : "")}{replaced}", retraction.Since);
    }

    public static string Pages(int count) => count == 1 ? "1 page" : $"{count} pages";

    public static string Say(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
