using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using FluentAssertions;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Rest;

public sealed class CitationTests(Served served)
{
    const string Dead = "/v1/facts/2022-01-09-killed-164";

    [Fact]
    public async Task A_citation_has_the_fact_its_status_its_pages_the_revision_the_day_and_the_address()
    {
        var citation = await served.GetAsync($"{Dead}/citation?asOf=2022-01-12");
        var fact = await served.GetAsync($"{Dead}?asOf=2022-01-12");

        citation.GetProperty("text").GetString().Should().MatchRegex(
            $@"^Killed, Kazakhstan: 164\. Retracted on 9 January 2022\. {fact.GetProperty("supports").GetInt32()} pages, " +
            $@"the first: .+, 2022-01-09, https?://\S+; {fact.GetProperty("retracts").GetInt32()} pages retract it\. " +
            @"KzFacts, revision [0-9a-f]{12}, as known 12 January 2022\. " +
            $@"{served.Address}v1/facts/2022-01-09-killed-164\?asOf=2022-01-12$");
        citation.GetProperty("revision").GetString().Should()
            .Be(served.Snapshot.State.Revision).And.StartWith(citation.GetProperty("text").GetString()!.Split("revision ")[1][..12]);
        citation.GetProperty("hash").GetString().Should().Be(fact.GetProperty("hash").GetString());
        citation.GetProperty("day").GetString().Should().Be("2022-01-12");
    }

    [Fact]
    public async Task Without_asOf_the_day_is_that_of_the_compile()
    {
        var citation = await served.GetAsync($"{Dead}/citation");

        citation.GetProperty("day").GetString().Should().Be(served.Snapshot.State.CompiledAt[..10]);
        citation.GetProperty("url").GetString().Should().Be($"{served.Address}{Dead[1..]}");
        citation.GetProperty("text").GetString().Should().Contain("; replaced by: Killed, Kazakhstan: 225. ").And.Contain(", compiled ");
    }

    [Theory]
    [InlineData("2022-01-01-lpg-mangystau-doubled", "Reported by 9 independent origins, not proven true")]
    [InlineData("2022-01-06-russia-31st-brigade-possible", "Unconfirmed: only speculation")]
    [InlineData("2022-01-05-kyzylorda-riot", "Disputed: ")]
    public async Task The_status_is_in_words(string id, string words) =>
        (await served.GetAsync($"/v1/facts/{id}/citation")).GetProperty("status").GetString().Should().StartWith(words);

    [Fact]
    public async Task Every_fact_can_be_cited_in_every_format()
    {
        using var lane = served.Snapshot.Rent(Timeout.InfiniteTimeSpan, TestContext.Current.CancellationToken);
        foreach (var id in lane.Texts("select id from fact where current = 1"))
        {
            var bibtex = await TextAsync($"/v1/facts/{id}/citation?format=bibtex");
            var csl = (await served.GetAsync($"/v1/facts/{id}/citation?format=csl")).EnumerateArray().Single();

            bibtex.Should().StartWith($"@misc{{kzfacts:{id},\n").And.EndWith("}\n");
            bibtex.Count(c => c == '{').Should().Be(bibtex.Count(c => c == '}'), id);
            csl.GetProperty("issued").GetProperty("date-parts")[0].GetArrayLength().Should().Be(3);
            csl.GetProperty("URL").GetString().Should().EndWith(id);
        }
    }

    [Fact]
    public async Task BibTeX_escapes_what_TeX_would_read() =>
        (await TextAsync("/v1/facts/2022-01-01-lpg-mangystau-doubled/citation?format=bibtex")).Should()
            .Contain(@"Business \& Human Rights").And.NotMatchRegex(@"[^\\]&");

    [Theory]
    [InlineData("text/plain", "text/plain; charset=utf-8")]
    [InlineData("application/vnd.citationstyles.csl+json", "application/vnd.citationstyles.csl+json")]
    [InlineData("application/x-bibtex", "application/x-bibtex; charset=utf-8")]
    [InlineData("*/*", "application/json; charset=utf-8")]
    public async Task The_Accept_header_asks_for_a_format_too(string accept, string type)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Dead}/citation");
        request.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse(accept));
        using var response = await served.Client.SendAsync(request, TestContext.Current.CancellationToken);

        response.Content.Headers.ContentType!.ToString().Should().Be(type);
    }

    [Theory]
    [InlineData("/v1/facts/nothing/citation", HttpStatusCode.NotFound)]
    [InlineData($"{Dead}/citation?asOf=2022-01-01", HttpStatusCode.NotFound)]
    [InlineData($"{Dead}/citation?format=ris", HttpStatusCode.BadRequest)]
    public async Task A_missing_fact_cannot_be_cited(string path, HttpStatusCode status)
    {
        using var response = await served.Client.GetAsync(path, TestContext.Current.CancellationToken);

        response.StatusCode.Should().Be(status);
    }

    [Fact]
    public async Task REST_and_GraphQL_give_the_same_citation()
    {
        var rest = await served.GetAsync($"{Dead}/citation?asOf=2022-01-12");

        var data = (await served.QueryAsync("""
            { citation(id: "2022-01-09-killed-164", asOf: "2022-01-12") { id text title status pages day revision hash url }
              none: citation(id: "nothing") { id } }
            """)).GetProperty("data");

        JsonElement.DeepEquals(data.GetProperty("citation"), rest).Should().BeTrue();
        data.GetProperty("none").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Fact]
    public async Task The_public_address_of_the_server_is_the_one_that_is_cited()
    {
        await using var server = Served.Start(null, served.Database, ("KzFacts:PublicUrl", "https://facts.example/kz/"));
        using var client = server.CreateClient();

        (await client.GetStringAsync($"{Dead}/citation?format=text", TestContext.Current.CancellationToken)).Should()
            .EndWith("https://facts.example/kz/v1/facts/2022-01-09-killed-164\n");
    }

    Task<string> TextAsync(string path) => served.Client.GetStringAsync(path, TestContext.Current.CancellationToken);
}
