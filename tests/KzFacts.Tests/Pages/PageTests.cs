using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using FluentAssertions;
using KzFacts.Languages;
using KzFacts.Tests.Live;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Pages;

public sealed partial class PageTests(Served served)
{
    public static TheoryData<string> Paths =>
    [
        "/", "/lookup?url=https://pledgetimes.com/csto-will-send-peacekeepers-to-kazakhstan/", "/search?q=peacekeepers", "/facts",
            "/facts/2022-01-09-killed-164", "/price-changes", "/tolls",
        "/deployments", "/places", "/places/almaty", "/actors", "/actors/konstantin-zatulin", "/sources",
            "/sources/pledgetimes-csto-peacekeepers", "/problems/not-found",
    ];

    [Theory, MemberData(nameof(Paths))]
    public async Task Every_page_stands_in_every_language_and_names_the_others(string path)
    {
        foreach (var language in Language.All)
        {
            var (status, html) = await GetAsync(path == "/" && language.Prefix.Length > 0 ? language.Prefix : language.Prefix + path);

            status.Should().Be(HttpStatusCode.OK);
            html.Should().StartWith("<!doctype html>").And.Contain($"<html lang=\"{language.Code}\"");
            Language.All.Should().OnlyContain(other => html.Contains($"hreflang=\"{other.Code}\" href=\"http"));
            Headings(html).Should().StartWith([1], "a page has one first heading");
            Headings(html).Zip(Headings(html).Skip(1)).Should().OnlyContain(pair => pair.Second <= pair.First + 1, "no level is left out");
            Headings(html).Should().ContainSingle(level => level == 1);
        }
    }

    [Theory, MemberData(nameof(Paths))]
    public async Task A_page_is_304_until_the_facts_change(string path)
    {
        using var first = await served.Client.GetAsync(path, TestContext.Current.CancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, path)
        {
            Headers = { { "If-None-Match", first.Headers.ETag!.ToString() } }
        };
        using var second = await served.Client.SendAsync(request, TestContext.Current.CancellationToken);

        second.StatusCode.Should().Be(HttpStatusCode.NotModified);
    }

    [Theory, MemberData(nameof(Paths))]
    public async Task Every_page_shows_the_API_calls_behind_it_and_they_answer(string path)
    {
        var (_, html) = await GetAsync(path);

        var calls = Call().Matches(html).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)).ToList();
        calls.Should().NotBeEmpty();
        foreach (var call in calls)
        {
            using var answer = await served.Client.GetAsync(call, TestContext.Current.CancellationToken);
            answer.StatusCode.Should().Be(HttpStatusCode.OK, call);
        }
    }

    [Fact]
    public async Task A_page_that_checks_a_text_also_shows_that_call()
    {
        var (_, html) = await GetAsync("/search?q=160+people+were+killed&asOf=2022-01-09");

        html.Should()
            .Contain($"<code>POST {served.Address}v1/check?asOf=2022-01-09 {{&quot;text&quot;:&quot;160 people were killed&quot;}}</code>");
    }

    [Theory]
    [InlineData("/sources")]
    [InlineData("/places")]
    [InlineData("/actors")]
    public async Task The_visitors_day_stays_in_the_links_of_a_registry(string path)
    {
        var (_, html) = await GetAsync($"{path}?asOf=2022-01-09");

        html.Should().Contain("What was known by the end of 9 January 2022").And.MatchRegex($"href=\"{path}/[^\"]+\\?asOf=2022-01-09\"");
        Call().Matches(html).Should().NotBeEmpty().And.OnlyContain(call => !call.Value.Contains("asOf"));
    }

    [Fact]
    public async Task The_timeline_is_filtered_as_its_call_is()
    {
        const string Query = "?kind=toll&status=retracted&place=kazakhstan&asOf=2022-01-20";
        var (_, html) = await GetAsync($"/facts{Query}");

        FactLink().Matches(html).Select(match => match.Groups[1].Value).Distinct().Should()
            .Equal(await served.IdsAsync($"/v1/facts{Query}"));
    }

    [Fact]
    public async Task A_page_ignores_unknown_parameters_and_empty_fields_and_names_invalid_values()
    {
        var (status, html) = await GetAsync("/facts?kind=toll&utm_source=mail&from=&place=almatty&to=banana&after=x");

        status.Should().Be(HttpStatusCode.OK);
        html.Should().Contain("<code>place</code>").And.Contain("did you mean &#x27;almaty&#x27;?").And.Contain(
            "<code>to</code>").And.Contain("<code>after</code>");
        html.Should().NotContain("utm_source");
    }

    [Fact]
    public async Task A_page_of_a_fact_carries_its_JSON_LD_and_tags_for_those_who_share_it()
    {
        var (_, html) = await GetAsync("/ru/facts/2022-01-09-killed-164");
        var linked = JsonSerializer.Deserialize<JsonElement>(LinkedData().Match(html).Groups[1].Value);

        using var expected = await served.Client.GetAsync("/v1/facts/2022-01-09-killed-164?format=ld%2Bjson",
            TestContext.Current.CancellationToken);
        JsonElement.DeepEquals(linked, JsonSerializer.Deserialize<JsonElement>(
            await expected.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken))).Should().BeTrue();
        html.Should().Contain("property=\"og:title\" content=\"Погибшие, Казахстан: 164\"").And.Contain(
            "property=\"og:description\" content=\"Retracted on 9 January 2022");
        html.Should().Contain($"<link rel=\"canonical\" href=\"{served.Address}ru/facts/2022-01-09-killed-164\"");
    }

    [Theory]
    [InlineData("")]
    [InlineData("/ru")]
    [InlineData("/kk")]
    public async Task The_most_widely_reported_facts_link_to_the_list_of_all_of_them(string prefix)
    {
        var (_, html) = await GetAsync(prefix.Length == 0 ? "/" : prefix);

        html.Should().Contain($"href=\"{prefix}/facts?minOrigins=6\"");
        var (_, list) = await GetAsync($"{prefix}/facts?minOrigins=6");
        list.Should().NotContain("class=\"errors\"");
    }

    [Theory, MemberData(nameof(Paths))]
    public async Task No_link_holds_a_name_in_braces(string path) =>
        Link().Matches((await GetAsync(path)).Html).Select(match => match.Groups[1].Value).Should()
            .NotBeEmpty().And.OnlyContain(link => !link.Contains('{'));

    [Theory]
    [InlineData("/facts/2022-01-armenia-aksai-bakery-guard", "by 14 January 2022")]
    [InlineData("/ru/facts/2022-01-armenia-aksai-bakery-guard", "не позднее 14 января 2022")]
    [InlineData("/kk/facts/2022-01-armenia-aksai-bakery-guard", "ең кеші 2022 жылғы 14 қаңтар")]
    [InlineData("/deployments", "by 14 January 2022")]
    [InlineData("/facts?kind=deployment&contributor=armenia&from=2022-01-14&to=2022-01-14", "by 14 January 2022")]
    [InlineData("/embed/facts/2022-01-armenia-aksai-bakery-guard", "by 14 January 2022")]
    [InlineData("/search?q=aksai+bakery", "by 14 January 2022")]
    [InlineData("/price-changes", "January 2022")]
    public async Task A_fact_without_a_known_day_is_shown_without_a_day(string path, string words)
    {
        var (_, html) = await GetAsync(path);

        html.Should().Contain(words);
        if (!path.StartsWith("/price", StringComparison.Ordinal))
            html.Should().NotContain("1 January 2022 –").And.NotContain("1 января 2022 года –");
    }

    [Theory]
    [InlineData("/facts/2022-01-09-killed-165", "/facts/2022-01-09-killed-164")]
    [InlineData("/actors/konstantin-zatulyn", "/actors/konstantin-zatulin")]
    [InlineData("/places/almatty", "/places/almaty")]
    [InlineData("/sources/pledgetimes-csto-peacekeeper", "/sources/pledgetimes-csto-peacekeepers")]
    [InlineData("/facts/2022-01-09-killed-164?asOf=2022-01-08", "/facts/2022-01-09-killed-164\"")]
    [InlineData("/kk/nothing", "Мұндай бет жоқ")]
    public async Task A_missing_entry_is_a_page_that_says_so_and_suggests_another(string path, string words)
    {
        var (status, html) = await GetAsync(path);

        status.Should().Be(HttpStatusCode.NotFound);
        html.Should().Contain(words);
    }

    [Theory]
    [InlineData("/facts/2022-01-01-lpg")]
    [InlineData("/embed/facts/2022-01-01-lpg")]
    public async Task The_page_and_the_card_of_a_fact_that_was_removed_say_when_and_why(string path)
    {
        using var live = new LiveServer();
        await live.RemovePriceAsync();

        using var response = await live.Client.GetAsync(path, TestContext.Current.CancellationToken);

        response.StatusCode.Should().Be(HttpStatusCode.Gone);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should()
            .Contain("It was removed on 24 November 2026: <span lang=\"en\">It was a cap and no price.</span>");
    }

    [Theory]
    [InlineData("?asOf=2022-01-09", "As known on 9 January 2022", true)]
    [InlineData("?asOf=2099-01-01", "As known on 1 January 2099", false)]
    [InlineData("", "As known on ", false)]
    public async Task A_card_shows_its_day_and_whether_a_newer_version_exists(string query, string day, bool isOutdated)
    {
        var (_, html) = await GetAsync($"/embed/facts/2022-01-09-killed-164{query}");

        html.Should().Contain(day).And.NotContain("<script");
        html.Contains("A newer version exists", StringComparison.Ordinal).Should().Be(isOutdated);
    }

    [Theory]
    [InlineData("/", "frame-ancestors 'none'")]
    [InlineData("/v1/facts", "frame-ancestors 'none'")]
    [InlineData("/kk/embed/facts/2022-01-09-killed-164", "frame-ancestors *")]
    public async Task Only_cards_may_be_framed_and_no_script_is_inline(string path, string rule)
    {
        using var response = await served.Client.GetAsync(path, TestContext.Current.CancellationToken);

        response.Headers.GetValues("Content-Security-Policy").Single().Should()
            .Contain(rule).And.Contain("default-src 'none'").And.NotContain("unsafe");
    }

    [Fact]
    public async Task A_page_that_takes_too_long_says_so_as_a_page()
    {
        await using var server = Served.Start(null, served.Database, ("KzFacts:QueryTimeout", "00:00:00"));
        using var client = server.CreateClient();

        using var response = await client.GetAsync("/ru/facts?place=almaty", TestContext.Current.CancellationToken);

        response.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should()
            .Contain("Запрос занял слишком много времени");
    }

    [Fact]
    public async Task Text_that_a_client_sends_is_escaped()
    {
        var (_, html) = await GetAsync("/search?q=%3Cscript%3Ealert(1)%3C/script%3E");

        html.Should().NotContain("<script>alert").And.Contain("&lt;script&gt;alert");
    }

    [Fact]
    public async Task The_home_page_is_under_100_kB_with_all_that_it_needs()
    {
        long bytes = 0;
        foreach (var path in new[] { "/kk", "/site.css", "/site.js", "/icon.svg" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept-Encoding", "br" } } };
            using var response = await served.Client.SendAsync(request, TestContext.Current.CancellationToken);
            response.StatusCode.Should().Be(HttpStatusCode.OK, path);
            bytes += (await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length;
        }

        bytes.Should().BeLessThan(100_000);
    }

    async Task<(HttpStatusCode Status, string Html)> GetAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path)
        {
            Headers = { Accept = { new MediaTypeWithQualityHeaderValue("text/html") } }
        };
        using var response = await served.Client.SendAsync(request, TestContext.Current.CancellationToken);
        response.Content.Headers.ContentType!.ToString().Should().Be("text/html; charset=utf-8");
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    static List<int> Headings(string html) => [.. Heading().Matches(html).Select(match => match.Groups[1].Value[0] - '0')];

    [GeneratedRegex(" (?:href|src|action)=\"([^\"]*)\"")]
    private static partial Regex Link();

    [GeneratedRegex("<h([1-6])[ >]")]
    private static partial Regex Heading();

    [GeneratedRegex("<li><a href=\"(http[^\"]+)\"><code>")]
    private static partial Regex Call();

    [GeneratedRegex("<h3><a href=\"/facts/([^\"?]+)")]
    private static partial Regex FactLink();

    [GeneratedRegex("<script type=\"application/ld\\+json\">(.*?)</script>")]
    private static partial Regex LinkedData();
}
