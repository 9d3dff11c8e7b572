using System.Net;
using System.Text.RegularExpressions;
using FluentAssertions;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Pages;

/// <summary>The input box of the pages, which takes an address, a sentence or an article.</summary>
public sealed partial class AskBoxTests(Served served)
{
    [Theory]
    [InlineData("https://pledgetimes.com/csto-will-send-peacekeepers-to-kazakhstan/",
        "/ru/lookup?url=https%3A%2F%2Fpledgetimes.com%2Fcsto-will-send-peacekeepers-to-kazakhstan%2F")]
    [InlineData("  pledgetimes.com/x ", "/ru/lookup?url=pledgetimes.com%2Fx")]
    [InlineData("газ подорожал", "/ru/search?q=%D0%B3%D0%B0%D0%B7%20%D0%BF%D0%BE%D0%B4%D0%BE%D1%80%D0%BE%D0%B6%D0%B0%D0%BB")]
    [InlineData("", "/ru")]
    public async Task A_pasted_text_is_looked_up_or_searched(string text, string location)
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = served.Address };

        using var response = await client.GetAsync($"/ru/ask?q={Uri.EscapeDataString(text)}", TestContext.Current.CancellationToken);

        response.Headers.Location!.OriginalString.Should().Be(location);
    }

    [Theory]
    [InlineData("газ подорожал",
        "/ru/search?q=%D0%B3%D0%B0%D0%B7%20%D0%BF%D0%BE%D0%B4%D0%BE%D1%80%D0%BE%D0%B6%D0%B0%D0%BB&asOf=2022-01-09")]
    [InlineData(" https://tass.ru/x\n", "/ru/lookup?url=https%3A%2F%2Ftass.ru%2Fx&asOf=2022-01-09")]
    [InlineData(" ", "/ru?asOf=2022-01-09")]
    public async Task The_box_redirects_to_an_address_that_keeps_the_visitors_day(string text, string location)
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = served.Address };

        using var response = await client.PostAsync("/ru/ask", new FormUrlEncodedContent([new("q", text), new("asOf", "2022-01-09")]),
            TestContext.Current.CancellationToken);

        (response.StatusCode, response.Headers.Location!.OriginalString).Should().Be((HttpStatusCode.SeeOther, location));
    }

    [Fact]
    public async Task A_whole_article_is_compared_sentence_by_sentence_and_stays_in_the_box()
    {
        var article =
            $"{string.Concat(Enumerable.Repeat("The weather was fine. ", 2000))}В Казахстане погибли 164 человека. By 15 January 2022, " +
            $"225 people had been killed in Kazakhstan.\n\n{string.Concat(Enumerable.Repeat("Снег шёл весь день. ", 1000))}";

        var (status, html) = await AskAsync(article);

        status.Should().Be(HttpStatusCode.OK);
        html.Should().Contain("/facts/2022-01-09-killed-164\"").And.Contain("/facts/2022-01-15-killed-225\"").And.Contain(
            "3,002 sentences compared. There are facts for 2.");
        InBox(html).Should().Be(article);
        html.Should().NotContain("class=\"errors\"");
    }

    [Fact]
    public async Task A_text_that_is_too_long_to_check_is_refused_in_words_and_stays_in_the_box()
    {
        var text = string.Concat(Enumerable.Repeat("Жауын жауды. ", 6000));

        var (status, html) = await AskAsync(text);

        status.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        html.Should().Contain("The text is longer than 100,000 bytes. Send it in parts.");
        InBox(html).Should().Be(text);
    }

    [Fact]
    public async Task A_sentence_of_more_words_than_a_search_takes_is_compared_and_stays_in_the_box()
    {
        var text = $"164 people were killed in Kazakhstan, {string.Concat(Enumerable.Repeat("one after the other, ", 12))}it was said.";

        var html = await served.Client.GetStringAsync(
            $"/search?q={Uri.EscapeDataString(text)}", TestContext.Current.CancellationToken);

        html.Should().Contain("/facts/2022-01-09-killed-164\"").And.NotContain("class=\"errors\"");
        InBox(html).Should().Be(text);
    }

    async Task<(HttpStatusCode Status, string Html)> AskAsync(string text)
    {
        using var response = await served.Client.PostAsync("/ask", new FormUrlEncodedContent([new("q", text)]),
            TestContext.Current.CancellationToken);
        response.Headers.CacheControl!.NoStore.Should().BeTrue();
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    static string InBox(string html) => WebUtility.HtmlDecode(Box().Match(html).Groups[1].Value);

    [GeneratedRegex("<textarea id=\"ask\"[^>]*>\n?(.*?)</textarea>", RegexOptions.Singleline)]
    private static partial Regex Box();
}
