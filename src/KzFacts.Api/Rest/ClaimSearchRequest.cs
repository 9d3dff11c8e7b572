using System.ComponentModel;
using System.Globalization;
using KzFacts.Data.Querying;

namespace KzFacts.Api.Rest;

/// <summary>The parameters of Google's search for reviewed claims, and two of our own. A number of 0 counts as absent, as it does
/// at Google.</summary>
public sealed record ClaimSearchRequest
{
    public const int LargestPage = 100, MostSkipped = 10_000;

    [Description("Words of the claim, as in a search. Required unless reviewPublisherSiteFilter or appearanceUrl is given."), Text]
    public string? Query { get; init; }

    [Description("The language of the review, BCP 47. The region is ignored. Our reviews are in English.")]
    public string? LanguageCode { get; init; }

    [Description("The host of the reviewer: this server, or a domain that contains it. Other hosts have no reviews here.")]
    public string? ReviewPublisherSiteFilter { get; init; }

    [Description("The maximum age in days of the claim or of its review, whichever is newer."), Bounds(0, 100_000)]
    public int? MaxAgeDays { get; init; }

    [Description("The number of claims on a page, by default 10. Values over 100 mean 100."), Bounds(0, 1_000_000)]
    public int? PageSize { get; init; }

    [Description("The nextPageToken of the previous page.")]
    public string? PageToken { get; init; }

    [Description("The number of claims to skip. Ignored if pageToken is given."), Bounds(0, MostSkipped)]
    public int? Offset { get; init; }

    [Description("Our addition: only claims that this page makes. The address may have any form.")]
    public string? AppearanceUrl { get; init; }

    [Description("Our addition: what was known by the end of this day.")]
    public DateOnly? AsOf { get; init; }

    public int Size => PageSize is null or 0 ? 10 : Math.Min(PageSize.Value, LargestPage);

    /// <exception cref="InvalidParametersException">The token is invalid.</exception>
    public int Start => PageToken is null ? Offset ?? 0
        : int.TryParse(PageToken, NumberStyles.None, CultureInfo.InvariantCulture, out var start) && start <= MostSkipped ? start
        : throw new InvalidParametersException([new(ErrorCode.InvalidCursor, "pageToken", $"'{PageToken}' is not a page token.", PageToken,
            Hint: "pass the nextPageToken of the previous page unchanged")]);

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
