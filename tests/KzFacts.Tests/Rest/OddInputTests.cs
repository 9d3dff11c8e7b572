using System.Net;
using System.Net.Http.Json;
using System.Text;
using FluentAssertions;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Rest;

/// <summary>Values at the limits of days, numbers, hosts and texts, and beyond. They are refused or answered, and never cause a
/// server error.</summary>
public sealed class OddInputTests(Served served)
{
    [Theory]
    [InlineData("On 0000-01-05 100 people were killed in Almaty.")]
    [InlineData("1.1.0000: 100 people were killed in Almaty.")]
    [InlineData("On 9999-12-31 and 2022-13-45 and 2022-00-00 225 people were killed in Almaty.")]
    [InlineData("Call 0000-11-22 if 100 people were killed in Almaty.")]
    [InlineData("On 31.02.0000 and 0000-02-30 in Almaty.")]
    [InlineData("5 January 0000 in Almaty; 5 января 0000 года в Алматы.")]
    public async Task A_text_with_a_day_of_the_year_0_is_checked(string text)
    {
        (await CheckAsync(text, "")).Should().Be(HttpStatusCode.OK);
        (await served.Client.GetAsync($"/search?q={Uri.EscapeDataString(text)}", TestContext.Current.CancellationToken)).StatusCode.Should()
            .Be(HttpStatusCode.OK);
        (await served.QueryAsync("query ($text: String!) { check(text: $text) { checked } }", new { text })).TryGetProperty("errors", out _)
            .Should().BeFalse();
    }

    public static TheoryData<string, string> Edges => new MatrixTheoryData<string, string>(
        ["0001-01-01", "0001-01-03", "9999-12-31"],
        ["Today", "Yesterday", "On Thursday", "On Monday", "Вчера", "В четверг", "Кеше", "Бүгін", "On 5 January", "In 2022",
            "On 31 December 9999"]);

    [Theory, MemberData(nameof(Edges))]
    public async Task A_text_of_a_day_at_the_edge_of_the_calendar_is_checked(string date, string when)
    {
        (await CheckAsync($"{when} 100 people were killed in Almaty and Russia sent 3,000 soldiers.", $"?date={date}")).Should()
            .Be(HttpStatusCode.OK);
        (await CheckAsync($"{when} 100 people were killed in Almaty and Russia sent 3,000 soldiers.", $"?asOf={date}")).Should()
            .Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task As_of_the_last_day_of_the_calendar_the_same_is_known_as_the_day_before()
    {
        const string List = "/v1/facts?limit=500&asOf=";
        (await served.IdsAsync($"{List}9999-12-31")).Should().Equal(await served.IdsAsync($"{List}9999-12-30")).And.HaveCount(500);
    }

    public static TheoryData<string, string> Boxes => new MatrixTheoryData<string, string>(
        ["NaN,0,1,1", "0,nan,1,1", "0,0,-NaN,1", "0,0,1,NaN", "Infinity,0,1,1", "-∞,0,1,1", "0,0,1e400,1", "0,0,1,∞"],
        ["/v1/facts?", "/v1/places?", "/v1/search?q=almaty&", "/v1/timeline?", "/v1/toll-series?", "/v1/facts?format=geojson&",
            "/charts/map.svg?", "/charts/prices.svg?"]);

    [Theory, MemberData(nameof(Boxes))]
    public async Task A_box_with_a_number_that_is_not_finite_is_refused(string box, string address)
    {
        using var response = await served.Client.GetAsync($"{address}bbox={Uri.EscapeDataString(box)}",
            TestContext.Current.CancellationToken);

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should().Contain("bbox");
    }

    public static TheoryData<string> Hosts =>
        ["http://xn--é.kz/", "http://اb.com/", "http://aא.kz", "https://xn--\u0080.kz/?x=1", "http://1.2.3.4./",
        $"http://a.com/{new string('ж', 400)}"];

    [Theory, MemberData(nameof(Hosts))]
    public async Task An_address_with_an_invalid_host_is_refused(string address)
    {
        var escaped = Uri.EscapeDataString(address);
        foreach (var path in new[] { "/v1/lookup?url=", "/v1/changes?sourceUrl=", "/v1alpha1/claims:search?appearanceUrl=" })
            (await served.Client.GetAsync(path + escaped, TestContext.Current.CancellationToken)).StatusCode.Should()
                .Be(HttpStatusCode.BadRequest, path);
        foreach (var path in new[] { "/lookup?url=", "/ask?q=", "/ru/ask?q=" })
            (await served.Client.GetAsync(path + escaped, TestContext.Current.CancellationToken)).StatusCode.Should()
                .Be(HttpStatusCode.OK, path);
        using var many = JsonContent.Create(new { urls = new[] { "https://tass.ru/x", address } });
        using var response = await served.Client.PostAsync("/v1/lookup", many, TestContext.Current.CancellationToken);
        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should().Contain("urls[1]");
    }

    public static TheoryData<string, string> Forms => new()
    {
        { "multipart/form-data; boundary=x", "q=a" },
        { "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"q\"\r\n\r\nalmaty" },
        { "application/x-www-form-urlencoded; charset=utf-7", "q=a" },
        { "text/plain", "q=a" },
    };

    [Theory, MemberData(nameof(Forms))]
    public async Task A_broken_form_is_refused(string type, string body)
    {
        using var content = new StringContent(body);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        (await served.Client.PostAsync("/ask", content, TestContext.Current.CancellationToken)).StatusCode.Should()
            .Be(HttpStatusCode.BadRequest);
    }

    async Task<HttpStatusCode> CheckAsync(string text, string query)
    {
        using var response = await served.Client.PostAsync($"/v1/check{query}", new StringContent(text, Encoding.UTF8, "text/plain"),
            TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
