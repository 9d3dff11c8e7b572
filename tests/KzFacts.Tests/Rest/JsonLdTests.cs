using System.Net.Http.Headers;
using System.Text.Json;
using FluentAssertions;
using KzFacts.Data.Facts;
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
    public async Task A_fact_is_an_event_a_quotation_or_a_claim_and_has_a_review_only_where_it_is_disputed_or_retracted(string id,
        string types)
    {
        string.Join(", ", (await GraphAsync(id)).Select(node => node.GetProperty("@type"))).Should().Be(types);
    }

    [Fact]
    public async Task A_review_rates_in_words_and_never_by_number()
    {
        var review = (await GraphAsync("2022-01-09-killed-164")).Single(node => node.GetProperty("@type").GetString() == "ClaimReview");

        review.GetProperty("reviewRating").EnumerateObject().Select(property => property.Name).Should()
            .Equal("@type", "alternateName", "ratingExplanation");
        review.GetProperty("reviewRating").GetProperty("alternateName").GetString().Should()
            .StartWith("Retracted on 9 January 2022; replaced by: ");
        review.GetProperty("datePublished").GetString().Should().Be("2022-01-09");
    }

    [Fact]
    public async Task A_claim_names_the_pages_where_it_appears_and_the_first()
    {
        var fact = await served.GetAsync("/v1/facts/2022-01-01-lpg-mangystau-doubled");
        var claim = (await GraphAsync("2022-01-01-lpg-mangystau-doubled")).Single();

        claim.GetProperty("appearance").GetArrayLength().Should().Be(fact.GetProperty("supports").GetInt32());
        claim.GetProperty("firstAppearance").GetProperty("datePublished").GetString().Should()
            .Be(fact.GetProperty("firstReported").GetString());
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

    [Theory]
    [InlineData("2022-02-bektanov-arrested", "Event", "startDate", "2022-02")]
    [InlineData("2022-02-bektanov-arrested", "Event", "endDate", "2022-02")]
    [InlineData("2022-02-bektanov-arrested", "Claim", "temporalCoverage", "2022-02")]
    [InlineData("2022-01-xi-central-asia-summit-colour-revolutions", "Claim", "temporalCoverage", "2022-01")]
    [InlineData("2022-service-weapons-stolen-1259", "Claim", "temporalCoverage", "2022")]
    [InlineData("2022-01-armenia-aksai-bakery-guard", "Claim", "temporalCoverage", "../2022-01-14")]
    [InlineData("2022-01-05-government-resigns", "Event", "startDate", "2022-01-05")]
    [InlineData("2022-01-06-csto-peacekeeping-mission", "Claim", "temporalCoverage", "2022-01-06/2022-01-19")]
    public async Task A_date_is_shortened_to_its_precision(string id, string type, string property, string value)
    {
        var answer = await served.GetAsync($"/v1/facts/{id}?format=ld%2Bjson");

        answer.GetProperty("@graph").EnumerateArray().Single(node => node.GetProperty("@type").GetString() == type).GetProperty(property)
            .GetString().Should().Be(value);
    }

    [Fact]
    public async Task No_fact_without_a_known_day_has_one_in_its_JSON_LD()
    {
        foreach (var fact in (await served.ListAsync<Fact>("/v1/facts?limit=500")).Where(fact => fact.Day() is null))
        {
            var text = (await served.GetAsync($"/v1/facts/{fact.Id}?format=ld%2Bjson")).GetProperty("@graph").GetRawText();

            text.Should().NotContain($"\"startDate\":\"{fact.Began() ?? "2022"}-").And.NotContain(
                $"\"dateCreated\":\"{fact.Began() ?? "2022"}-").And.NotContain($"\"temporalCoverage\":\"{fact.Began() ?? "2022"}-");
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

    [Fact]
    public async Task With_asOf_the_review_is_that_of_the_version_and_has_an_address_of_its_own()
    {
        var nodes = await GraphAsync("2022-01-09-killed-164", "&asOf=2022-01-12");
        var review = nodes.Single(node => node.GetProperty("@type").GetString() == "ClaimReview");

        review.GetProperty("reviewRating").GetProperty("alternateName").GetString().Should()
            .Be("Retracted on 9 January 2022", "what replaced it was not known");
        review.GetProperty("url").GetString().Should().EndWith("/facts/2022-01-09-killed-164?asOf=2022-01-12").And.NotContain("/v1/");
        review.GetProperty("itemReviewed").GetProperty("@id").GetString().Should().Be(nodes[0].GetProperty("@id").GetString());
    }

    [Fact]
    public async Task A_look_up_is_the_page_with_what_it_claims()
    {
        var graph = await LookupAsync("http://www.pledgetimes.com/csto-will-send-peacekeepers-to-kazakhstan?utm_source=x");

        graph[0].GetProperty("@type").GetString().Should().Be("NewsArticle");
        graph[0].GetProperty("url").GetString().Should().Be("https://pledgetimes.com/csto-will-send-peacekeepers-to-kazakhstan/");
        graph[0].GetProperty("mentions").EnumerateArray().Select(claim => claim.GetProperty("@id").GetString()).Should().HaveCount(31)
            .And.Equal(graph.Where(node => node.GetProperty("@type").GetString() == "Claim")
                .Select(node => node.GetProperty("@id").GetString()));
        graph.Where(node => node.GetProperty("@type").GetString() == "Claim")
            .Select(claim => claim.GetProperty("appearance").GetArrayLength()).Should().NotContain(0);
    }

    [Fact]
    public async Task A_look_up_of_a_retracted_figure_has_the_review_of_the_requested_day()
    {
        var graph = await LookupAsync("https://tass.ru/mezhdunarodnaya-panorama/13379037&asOf=2022-01-09&claim=2022-01-09-killed-164");

        graph.Select(node => node.GetProperty("@type").GetString()).Should().Equal("NewsArticle", "Claim", "ClaimReview");
        graph[2].GetProperty("reviewRating").GetProperty("alternateName").GetString().Should()
            .Be("Retracted, as reported on 9 January 2022");
    }

    [Fact]
    public async Task A_look_up_that_finds_nothing_is_an_empty_graph() =>
        (await LookupAsync("https://example.org/nothing")).Should().BeEmpty();

    [Fact]
    public async Task The_Accept_header_asks_for_it_of_a_look_up_and_another_type_is_refused()
    {
        async Task<HttpResponseMessage> AskAsync(string accept)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/lookup?url=https://example.org/nothing");
            request.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse(accept));
            return await served.Client.SendAsync(request, TestContext.Current.CancellationToken);
        }
        using var asked = await AskAsync("application/ld+json");
        using var refused = await AskAsync("text/csv");

        asked.Content.Headers.ContentType!.ToString().Should().Be("application/ld+json; charset=utf-8");
        ((int)refused.StatusCode).Should().Be(406);
    }

    Task<IReadOnlyList<JsonElement>> LookupAsync(string url) => DocumentAsync($"/v1/lookup?format=ld%2Bjson&url={url}");

    Task<IReadOnlyList<JsonElement>> GraphAsync(string id, string more = "") => DocumentAsync($"/v1/facts/{id}?format=ld%2Bjson{more}");

    async Task<IReadOnlyList<JsonElement>> DocumentAsync(string path)
    {
        var document = await served.GetAsync(path);
        document.GetProperty("@context").GetString().Should().Be("https://schema.org");
        return [.. document.GetProperty("@graph").EnumerateArray()];
    }
}
