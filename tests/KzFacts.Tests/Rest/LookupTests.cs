using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using FluentAssertions;
using KzFacts.Data;
using KzFacts.Data.Facts;
using KzFacts.Data.Querying;
using KzFacts.Data.Registries;
using KzFacts.Data.Text.Urls;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Rest;

public sealed class LookupTests(Served served)
{
    const string SeedArticle = "https://pledgetimes.com/csto-will-send-peacekeepers-to-kazakhstan/";

    [Theory]
    [InlineData(SeedArticle, MatchLevel.Exact)]
    [InlineData("http://pledgetimes.com/csto-will-send-peacekeepers-to-kazakhstan?utm_source=tg&fbclid=1#top", MatchLevel.Normalized)]
    [InlineData("pledgetimes.com/csto-will-send-peacekeepers-to-kazakhstan", MatchLevel.Normalized)]
    [InlineData("<https://pledgetimes.com/csto-will-send-peacekeepers-to-kazakhstan/> ", MatchLevel.Normalized)]
    [InlineData("https://www.pledgetimes.com/csto-will-send-peacekeepers-to-kazakhstan/", MatchLevel.Equivalent)]
    [InlineData("https://pledgetimes.com/csto-will-send-peacekeepers-to-kazakhstan/amp/", MatchLevel.Equivalent)]
    [InlineData("https://web.archive.org/web/20220107000000/https://pledgetimes.com/csto-will-send-peacekeepers-to-kazakhstan/",
        MatchLevel.Equivalent)]
    [InlineData("https://pledgetimes-com.translate.goog/csto-will-send-peacekeepers-to-kazakhstan/?_x_tr_sl=en&_x_tr_tl=ru",
        MatchLevel.Equivalent)]
    [InlineData("https://l.facebook.com/l.php?u=https%3A%2F%2Fpledgetimes.com%2Fcsto-will-send-peacekeepers-to-kazakhstan%2F&h=AT0",
        MatchLevel.Equivalent)]
    public async Task A_page_is_found_and_the_match_says_how(string url, MatchLevel level)
    {
        var answer = await LookupAsync(url);

        answer.Match.Level.Should().Be(level);
        answer.Source!.Id.Should().Be("pledgetimes-csto-peacekeepers");
        answer.Claims.Should().HaveCount(31).And.OnlyContain(claim => claim.Claim.Source.Id == "pledgetimes-csto-peacekeepers");
    }

    [Theory]
    [InlineData("https://pledgetimes.com.evil.example/csto-will-send-peacekeepers-to-kazakhstan/")]
    [InlineData("https://pledgetimes.com/")]
    [InlineData("https://pledgetimes.com/another-article/")]
    public async Task Another_page_has_no_match_which_is_not_an_error(string url)
    {
        var answer = await LookupAsync(url);

        answer.Match.Level.Should().Be(MatchLevel.None);
        answer.Source.Should().BeNull();
        answer.Claims.Should().BeEmpty();
    }

    [Fact]
    public async Task With_asOf_the_facts_are_as_they_were_known()
    {
        var known = await LookupAsync("https://tass.ru/mezhdunarodnaya-panorama/13379037", "&asOf=2022-01-08");

        known.Claims.Should().BeEmpty("the page of 9 January had not been published");
    }

    [Fact]
    public async Task With_expand_claims_each_fact_says_who_else_claims_it()
    {
        var answer = await LookupAsync(SeedArticle, "&expand=claims");

        answer.Claims.Should().OnlyContain(claim => claim.Fact.Claims!.Any(other => other.Source.Id == "pledgetimes-csto-peacekeepers"));
        answer.Claims.Single(claim => claim.Fact.Id == "2022-01-01-lpg-mangystau-doubled").Fact.Claims!.Select(other =>
            other.Source.Publisher).Distinct().Should().HaveCountGreaterThan(5);
    }

    [Fact]
    public async Task The_steps_of_an_equivalent_match_name_what_was_done_to_the_address()
    {
        var answer =
            await LookupAsync(
            "http://web.archive.org/web/2022/https://www.pledgetimes.com/csto-will-send-peacekeepers-to-kazakhstan/?utm_source=tg");

        answer.Match.Steps.Select(step => (step.Side, step.Rule, step.Detail)).Should().Equal(
            (AddressSide.Asked, UrlRule.Scheme, "http"),
            (AddressSide.Asked, UrlRule.Path, "/web/2022/https://www.pledgetimes.com/csto-will-send-peacekeepers-to-kazakhstan/"),
            (AddressSide.Asked, UrlRule.Tracking, "utm_source"),
            (AddressSide.Asked, UrlRule.WebArchive, "web.archive.org"),
            (AddressSide.Asked, UrlRule.Subdomain, "www.pledgetimes.com"));
        answer.Match.Stored.Should().Be(SeedArticle);
    }

    [Fact]
    public async Task A_stored_address_of_another_form_is_named_with_the_rule_that_undid_it()
    {
        var answer = await LookupAsync("https://rferl.org/a/kazakhstan-mass-amnesty-january-protests/32104161.html");

        answer.Match.Level.Should().Be(MatchLevel.Equivalent);
        answer.Match.Stored.Should().StartWith("https://www.rferl.org/");
        answer.Match.Steps.Should().Contain(step => step.Side == AddressSide.Stored && step.Rule == UrlRule.Subdomain);
    }

    [Theory]
    [InlineData("https://staging.rferl.org/a/kazakhstan-contradictory-death-tolls-unrest/31752499.html", MatchLevel.Equivalent)]
    [InlineData("https://www.rferl.org/a/kazakhstan-contradictory-death-tolls-unrest/31752499.html", MatchLevel.Exact)]
    [InlineData("https://rferl.org/amp/kazakhstan-contradictory-death-tolls-unrest/31752499.html", MatchLevel.Equivalent)]
    public async Task A_page_is_found_by_a_mirror_and_a_form_for_phones_too(string url, MatchLevel level)
    {
        var answer = await LookupAsync(url);

        answer.Match.Level.Should().Be(level);
        answer.Source!.Id.Should().Be("rferl-31752499-tolls");
    }

    [Fact]
    public async Task The_summary_counts_the_claims_by_how_their_facts_stand()
    {
        var answer = await served.GetAsync($"/v1/lookup?url={SeedArticle}");
        int Count(string member) => answer.GetProperty("summary").GetProperty(member).GetInt32();

        Count("claims").Should().Be(answer.GetProperty("claims").GetArrayLength())
            .And.Be(new[] { "retracted", "disputed", "unconfirmed", "singleSource", "corroborated" }.Sum(Count));
        Count("unconfirmed").Should().Be(StatusesOf(answer).Count(status => status == "unconfirmed")).And.BePositive();
    }

    [Fact]
    public async Task Claims_of_retracted_facts_come_first_with_the_pages_that_retract_them()
    {
        var answer = await served.GetAsync("/v1/lookup?url=https://tass.ru/mezhdunarodnaya-panorama/13379037");

        StatusesOf(answer).First().Should().Be("retracted");
        answer.GetProperty("claims")[0].GetProperty("others")[0].GetProperty("stance").GetString().Should().Be("retracts");
    }

    [Theory]
    [InlineData("https://example.org/article", "search for the headline of the page")]
    [InlineData("https://t.co/AbCdEfGhIj", "open the link in a browser")]
    public async Task A_miss_says_what_to_do_next(string url, string next)
    {
        var answer = await served.GetAsync($"/v1/lookup?url={url}");

        answer.GetProperty("match").GetProperty("next").GetString().Should().StartWith(next);
        answer.GetProperty("summary").ValueKind.Should().Be(JsonValueKind.Null);
    }

    static IEnumerable<string?> StatusesOf(JsonElement answer) => answer.GetProperty("claims").EnumerateArray()
        .Select(claim => claim.GetProperty("fact").GetProperty("status").GetString());

    [Fact]
    public async Task Each_claim_names_up_to_five_other_sources_one_an_origin_and_counts_the_rest()
    {
        var claims = (await served.GetAsync($"/v1/lookup?url={SeedArticle}&expand=claims")).GetProperty("claims").EnumerateArray().ToList();

        foreach (var claim in claims)
        {
            var all = claim.GetProperty("fact").GetProperty("claims").EnumerateArray()
                .Select(one => one.GetProperty("source").GetProperty("id").GetString()).ToList();
            var others = claim.GetProperty("others").EnumerateArray().Select(one => one.GetProperty("source")).ToList();
            others.Should().HaveCountLessThanOrEqualTo(5);
            others.Select(one => one.GetProperty("id").GetString()).Should()
                .BeSubsetOf(all).And.NotContain("pledgetimes-csto-peacekeepers").And.OnlyHaveUniqueItems();
            others.SelectMany(one => one.GetProperty("originGroups").EnumerateArray().Take(1)).Select(group => group.GetString()).Should()
                .OnlyHaveUniqueItems();
            (others.Count + claim.GetProperty("moreOthers").GetInt32()).Should().Be(all.Count - 1);
        }
        claims.Should().Contain(claim => claim.GetProperty("others").GetArrayLength() == 5);
    }

    [Fact]
    public async Task A_text_fragment_narrows_the_answer_to_the_claims_in_its_passage()
    {
        var answer = await LookupAsync($"{SeedArticle}#:~:text=31st%20brigade,Ulyanovsk");

        answer.Match.Passage.Should().Be(new AskedPassage { Start = "31st brigade", End = "Ulyanovsk", Found = true });
        answer.Claims.Select(claim => claim.Fact.Id).Should().Equal("2022-01-06-russia-31st-brigade-possible");
    }

    [Fact]
    public async Task A_text_fragment_without_a_claim_narrows_nothing_and_the_answer_says_so()
    {
        var answer = await LookupAsync($"{SeedArticle}#:~:text=penguins");

        answer.Match.Passage!.Found.Should().BeFalse();
        answer.Claims.Should().HaveCount(31);
    }

    [Fact]
    public async Task Claim_narrows_the_answer_to_one_fact()
    {
        var answer = await LookupAsync(SeedArticle, "&claim=2022-01-01-lpg-mangystau-doubled");

        answer.Claims.Select(claim => claim.Fact.Id).Should().Equal("2022-01-01-lpg-mangystau-doubled");
    }

    [Fact]
    public async Task An_address_without_a_match_shows_what_else_is_held_of_the_host()
    {
        var host = (await served.GetAsync("/v1/lookup?url=https://www.pledgetimes.com/another-article/")).GetProperty("host");

        host.GetProperty("name").GetString().Should().Be("pledgetimes.com");
        host.GetProperty("pages").GetInt32().Should().BeGreaterThan(20);
        host.GetProperty("sources").GetArrayLength().Should().Be(5);
    }

    [Theory]
    [InlineData("https://pledgetimes.com.evil.example/csto-will-send-peacekeepers-to-kazakhstan/", MissReason.NotHeld)]
    [InlineData("https://t.co/AbCdEfGhIj", MissReason.OpaqueLink)]
    [InlineData("https://archive.ph/AbCdE", MissReason.OpaqueLink)]
    public async Task An_address_without_a_match_gives_the_reason(string url, MissReason reason)
    {
        (await LookupAsync(url)).Match.Reason.Should().Be(reason);
    }

    [Fact]
    public async Task Many_addresses_are_looked_up_in_one_request_in_their_order()
    {
        string[] urls = [SeedArticle, "https://t.co/AbCdEfGhIj", "https://www.tass.ru/mezhdunarodnaya-panorama/13379037"];

        var items = (await PostAsync(new { urls })).GetProperty("items").EnumerateArray().ToList();

        items.Select(item => item.GetProperty("url").GetString()).Should().Equal(urls);
        items.Select(item => item.GetProperty("match").GetProperty("level").GetString()).Should().Equal("exact", "none", "equivalent");
    }

    [Fact]
    public async Task Each_of_many_answers_is_that_of_the_address_alone()
    {
        var alone = await served.GetAsync($"/v1/lookup?url={SeedArticle}");

        var many = await PostAsync(new { urls = new[] { SeedArticle } });

        JsonElement.DeepEquals(many.GetProperty("items")[0], alone).Should().BeTrue();
    }

    [Theory]
    [InlineData("""{"urls":[]}""", "urls", "0 addresses are given.")]
    [InlineData("""{}""", "urls", "it is missing.")]
    [InlineData("""{"urls":["https://a.example/","tass"]}""", "urls[1]", "'tass' is not the address of a web page.")]
    [InlineData("""{"urls":"https://a.example/"}""", "urls", "a list of texts is expected, not a text.")]
    [InlineData("""{"url":["https://a.example/"]}""", "url", "there is no such member.")]
    [InlineData("""{"urls":["https://a.example/"]""", "body", "it is not JSON: line 1, byte 31.")]
    public async Task An_invalid_body_is_refused_with_a_reason(string body, string parameter, string detail)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await served.Client.PostAsync("/v1/lookup", content, TestContext.Current.CancellationToken);

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        var error = JsonDocument.Parse(await response.Content.ReadAsStringAsync(
            TestContext.Current.CancellationToken)).RootElement.GetProperty("errors")[0];
        error.GetProperty("parameter").GetString().Should().Be(parameter);
        error.GetProperty("detail").GetString().Should().Contain(detail);
    }

    [Fact]
    public async Task More_than_a_hundred_addresses_are_refused()
    {
        using var response = await served.Client.PostAsJsonAsync("/v1/lookup",
            new { urls = Enumerable.Range(0, 101).Select(i => $"https://a.example/{i}") }, TestContext.Current.CancellationToken);

        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should()
            .Contain("101 addresses are given.").And.Contain("1 to 100");
    }

    [Fact]
    public async Task A_body_larger_than_its_bound_is_refused()
    {
        using var response = await served.Client.PostAsJsonAsync("/v1/lookup", new { urls = new[] { new string('x', 600_000) } },
            TestContext.Current.CancellationToken);

        response.StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
    }

    async Task<JsonElement> PostAsync(object body)
    {
        using var response = await served.Client.PostAsJsonAsync("/v1/lookup", body, TestContext.Current.CancellationToken);
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
    }

    async Task<(UrlMatch Match, Source? Source, IReadOnlyList<(Claim Claim, Fact Fact)> Claims)> LookupAsync(string url, string more = "")
    {
        var answer = await served.GetAsync($"/v1/lookup?url={Uri.EscapeDataString(url)}{more}");
        byte[] Bytes(JsonElement element) => JsonSerializer.SerializeToUtf8Bytes(element);
        return (
            FactJson.Read<UrlMatch>(Bytes(answer.GetProperty("match"))),
            answer.GetProperty("source").ValueKind == JsonValueKind.Null
                ? null : FactJson.Read<Source>(Bytes(answer.GetProperty("source"))),
            [.. answer.GetProperty("claims").EnumerateArray()
                .Select(one => (FactJson.Read<Claim>(Bytes(one.GetProperty("claim"))),
                FactJson.Read<Fact>(Bytes(one.GetProperty("fact")))))]);
    }
}
