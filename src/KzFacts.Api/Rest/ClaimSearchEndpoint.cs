using System.Globalization;
using KzFacts.Api.Formats;
using KzFacts.Api.Serving;
using KzFacts.Api.Web;
using KzFacts.Data;
using KzFacts.Data.Facts;
using KzFacts.Data.Querying;
using Microsoft.Extensions.Primitives;

namespace KzFacts.Api.Rest;

/// <summary>Reviewed claims for clients of Google's Fact Check Tools API: the same path, parameters, answers and errors.</summary>
static class ClaimSearchEndpoint
{
    /// <summary>The most reviewed facts that a request reads to find those of an age or a page.</summary>
    const int MostRead = 1000;

    /// <summary>The parameters that all services of Google accept. They are ignored.</summary>
    static readonly string[] General = ["$.xgafv", "access_token", "alt", "callback", "fields", "key", "oauth_token", "prettyPrint",
        "quotaUser", "uploadType", "upload_protocol"];

    public static void MapClaimSearch(this IEndpointRouteBuilder routes) =>
        routes.MapOperation($"{GoogleError.Root}/claims:search", Described, SearchAsync).WithName("searchClaims").WithTags(Tags.Search)
            .WithSummary("Search reviewed claims, as Google's Fact Check Tools do").WithDescription(
                "Facts that are disputed, retracted or rebutted, for clients of Google's Fact Check Tools API. Such a client only " +
                "changes its base address. Google's general parameters (alt, key, fields …) are accepted and ignored. Empty members " +
                "are left out. Errors have Google's form.");

    static readonly Operation Described = new(typeof(FactCheckAnswer))
    {
        Parameters = [typeof(ClaimSearchRequest)], Success = "The claims.",
        Example = (examples, _) => examples.EntryOf(Catalog.Facts)?["title"]?.GetValue<string>().Split(' ', ',')[0] is { } word
            ? ExampleReading.Of(Find(examples.Lane, new() { Query = word, PageSize = 1 }, ExampleReading.Root)) : null,
    };

    static async Task SearchAsync(HttpContext http, SnapshotHost host)
    {
        var request = new ClaimSearchRequest();
        var snapshot = http.Lease(host);
        using var lane = await host.RentAsync(snapshot, Work.Costly, http.RequestAborted);
        // An empty value counts as absent, as it does at Google.
        QueryBinder.Bind(new QueryCollection(http.Request.Query.Where(pair =>
            !General.Contains(pair.Key) && !StringValues.IsNullOrEmpty(pair.Value)).ToDictionary()), lane, request);
        var answer = Find(lane, request, http.PublicUrl());
        // An age is counted from today, so the answer can change while its validator does not.
        if (request.MaxAgeDays is > 0 || !http.IsAnswered(snapshot, "json")) await http.SendAsync(answer, lane: lane);
    }

    public static FactCheckAnswer Find(Lane lane, ClaimSearchRequest request, string root)
    {
        var page = request.AppearanceUrl is { } url ? Lookup.Find(lane, url, "appearanceUrl") : null;
        if (request.Query is null && request.ReviewPublisherSiteFilter is null && page is null)
            throw new InvalidParametersException([new(ErrorCode.Missing, "query", "it is missing.",
                Hint: "give words to search for, such as query=killed, or appearanceUrl or reviewPublisherSiteFilter")]);
        var (offset, size, site) = (request.Start, request.Size, new Uri(root).Host);
        if (page is { Source: null } || !request.TakesLanguage(Review.Language) || !request.TakesSite(site)) return new();
        var filter = new AnyFactFilter
        {
            Q = request.Query, Reviewed = true, AsOf = request.AsOf, Source = page is null ? null : [page.Source!],
            Page = new() { Limit = page is null && request.MaxAgeDays is null ? offset + size + 1 : MostRead, Descending = true },
        };
        List<FactCheckClaim> found = [];
        void Add(Row row)
        {
            var fact = FactJson.Read<Fact>(row.Utf8(0));
            var review = Review.Of(fact, lane)!;
            if (page is not null && !fact.Claims!.Any(claim => claim.Source.Id == page.Source && claim.Stance == Stance.Supports)) return;
            if (request.TakesAge(fact.ClaimedOn(), review.Day)) found.Add(ClaimOf(fact, review, root, site, request.AsOf));
        }
        if (request.Query is null) Catalog.Facts.List(lane, filter, withClaims: true, Add);
        else FactSearch.EachAllOrMost(lane, filter, withClaims: true, Add);
        List<FactCheckClaim> claims = [.. found.Skip(offset).Take(size)];
        return claims.Count == 0 ? new() : new()
        {
            Claims = claims, NextPageToken = found.Count > offset + size ? $"{offset + size}"
            : null
        };
    }

    static FactCheckClaim ClaimOf(Fact fact, Review review, string root, string site, DateOnly? asOf) => new()
    {
        Text = fact.ClaimText(),
        Claimant = fact.Claimant()?.Name,
        ClaimDate = Time(fact.ClaimedOn()),
        ClaimReview = [
            new()
            {
                Publisher = new() { Name = Review.Publisher, Site = site }, Url = ClaimWords.PageOf(root, fact.Id, asOf),
                    Title = fact.Title,
                ReviewDate = Time(review.Day), TextualRating = review.Rating, LanguageCode = Review.Language,
            },
        ],
    };

    static string? Time(DateOnly? day) => day?.ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture);
}
