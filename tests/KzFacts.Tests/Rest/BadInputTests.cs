using System.Net;
using System.Text.Json;
using FluentAssertions;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Rest;

public sealed class BadInputTests(Served served)
{
    [Theory]
    [InlineData("/v1/events?form=2022-01-06", "form", "did you mean 'from'?")]
    [InlineData("/v1/events?limit=0", "limit", null)]
    [InlineData("/v1/events?limit=501", "limit", null)]
    [InlineData("/v1/events?limit=many", "limit", "such as 50")]
    [InlineData("/v1/events?from=banana", "from", "such as 2022-01-05")]
    [InlineData("/v1/events?from=2022-02-30", "from", "such as 2022-01-05")]
    [InlineData("/v1/events?from=", "from", "leave the parameter out, or give it a value")]
    [InlineData("/v1/events?from=2022-01-01&from=2022-01-02", "from", "give it once")]
    [InlineData("/v1/events?type=protests", "type", "did you mean 'protest'?")]
    [InlineData("/v1/events?place=almatty", "place", "did you mean 'almaty'?")]
    [InlineData("/v1/events?actor=tokaev", "actor", null)]
    [InlineData("/v1/price-changes?commodity=lgp", "commodity", "did you mean 'lpg'?")]
    [InlineData("/v1/statements?topic=cso", "topic", "did you mean 'csto'?")]
    [InlineData("/v1/facts?publisher=Tass", "publisher", "did you mean 'TASS'?")]
    [InlineData("/v1/facts?bbox=1,2,3", "bbox", "give west,south,east,north in degrees, such as 76.6,43.1,77.2,43.5")]
    [InlineData("/v1/facts?q=%2A%22", "q", "give a word with a letter or a digit")]
    [InlineData("/v1/facts?after=garbage", "after", "pass the nextCursor of the previous page unchanged")]
    [InlineData("/v1/facts?sort=title", "sort", null)]
    [InlineData("/v1/facts?format=xml", "format", null)]
    [InlineData("/v1/facts?format=geojsn", "format", "did you mean 'geojson'?")]
    [InlineData("/v1/sources?format=geojson", "format", null)]
    [InlineData("/v1/actors?format=atom", "format", null)]
    [InlineData("/v1/facts/2022-01-09-killed-164?format=xml", "format", null)]
    [InlineData("/v1/export/kzfacts.db?from=2022-01-01", "from", "this address takes none")]
    [InlineData("/v1/facts/2022-01-09-killed-164?expand=claims", "expand", null)]
    [InlineData("/v1/lookup", "url", "give the address of a page, such as url=https://example.org/article")]
    [InlineData("/v1/lookup?url=no%20address", "url", null)]
    [InlineData("/v1/search", "q", "give the words to search for, such as q=peacekeepers")]
    [InlineData("/v1/places/almaty?asOf=2022-01-05", "asOf", null)]
    public async Task An_invalid_parameter_is_named_with_a_hint(string path, string parameter, string? hint)
    {
        var (status, problem) = await ProblemAsync(path);

        status.Should().Be(HttpStatusCode.BadRequest);
        var error = problem.GetProperty("errors").EnumerateArray().Single();
        error.GetProperty("parameter").GetString().Should().Be(parameter);
        if (hint is not null) error.GetProperty("hint").GetString().Should().Be(hint);
    }

    [Fact]
    public async Task All_errors_of_a_request_are_reported_at_once()
    {
        var (_, problem) = await ProblemAsync("/v1/facts?form=1&limit=0&kind=tol&place=almatty&from=banana");

        problem.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("parameter").GetString()).Should()
            .BeEquivalentTo("form", "limit", "kind", "place", "from");
    }

    [Theory]
    [InlineData("/v1/events/2022-01-05-almaty-unrst", "2022-01-05-almaty-unrest")]
    [InlineData("/v1/events/2022-01-09-killed-164", "see /v1/facts/2022-01-09-killed-164")]
    [InlineData("/v1/actors/konstantin-zatulyn", "konstantin-zatulin")]
    [InlineData("/v1/tolls/2022-01-09-killed-164?asOf=2022-01-01", "by 2022-01-01")]
    [InlineData("/nothing/here", "/nothing/here")]
    public async Task A_missing_entry_is_404_with_a_suggestion(string path, string words)
    {
        var (status, problem) = await ProblemAsync(path);

        status.Should().Be(HttpStatusCode.NotFound);
        problem.GetProperty("detail").GetString().Should().Contain(words);
    }

    [Fact]
    public async Task The_type_of_a_problem_leads_to_a_page_with_its_cause_and_cure()
    {
        var (_, problem) = await ProblemAsync("/v1/events?form=1");

        var page = await served.Client.GetStringAsync(problem.GetProperty("type").GetString(), TestContext.Current.CancellationToken);

        page.Should().Contain("Cause").And.Contain("Cure");
    }

    [Fact]
    public async Task An_unavailable_format_is_406()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/events") { Headers = { { "Accept", "application/xml" } } };
        using var response = await served.Client.SendAsync(request, TestContext.Current.CancellationToken);

        response.StatusCode.Should().Be(HttpStatusCode.NotAcceptable);
    }

    [Theory]
    [InlineData("/v1/facts?count=true&bbox=-180,-90,180,90")]
    [InlineData("/v1/search?q=kazakhstan&bbox=-180,-90,180,90")]
    public async Task An_interrupted_answer_consists_of_problem_details_and_nothing_else(string path)
    {
        await using var server = Served.Start(null, served.Database, ("KzFacts:QueryTimeout", "00:00:00"));
        using var client = server.CreateClient();

        using var response = await client.GetAsync(path, TestContext.Current.CancellationToken);
        var problem = JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsByteArrayAsync(
            TestContext.Current.CancellationToken));

        response.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        problem.GetProperty("status").GetInt32().Should().Be(503);
    }

    [Fact]
    public async Task Writing_is_405()
    {
        using var response = await served.Client.DeleteAsync("/v1/events", TestContext.Current.CancellationToken);

        response.StatusCode.Should().Be(HttpStatusCode.MethodNotAllowed);
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
    }

    async Task<(HttpStatusCode Status, JsonElement Problem)> ProblemAsync(string path)
    {
        using var response = await served.Client.GetAsync(path, TestContext.Current.CancellationToken);
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        return (response.StatusCode, JsonSerializer.Deserialize<JsonElement>(
            await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)));
    }
}
