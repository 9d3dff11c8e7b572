using System.Globalization;
using KzFacts.Data.Facts;
using KzFacts.Data.Querying;

namespace KzFacts.Api.Formats;

/// <summary>What a ClaimReview says of a fact, in words: never a number, as a count of origins is no verdict of truth.</summary>
/// <param name="Rating">Such as <c>Withdrawn on 10 January 2022</c>.</param>
/// <param name="Day">The day of what it tells, or null without a date.</param>
sealed record Review(string Rating, DateOnly? Day)
{
    /// <summary>Who reviews, and in which language.</summary>
    public const string Publisher = "KzFacts", Language = "en";

    /// <summary>The review of a fact with its claims; null unless it is retracted or disputed.</summary>
    public static Review? Of(Fact fact, Lane lane) => fact.Status switch
    {
        Status.Retracted => Withdrawn(fact.Retraction!, lane),
        Status.Disputed => new(
            $"Disputed: {Pages(fact.Supports)} {(fact.Supports == 1 ? "supports" : "support")} it, {Pages(fact.Disputes)} {(fact.Disputes == 1 ? "disputes" : "dispute")} it",
            FirstDispute(fact)),
        _ => null,
    };

    /// <summary>The day of the earliest page that disputes it; a page older than a statement disputes it from the first.</summary>
    static DateOnly? FirstDispute(Fact fact)
    {
        var day = fact.Claims!.Where(claim => claim.Stance == Stance.Disputes).Min(claim => claim.KnownFrom);
        return day < fact.ClaimedOn() ? fact.ClaimedOn() : day;
    }

    /// <summary>What the claims of any fact together say, in words.</summary>
    public static string StatusOf(Fact fact, Lane lane) => Of(fact, lane)?.Rating ?? fact.Status switch
    {
        Status.Corroborated => $"Reported by {fact.Origins} independent origins, not proven true",
        Status.SingleSource => "Reported by one origin",
        _ => "Unconfirmed: only speculation",
    };

    static Review Withdrawn(Retraction retraction, Lane lane)
    {
        var replaced = retraction.Replacement is { } replacement ? $"; replaced by: {replacement.Title}" : "";
        if (retraction.Event is { } known && lane.Texts($"select first from fact where id = @Id and current = 1 and {Fact.HasDay}", known) is [var first])
        {
            var day = DateOnly.ParseExact(first, "yyyy-MM-dd", CultureInfo.InvariantCulture);
            return new($"Withdrawn on {Say(day)}{replaced}", day);
        }
        return new($"Withdrawn{(retraction.Since is { } since ? $", as reported on {Say(since)}" : "")}{replaced}", retraction.Since);
    }

    public static string Pages(int count) => count == 1 ? "1 page" : $"{count} pages";

    public static string Say(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
