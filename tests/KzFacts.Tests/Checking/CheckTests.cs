using System.Net;
using System.Text;
using System.Text.Json;
using CsCheck;
using FluentAssertions;
using KzFacts.Data;
using KzFacts.Data.Checking;
using KzFacts.Data.Facts;
using KzFacts.Data.Querying;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Checking;

public sealed class CheckTests(Served served)
{
    const string Altered = "On 15 January 2022 the prosecutors said that 520 people had been killed in Kazakhstan.";

    [Fact]
    public async Task A_sentence_that_says_what_a_fact_says_is_supported_by_it()
    {
        var found = (await CheckAsync("By 15 January 2022, 225 people had been killed in Kazakhstan.")).Sentences.Single().Facts[0];

        found.Fact.Id.Should().Be("2022-01-15-killed-225");
        found.Judgement.Should().Be(Judgement.Supports);
        found.Elements.Select(element => (element.Element, element.Agrees)).Should()
            .Equal((Element.Figure, true), (Element.Date, true), (Element.Place, true));
    }

    [Fact]
    public async Task A_conflict_names_the_element_that_differs()
    {
        var found = (await CheckAsync(Altered)).Sentences.Single().Facts.Single();

        found.Judgement.Should().Be(Judgement.Conflicts);
        found.Elements.Where(element => element.Agrees == false).Should()
            .Equal(new CheckedElement { Element = Element.Figure, Stated = "520", Held = "225", Agrees = false });
    }

    [Fact]
    public async Task A_retracted_figure_is_found_and_never_simply_supports()
    {
        var found =
            (await CheckAsync(
            "The Health Ministry said on 9 January 2022 that 164 people had been killed in Kazakhstan.")).Sentences.Single().Facts;

        found.Should().NotContain(fact => fact.Judgement == Judgement.Supports);
        found[0].Fact.Should().Match<Fact>(fact => fact.Id == "2022-01-09-killed-164" && fact.Status == Status.Retracted);
        found[0].Elements.Should().ContainSingle(element => element.Element == Element.Status).Which.Held.Should()
            .Contain("replaced by 2022-01-15-killed-225");
    }

    [Theory]
    [InlineData("On 9 January 2022, 5,135 people were detained in Kazakhstan.")]
    [InlineData("On 9 January 2022, 5,800 people were detained in Kazakhstan.")]
    [InlineData("On 9 January 2022, 5,969 people were detained in Kazakhstan.")]
    public async Task Of_competing_figures_the_one_that_agrees_counts(string text) =>
        (await CheckAsync(text)).Sentences.Single().Facts.Should()
            .Contain(fact => fact.Judgement == Judgement.Supports).And.NotContain(fact => fact.Judgement == Judgement.Conflicts);

    [Fact]
    public async Task A_fact_stands_in_the_answer_as_its_card()
    {
        var answer = JsonDocument.Parse(await (await PostAsync(Altered, "text/plain")).Content.ReadAsByteArrayAsync(Cancel)).RootElement;
        var card = (await served.GetAsync("/v1/tolls?from=2022-01-15&to=2022-01-15&measure=killed")).GetProperty("items").EnumerateArray()
            .Single(item => item.GetProperty("id").GetString() == "2022-01-15-killed-225");

        answer.GetProperty("sentences")[0].GetProperty("facts")[0].GetProperty("fact").GetRawText().Should().Be(card.GetRawText());
    }

    [Fact]
    public async Task Sentences_stand_where_their_offsets_say_and_silence_is_counted()
    {
        const string text = "  The weather was fine.\n\nIn Taldykorgan demonstrators tore down a statue of Nazarbayev. Nobody knows more. ";

        var answer = await CheckAsync(text);

        (answer.Checked, answer.Silent).Should().Be((3, 2));
        var sentence = answer.Sentences.Single();
        text[sentence.Start..sentence.End].Should().Be(sentence.Text).And.StartWith("In Taldykorgan");
    }

    [Fact]
    public async Task With_asOf_a_text_is_compared_with_what_was_known_by_that_day()
    {
        (await CheckAsync(Altered, "?asOf=2022-01-14")).Sentences.SelectMany(sentence => sentence.Facts).Should()
            .NotContain(fact => fact.Fact.Id == "2022-01-15-killed-225");
        (await CheckAsync("By 9 January 2022, 164 people had been killed in Kazakhstan.", "?asOf=2022-01-08")).Sentences.Should().BeEmpty();
    }

    [Theory]
    [InlineData("""{"text":"On Thursday 2,298 people were detained in Kazakhstan.","date":"2022-01-07"}""", "", "application/json")]
    [InlineData("On Thursday 2,298 people were detained in Kazakhstan.", "?date=2022-01-07", "text/plain")]
    public async Task The_date_of_the_text_gives_its_weekdays_a_day(string body, string query, string type)
    {
        var answer = await SendAsync(body, type, query);

        answer.Sentences.Single().Facts[0].Elements.Should().ContainSingle(element => element.Element == Element.Date).Which.Should()
            .Be(new CheckedElement { Element = Element.Date, Stated = "Thursday", Held = "2022-01-06", Agrees = true });
    }

    [Theory]
    [InlineData("""{"text":""}""", "application/json", "text", "it is empty.")]
    [InlineData("""{"text":" \n "}""", "application/json", "text", "it is empty.")]
    [InlineData("{}", "application/json", "text", "it is missing.")]
    [InlineData("", "text/plain", "text", "it is empty.")]
    [InlineData("""{"text":"a","date":"yesterday"}""", "application/json", "date", "'yesterday' is not a valid date.")]
    [InlineData("""{"texts":["a"]}""", "application/json", "texts", "there is no such member.")]
    [InlineData("""{"text":"\ud800"}""", "application/json", "body", "it is not JSON: line 1, byte 17.")]
    public async Task A_body_of_another_form_is_refused_with_a_reason(string body, string type, string parameter, string detail)
    {
        using var response = await PostAsync(body, type);

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        var error = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancel)).RootElement.GetProperty("errors")[0];
        error.GetProperty("parameter").GetString().Should().Be(parameter);
        error.GetProperty("detail").GetString().Should().Contain(detail);
    }

    [Theory]
    [InlineData("?date=2022-13-01", "date")]
    [InlineData("?asof=2022-01-01", "asof")]
    public async Task An_invalid_parameter_is_named(string query, string parameter)
    {
        using var response = await PostAsync("text", "text/plain", query);

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync(Cancel)).Should().Contain($"\"parameter\":\"{parameter}\"");
    }

    [Theory]
    [InlineData(100_001, "text/plain")]
    [InlineData(500_000, "text/plain")]
    [InlineData(100_001, "application/json")]
    [InlineData(500_000, "application/json")]
    public async Task More_than_a_hundred_kilobytes_are_refused(int bytes, string type)
    {
        var text = new string('x', bytes);

        using var response = await PostAsync(type == "text/plain" ? text : JsonSerializer.Serialize(new { text }), type);

        response.StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task A_text_as_long_as_the_limit_and_dense_with_facts_is_checked()
    {
        var said = (await served.ListAsync<Toll>("/v1/tolls?limit=500")).Select(toll => toll.Title)
            .Concat((await served.ListAsync<Event>("/v1/events?limit=500")).Select(one => one.Title)).ToList();
        var text = string.Join(". ", Enumerable.Range(0, 10).SelectMany(day =>
            said.Select(title => $"On {day + 1} January {title}")))[..99_000];

        (await SendAsync(text, "text/plain", "")).Sentences.Should().HaveCountGreaterThan(500);
    }

    [Fact]
    public void A_text_that_takes_too_long_should_be_sent_in_parts()
    {
        using var lane = served.Snapshot.Rent(TimeSpan.FromMilliseconds(-1000), Cancel);

        var check = () => KzFacts.Data.Checking.Check.Of(lane, new("100 people were killed in Almaty."));

        check.Should().Throw<QueryTimeoutException>().WithMessage("*send the text in parts*");
    }

    [Fact]
    public async Task A_sentence_that_stands_twice_is_answered_twice()
    {
        const string Sentence = "At least 225 people were killed in Kazakhstan.";

        var sentences = (await SendAsync($"{Sentence} {Sentence}", "text/plain", "")).Sentences;

        sentences.Should().HaveCount(2);
        sentences[1].Start.Should().Be(Sentence.Length + 1);
        sentences[1].Facts.Select(fact => fact.Fact.Id).Should().Equal(sentences[0].Facts.Select(fact => fact.Fact.Id));
    }

    [Fact]
    public async Task Bytes_that_are_not_text_are_refused()
    {
        using var content = new ByteArrayContent([0xff, 0xfe, 0xfd]);
        content.Headers.ContentType = new("text/plain");
        using var response = await served.Client.PostAsync("/v1/check", content, Cancel);

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public void The_check_answers_any_text_with_offsets_that_fit() =>
        Gen.OneOf(Gen.String, Gen.String[Gen.Char["0123456789 .,-–:%$«»\"'ЖәА1aT\n"], 0, 120]).Sample(text =>
    {
        using var lane = served.Snapshot.Rent(Timeout.InfiniteTimeSpan);
        foreach (var sentence in KzFacts.Data.Checking.Check.Of(lane, new($"Tokayev in Almaty: {text}", new(2022, 1, 7))).Sentences)
            $"Tokayev in Almaty: {text}"[sentence.Start..sentence.End].Should().Be(sentence.Text);
    }, iter: 500);

    [Fact]
    public async Task REST_and_GraphQL_give_the_same()
    {
        var rest = await SendAsync(JsonSerializer.Serialize(new { text = Altered }), "application/json", "?asOf=2022-08-31");

        var graphql = (await served.QueryAsync("""
            query ($text: String!) {
              check(text: $text, asOf: "2022-08-31") {
                revision checked silent
                sentences { text start end facts { judgement fact { id status } elements { element stated held agrees } } }
              }
            }
            """, new { text = Altered })).GetProperty("data").GetProperty("check");

        graphql.GetRawText().Should().Be(JsonSerializer.Serialize(new
        {
            revision = rest.Revision,
            @checked = rest.Checked,
            silent = rest.Silent,
            sentences = rest.Sentences.Select(one => new
            {
                text = one.Text,
                start = one.Start,
                end = one.End,
                facts = one.Facts.Select(fact => new
                {
                    judgement = fact.Judgement,
                    fact = new { id = fact.Fact.Id, status = fact.Fact.Status },
                    elements = fact.Elements
                }),
            }),
        }, FactJson.Options));
    }

    [Fact]
    public async Task GraphQL_refuses_an_empty_text() =>
        (await served.QueryAsync("""{ check(text: " ") { checked } }"""))
            .GetProperty("errors")[0].GetProperty("message").GetString().Should().Contain("it is empty.");

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    Task<CheckAnswer> CheckAsync(string text, string query = "") =>
        SendAsync(JsonSerializer.Serialize(new { text }), "application/json", query);

    async Task<CheckAnswer> SendAsync(string body, string type, string query)
    {
        using var response = await PostAsync(body, type, query);
        response.StatusCode.Should().Be(HttpStatusCode.OK, await response.Content.ReadAsStringAsync(Cancel));
        return FactJson.Read<CheckAnswer>(await response.Content.ReadAsByteArrayAsync(Cancel));
    }

    async Task<HttpResponseMessage> PostAsync(string body, string type, string query = "")
    {
        using var content = new StringContent(body, Encoding.UTF8, type);
        return await served.Client.PostAsync($"/v1/check{query}", content, Cancel);
    }
}
