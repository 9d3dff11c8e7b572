using System.ComponentModel;
using System.Globalization;
using KzFacts.Data.Querying;

namespace KzFacts.Api.Rest;

/// <summary>The parameters of Google's search for reviewed claims, and two of our own. A number of 0 counts as not given, as
/// there.</summary>
public sealed record ClaimSearchRequest
{
    public const int LargestPage = 100, MostSkipped = 10_000;

    [Description("Words of the claim, found as in search; needed unless reviewPublisherSiteFilter or appearanceUrl is given."), Text]
    public string? Query { get; init; }

    [Description("The language of the review, BCP 47; the region does not count. Our reviews are in English.")]
    public string? LanguageCode { get; init; }

    [Description("The host of the reviewer's addresses: this server's own, or a domain that it lies in; another has nothing here.")]
    public string? ReviewPublisherSiteFilter { get; init; }

    [Description("How many days old the claim or its review may be, whichever is newer."), Bounds(0, 100_000)]
    public int? MaxAgeDays { get; init; }

    [Description("How many claims a page holds, 10 where not given; more than 100 are 100."), Bounds(0, 1_000_000)]
    public int? PageSize { get; init; }

    [Description("The nextPageToken of the page before.")]
    public string? PageToken { get; init; }

    [Description("How many claims to pass over; not looked at with pageToken."), Bounds(0, MostSkipped)]
    public int? Offset { get; init; }

    [Description("Our own: only claims that this page makes, by any form of its address.")]
    public string? AppearanceUrl { get; init; }

    [Description("Our own: what was known by the end of this day.")]
    public DateOnly? AsOf { get; init; }

    public int Size => PageSize is null or 0 ? 10 : Math.Min(PageSize.Value, LargestPage);

    /// <exception cref="InvalidParametersException">The token is none.</exception>
    public int Start => PageToken is null ? Offset ?? 0
        : int.TryParse(PageToken, NumberStyles.None, CultureInfo.InvariantCulture, out var start) && start <= MostSkipped ? start
        : throw new InvalidParametersException([new("pageToken", $"'{PageToken}' is no page token.",
            "give the nextPageToken of the page before, as it is")]);

    public bool TakesLanguage(string language) =>
        LanguageCode is null || LanguageCode.Split('-', '_')[0].Equals(language, StringComparison.OrdinalIgnoreCase);

    public bool TakesSite(string site) =>
        ReviewPublisherSiteFilter is null || $".{site}".EndsWith($".{ReviewPublisherSiteFilter}", StringComparison.OrdinalIgnoreCase);

    public bool TakesAge(DateOnly? claimed, DateOnly? reviewed)
    {
        if (MaxAgeDays is null or 0) return true;
        var oldest = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(-MaxAgeDays.Value);
        return claimed >= oldest || reviewed >= oldest;
    }
}
