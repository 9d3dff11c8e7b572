using System.Text.Json;
using FluentAssertions;
using KzFacts.Data;
using KzFacts.Data.Facts;
using KzFacts.Data.Names;
using KzFacts.Data.Querying;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Rest;

public sealed class LookupTests(Served served)
{
    const string SeedArticle = "https://pledgetimes.com/csto-will-send-peacekeepers-to-kazakhstan/";

    [Theory]
    [InlineData(SeedArticle, MatchLevel.Exact)]
    [InlineData("http://www.pledgetimes.com/csto-will-send-peacekeepers-to-kazakhstan?utm_source=tg&fbclid=1#top", MatchLevel.Normalized)]
    [InlineData("pledgetimes.com/csto-will-send-peacekeepers-to-kazakhstan", MatchLevel.Normalized)]
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
    public async Task Another_page_is_none_and_not_an_error(string url)
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
        answer.Claims.Single(claim => claim.Fact.Id == "2022-01-01-lpg-mangystau-doubled").Fact.Claims!.Select(other => other.Source.Publisher).Distinct().Should().HaveCountGreaterThan(5);
    }

    async Task<(UrlMatch Match, Source? Source, IReadOnlyList<(Claim Claim, Fact Fact)> Claims)> LookupAsync(string url, string more = "")
    {
        var answer = await served.GetAsync($"/v1/lookup?url={Uri.EscapeDataString(url)}{more}");
        byte[] Bytes(JsonElement element) => JsonSerializer.SerializeToUtf8Bytes(element);
        return (
            FactJson.Read<UrlMatch>(Bytes(answer.GetProperty("match"))),
            answer.GetProperty("source").ValueKind == JsonValueKind.Null ? null : FactJson.Read<Source>(Bytes(answer.GetProperty("source"))),
            [.. answer.GetProperty("claims").EnumerateArray().Select(one => (FactJson.Read<Claim>(Bytes(one.GetProperty("claim"))), FactJson.Read<Fact>(Bytes(one.GetProperty("fact")))))]);
    }
}
