using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using FluentAssertions;
using KzFacts.Data.Facts;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Rest;

/// <summary>The search for clients of Google's Fact Check Tools API.</summary>
public sealed class ClaimSearchTests(Served served)
{
    const string Search = "/v1alpha1/claims:search";

    [Fact]
    public async Task A_retracted_figure_is_found_with_its_review_in_the_shape_of_Google()
    {
        var claim = (await served.GetAsync($"{Search}?query=killed 164")).GetProperty("claims")[0];

        JsonNode.DeepEquals(JsonNode.Parse(claim.GetRawText()), JsonNode.Parse($$"""
            {
              "text": "Killed, Kazakhstan: 164",
              "claimant": "Ministry of Healthcare of Kazakhstan",
              "claimDate": "2022-01-09T00:00:00Z",
              "claimReview": [{
                "publisher": { "name": "KzFacts", "site": "127.0.0.1" },
                "url": "{{served.Address}}facts/2022-01-09-killed-164",
                "title": "Killed, Kazakhstan: 164",
                "reviewDate": "2022-01-09T00:00:00Z",
                "textualRating": "Retracted on 9 January 2022; replaced by: Killed, Kazakhstan: 225",
                "languageCode": "en"
              }]
            }
            """)).Should().BeTrue(claim.GetRawText());
    }

    [Theory]
    [InlineData("At least 164 people killed in Kazakhstan unrest, including a 4-year-old girl", "2022-01-09-killed-164")]
    [InlineData("Tokayev said 20,000 bandits attacked Almaty during the riots", "2022-01-07-tokayev-20000-bandits")]
    public async Task A_headline_of_which_most_words_fit_is_found(string headline, string id) =>
        (await ClaimsAsync($"query={headline}")).Select(IdOf).Should().Contain(id);

    [Theory]
    [InlineData("Covid can be transmitted")]
    [InlineData("zzzz")]
    [InlineData("The parliament of Sweden approved the budget")]
    public async Task A_headline_about_something_else_is_answered_with_an_empty_object(string headline) =>
        (await served.GetAsync($"{Search}?query={headline}")).GetRawText().Should().Be("{}");

    [Fact]
    public async Task Only_what_is_disputed_rebutted_or_retracted_is_a_reviewed_claim()
    {
        var rebutted = (await served.GetAsync("/v1/statements?limit=500")).GetProperty("items").EnumerateArray()
            .Where(statement => statement.GetProperty("rebuts").GetInt32() > 0)
            .Select(statement => statement.GetProperty("id").GetString()!);
        var reviewed = (await served.IdsAsync("/v1/facts?status=disputed&status=retracted&limit=500")).Union(rebutted);

        var claims = await ClaimsAsync("reviewPublisherSiteFilter=127.0.0.1&pageSize=500");

        claims.Select(IdOf).Should().BeEquivalentTo(reviewed).And.HaveCountLessThan(100);
        claims.Select(claim => claim.GetProperty("claimReview")[0].GetProperty("textualRating").GetString()!).Should()
            .OnlyContain(rating => rating.Contains("Retracted") || rating.Contains("Disputed") || rating.Contains("Rebutted"));
    }

    [Fact]
    public async Task No_review_is_older_than_its_claim()
    {
        foreach (var claim in await ClaimsAsync("reviewPublisherSiteFilter=127.0.0.1&pageSize=500"))
            if (claim.TryGetProperty("claimDate", out var claimed)
                && claim.GetProperty("claimReview")[0].TryGetProperty("reviewDate", out var reviewed))
                string.CompareOrdinal(reviewed.GetString(), claimed.GetString()).Should().BeGreaterThanOrEqualTo(0, IdOf(claim));
    }

    [Theory]
    [InlineData("query=penguins")]
    [InlineData("query=killed&languageCode=ru-RU")]
    [InlineData("query=killed&maxAgeDays=30")]
    [InlineData("query=killed&reviewPublisherSiteFilter=factcheck.example")]
    [InlineData("query=killed&offset=900")]
    [InlineData("appearanceUrl=https://example.org/nothing")]
    [InlineData("query=164&asOf=2022-01-08")]
    public async Task Nothing_found_is_an_empty_object(string parameters) =>
        (await served.GetAsync($"{Search}?{parameters}")).GetRawText().Should().Be("{}");

    [Theory]
    [InlineData("languageCode=en-GB")]
    [InlineData("maxAgeDays=99999")]
    [InlineData("maxAgeDays=0&pageSize=0&pageToken=&languageCode=")]
    [InlineData(
        "key=k&alt=json&prettyPrint=true&fields=claims&callback=f&quotaUser=u&uploadType=media&upload_protocol=raw&" +
        "access_token=t&oauth_token=o&$.xgafv=2")]
    public async Task A_parameter_that_does_not_narrow_the_answer_leaves_it_unchanged(string parameters) =>
        (await served.GetAsync($"{Search}?query=killed&{parameters}")).GetRawText().Should()
            .Be((await served.GetAsync($"{Search}?query=killed")).GetRawText());

    [Fact]
    public async Task Pages_by_token_or_by_offset_give_all_claims_once()
    {
        var all = (await ClaimsAsync("reviewPublisherSiteFilter=127.0.0.1&pageSize=100")).Select(IdOf).ToList();
        List<string> byToken = [], byOffset = [];
        for (var token = ""; token is not null;)
        {
            var page = await served.GetAsync($"{Search}?reviewPublisherSiteFilter=127.0.0.1&pageSize=7&pageToken={token}");
            byToken.AddRange(page.GetProperty("claims").EnumerateArray().Select(IdOf));
            token = page.TryGetProperty("nextPageToken", out var next) ? next.GetString() : null;
        }
        for (var offset = 0; offset < all.Count; offset += 10)
            byOffset.AddRange((await ClaimsAsync($"reviewPublisherSiteFilter=127.0.0.1&offset={offset}")).Select(IdOf));

        byToken.Should().Equal(all);
        byOffset.Should().Equal(all);
    }

    [Fact]
    public async Task AppearanceUrl_finds_the_claims_of_a_page_by_any_form_of_its_address_but_not_what_it_disputes()
    {
        var claimed = await ClaimsAsync("appearanceUrl=http://www.tass.ru/mezhdunarodnaya-panorama/13379037?utm_source=x");
        var fact = (await served.ListAsync<Fact>("/v1/facts?status=retracted&expand=claims"))[0];
        var denier = fact.Claims!.First(claim => claim.Stance == Stance.Retracts).Source;

        claimed.Select(IdOf).Should().Contain("2022-01-09-killed-164");
        (await ClaimsAsync($"appearanceUrl={Uri.EscapeDataString(denier.Url)}")).Select(IdOf).Should().NotContain(fact.Id);
    }

    [Fact]
    public async Task With_asOf_the_review_is_that_of_the_day()
    {
        var review = (await ClaimsAsync("query=killed 164&asOf=2022-01-12"))[0].GetProperty("claimReview")[0];

        review.GetProperty("textualRating").GetString().Should().Be("Retracted on 9 January 2022", "what replaced it was not known");
        review.GetProperty("url").GetString().Should().EndWith("/facts/2022-01-09-killed-164?asOf=2022-01-12");
    }

    [Theory]
    [InlineData("", "query", "it is missing.")]
    [InlineData("?query=", "query", "it is missing.")]
    [InlineData("?languageCode=en", "query", "it is missing.")]
    [InlineData("?query=*", "query", "'*' holds no word to search for.")]
    [InlineData("?query=x&pageSize=-1", "pageSize", "-1 is not between")]
    [InlineData("?query=x&pageSize=ten", "pageSize", "'ten' is not a whole number.")]
    [InlineData("?query=x&pageToken=CAo", "pageToken", "'CAo' is not a page token.")]
    [InlineData("?query=x&maxAgeDays=-3", "maxAgeDays", "-3 is not between")]
    [InlineData("?query=x&offset=10001", "offset", "10001 is not between")]
    [InlineData("?appearanceUrl=tass", "appearanceUrl", "'tass' is not the address of a web page.")]
    [InlineData("?query=x&asOf=today", "asOf", "'today' is not a valid date.")]
    [InlineData("?querry=x", "querry", "there is no such parameter. did you mean 'query'?")]
    public async Task An_invalid_value_is_an_error_in_the_form_of_Google(string parameters, string field, string description)
    {
        var (status, error) = await ErrorAsync($"{Search}{parameters}");

        status.Should().Be(HttpStatusCode.BadRequest);
        (error.GetProperty("code").GetInt32(), error.GetProperty("status").GetString()).Should().Be((400, "INVALID_ARGUMENT"));
        error.GetProperty("message").GetString().Should().Contain(field);
        var violation = error.GetProperty("details").EnumerateArray()
            .Single(detail => detail.GetProperty("@type").GetString() == "type.googleapis.com/google.rpc.BadRequest")
            .GetProperty("fieldViolations")[0];
        violation.GetProperty("field").GetString().Should().Be(field);
        violation.GetProperty("description").GetString().Should().StartWith(description);
    }

    [Fact]
    public async Task Other_paths_of_that_API_are_not_found_and_the_error_has_the_form_of_Google()
    {
        var (status, error) = await ErrorAsync("/v1alpha1/pages");

        (status, error.GetProperty("status").GetString()).Should().Be((HttpStatusCode.NotFound, "NOT_FOUND"));
    }

    [Theory]
    [InlineData("""{"query": "killed 164", "pageSize": 1, "languageCode": "en-US"}""", """{"claims":[{"text":"Killed, Kazakhstan: 164",""")]
    [InlineData("""{"query": "penguins"}""", "{}")]
    [InlineData("""{"languageCode": "en"}""", "\"status\":400,\"message\":\"query: it is missing.")]
    public async Task Googles_own_client_only_needs_another_base_address(string parameters, string answer)
    {
        Tool.NeedNode();

        var (exitCode, output) = await Tool.RunAsync("node", Repository.Path("tests", "contracts"), "factcheck.mjs",
            served.Address.ToString(), parameters);

        exitCode.Should().Be(0, output);
        output.Should().Contain(answer);
    }

    static string IdOf(JsonElement claim) => claim.GetProperty("claimReview")[0].GetProperty("url").GetString()!.Split('/')[^1];

    async Task<IReadOnlyList<JsonElement>> ClaimsAsync(string parameters) =>
        (await served.GetAsync($"{Search}?{parameters}")).TryGetProperty("claims", out var claims) ? [.. claims.EnumerateArray()] : [];

    async Task<(HttpStatusCode Status, JsonElement Error)> ErrorAsync(string path)
    {
        using var response = await served.Client.GetAsync(path, TestContext.Current.CancellationToken);
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/json");
        return (response.StatusCode, JsonSerializer.Deserialize<JsonElement>(
            await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).GetProperty("error"));
    }
}
