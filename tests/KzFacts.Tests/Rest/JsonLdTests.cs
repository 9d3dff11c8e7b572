using System.Net.Http.Headers;
using System.Text.Json;
using FluentAssertions;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Rest;

public sealed class JsonLdTests(Served served)
{
    [Theory]
    [InlineData("2022-01-06-csto-decision", "Event, Claim")]
    [InlineData("2022-01-04-tokayev-government-will-not-fall", "Quotation, Claim")]
    [InlineData("2022-01-05-zatulin-warns-not-at-random", "Claim")]
    [InlineData("2022-01-01-lpg-mangystau-doubled", "Claim")]
    [InlineData("2022-01-09-killed-164", "Claim, ClaimReview")]
    [InlineData("2022-01-05-kyzylorda-riot", "Event, Claim, ClaimReview")]
    public async Task A_fact_is_an_event_a_quotation_or_a_claim_and_has_a_review_only_where_it_is_disputed_or_retracted(string id, string types)
    {
        string.Join(", ", (await GraphAsync(id)).Select(node => node.GetProperty("@type"))).Should().Be(types);
    }

    [Fact]
    public async Task A_review_rates_in_words_and_never_by_number()
    {
        var review = (await GraphAsync("2022-01-09-killed-164")).Single(node => node.GetProperty("@type").GetString() == "ClaimReview");

        review.GetProperty("reviewRating").EnumerateObject().Select(property => property.Name).Should().Equal("@type", "alternateName");
        review.GetProperty("reviewRating").GetProperty("alternateName").GetString().Should().StartWith("Withdrawn on 10 January 2022; replaced by: ");
        review.GetProperty("datePublished").GetString().Should().Be("2022-01-10");
    }

    [Fact]
    public async Task A_claim_names_the_pages_where_it_appears_and_the_first()
    {
        var fact = await served.GetAsync("/v1/facts/2022-01-01-lpg-mangystau-doubled");
        var claim = (await GraphAsync("2022-01-01-lpg-mangystau-doubled")).Single();

        claim.GetProperty("appearance").GetArrayLength().Should().Be(fact.GetProperty("supports").GetInt32());
        claim.GetProperty("firstAppearance").GetProperty("datePublished").GetString().Should().Be(fact.GetProperty("firstReported").GetString());
    }

    [Fact]
    public async Task Every_fact_has_its_own_addresses_and_no_empty_property()
    {
        foreach (var id in await served.IdsAsync("/v1/facts?limit=500"))
            foreach (var node in await GraphAsync(id))
            {
                node.GetProperty("@id").GetString().Should().StartWith($"{served.Address}v1/facts/{id}");
                node.EnumerateObject().Should().OnlyContain(property => property.Value.ValueKind != JsonValueKind.Null, id);
            }
    }

    [Fact]
    public async Task The_Accept_header_asks_for_it_too()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/facts/2022-01-09-killed-164");
        request.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse("application/ld+json"));
        using var response = await served.Client.SendAsync(request, TestContext.Current.CancellationToken);

        response.Content.Headers.ContentType!.ToString().Should().Be("application/ld+json; charset=utf-8");
    }

    async Task<IReadOnlyList<JsonElement>> GraphAsync(string id)
    {
        var document = await served.GetAsync($"/v1/facts/{id}?format=ld%2Bjson");
        document.GetProperty("@context").GetString().Should().Be("https://schema.org");
        return [.. document.GetProperty("@graph").EnumerateArray()];
    }
}
