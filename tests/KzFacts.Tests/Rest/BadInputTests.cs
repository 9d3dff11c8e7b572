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
    [InlineData("/v1/events?place=almatty", "place", "did you mean 'almaty'? see /v1/places?q=almatty")]
    [InlineData("/v1/events?actor=tokaev", "actor", "did you mean 'kassym-jomart-tokayev'? see /v1/actors?q=tokaev")]
    [InlineData("/v1/price-changes?commodity=lgp", "commodity", "did you mean 'lpg'? see /v1/words?registry=commodity")]
    [InlineData("/v1/statements?topic=cso", "topic", "did you mean 'csto'? see /v1/words?registry=topic")]
    [InlineData("/v1/facts?publisher=Tass", "publisher", "did you mean 'TASS'?")]
    [InlineData("/v1/facts?bbox=1,2,3", "bbox", "give west,south,east,north in degrees, such as 76.6,43.1,77.2,43.5")]
    [InlineData("/v1/facts?q=%2A%22", "q", "give a word with a letter or a digit")]
    [InlineData("/v1/facts?after=garbage", "after", "pass the nextCursor of the previous page unchanged, with the same filter and order")]
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
        if (hint is not null) AdviceOf(error).Should().Be(hint);
    }

    /// <summary>The suggestion of an error as a question, and its hint.</summary>
    internal static string AdviceOf(JsonElement error) => string.Join(' ', new[]
    {
        error.TryGetProperty("suggestion", out var suggestion) ? $"did you mean '{suggestion}'?" : null,
        error.TryGetProperty("hint", out var hint) ? hint.GetString() : null,
    }.OfType<string>());

    [Theory]
    [InlineData("/v1/facts?form=1&limit=0&kind=tol&place=almatty&from=banana&after=garbage&format=xml",
        "form unknown, limit out_of_range, kind no_such_value, place no_such_value, from malformed, after invalid_cursor, " +
        "format no_such_value")]
    [InlineData("/v1/search?limit=0&place=x", "q missing, limit out_of_range, place no_such_value")]
    [InlineData("/v1/lookup?ur=x&format=csv", "url missing, ur unknown, format no_such_value")]
    public async Task All_errors_of_a_request_are_reported_at_once_each_with_a_code(string path, string errors)
    {
        var (_, problem) = await ProblemAsync(path);

        problem.GetProperty("errors").EnumerateArray().Select(error => $"{error.GetProperty("parameter")} {error.GetProperty("code")}")
            .Should().BeEquivalentTo(errors.Split(", "));
    }

    [Theory]
    [InlineData("/v1/statements?speaker=tokayev", "kassym-jomart-tokayev")]
    [InlineData("/v1/statements?speaker=Tokayev", "kassym-jomart-tokayev")]
    [InlineData("/v1/statements?speaker=Токаев", "kassym-jomart-tokayev")]
    [InlineData("/v1/facts?actor=nazarbaev", "nursultan-nazarbayev")]
    [InlineData("/v1/facts?place=Алматы", "almaty")]
    [InlineData("/v1/facts?place=nur-sultan", "astana")]
    [InlineData("/v1/facts?kind=tols", "toll")]
    [InlineData("/v1/facts?status=confirmed", null)]
    [InlineData("/v1/facts?page=2", "after")]
    [InlineData("/v1/facts?per_page=10", "limit")]
    [InlineData("/v1/tolls?measure=dead", null)]
    public async Task What_was_probably_meant_is_a_member_of_the_error(string path, string? suggestion)
    {
        var (_, problem) = await ProblemAsync(path);

        var error = problem.GetProperty("errors").EnumerateArray().Single();
        (error.TryGetProperty("suggestion", out var given) ? given.GetString() : null).Should().Be(suggestion);
    }

    [Theory]
    [InlineData("/v1/facts?place=almaty,astana", "repeat the parameter to give several values")]
    [InlineData("/v1/lookup?url=https://example.org/a?x=1&y=2",
        "if it is a part of the address, percent-encode the address: & as %26, # as %23")]
    [InlineData("/v1/facts?offset=50", "lists have no page numbers: pass the nextCursor of the previous page as after")]
    [InlineData("/v1/facts?measure=killed", "it is a parameter of /v1/price-changes, /v1/tolls")]
    [InlineData("/v1/facts?type=clash", "it is a parameter of /v1/events")]
    [InlineData("/v1/tolls?measure=dead", "see /v1/words?registry=toll_measure")]
    [InlineData("/v1/events?from=2022-01-08&to=2022-01-04", "exchange the two")]
    public async Task The_hint_of_an_error_says_how_to_put_it_right(string path, string hint)
    {
        var (status, problem) = await ProblemAsync(path);

        status.Should().Be(HttpStatusCode.BadRequest);
        problem.GetProperty("errors").EnumerateArray().Single().GetProperty("hint").GetString().Should().Be(hint);
    }

    [Theory]
    [InlineData("sources", "events")]
    [InlineData("events", "sources")]
    [InlineData("events", "changes")]
    [InlineData("changes", "events")]
    [InlineData("events", "events?type=clash")]
    [InlineData("events", "events?sort=-date")]
    public async Task A_cursor_of_another_list_filter_or_order_is_400(string from, string to)
    {
        var cursor = (await served.GetAsync($"/v1/{from}?limit=1")).GetProperty("nextCursor").GetString();
        var (status, problem) = await ProblemAsync($"/v1/{to}{(to.Contains('?') ? '&' : '?')}after={cursor}");

        status.Should().Be(HttpStatusCode.BadRequest);
        problem.GetProperty("errors")[0].GetProperty("code").GetString().Should().Be("invalid_cursor");
    }

    [Theory]
    [InlineData("/v1/event", "/v1/events")]
    [InlineData("/v1/price_changes", "/v1/price-changes")]
    [InlineData("/events", "/v1/events")]
    [InlineData("/v2/events", "/v1/events")]
    [InlineData("/v1/event/2022-01-05-almaty-unrest", "/v1/events/2022-01-05-almaty-unrest")]
    [InlineData("/openapi.json", "/openapi/kzfacts-v1.json")]
    [InlineData("/v1/words/killed", "/v1/words/toll_measure.killed")]
    [InlineData("/v1/actors/Токаев", "/v1/actors/kassym-jomart-tokayev")]
    public async Task An_unknown_path_suggests_its_neighbour(string path, string suggestion)
    {
        var (status, problem) = await ProblemAsync(path);

        status.Should().Be(HttpStatusCode.NotFound);
        problem.GetProperty("suggestion").GetString().Should().Be(suggestion);
    }

    [Fact]
    public async Task Another_method_is_405_that_says_which_the_address_takes()
    {
        var (status, problem) = await ProblemAsync("/v1/check");

        status.Should().Be(HttpStatusCode.MethodNotAllowed);
        problem.GetProperty("detail").GetString().Should().Be("/v1/check does not take GET. It takes POST.");
    }

    [Theory]
    [InlineData("/v1/lookup", """{"url":["https://example.org"]}""", "url unknown urls, urls missing")]
    [InlineData("/v1/lookup", """{"urls":"https://example.org"}""", "urls malformed")]
    [InlineData("/v1/lookup", """{"urls":["https://example.org",]}""", "body malformed")]
    [InlineData("/v1/lookup", """{"urls":["https://example.org",3,null]}""", "urls[1] malformed, urls[2] malformed")]
    [InlineData("/v1/lookup", "[]", "body malformed")]
    [InlineData("/v1/check", """{"txt":"a"}""", "txt unknown text, text missing")]
    [InlineData("/v1/check", """{"text":123,"date":"yesterday"}""", "text malformed, date malformed")]
    [InlineData("/v1/check", """{"text":"\ud800"}""", "body malformed")]
    public async Task All_errors_of_a_body_are_reported_at_once_without_names_of_NET_types(string path, string body, string errors)
    {
        using var content = new StringContent(body, null, "application/json");
        using var response = await served.Client.PostAsync(path, content, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        text.Should().NotContain("System.").And.NotContain("KzFacts.").And.NotContain("JsonReader");
        JsonSerializer.Deserialize<JsonElement>(text).GetProperty("errors").EnumerateArray().Select(error =>
            $"{error.GetProperty("parameter")} {error.GetProperty("code")}"
            + (error.TryGetProperty("suggestion", out var meant) ? $" {meant}" : "")).Should().BeEquivalentTo(errors.Split(", "));
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
