using FluentAssertions;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Rest;

public sealed class SearchTests(Served served)
{
    [Theory]
    [InlineData("Zhanaozen")]
    [InlineData("Жанаозен")]
    [InlineData("Жаңаөзен")]
    [InlineData("Janaozen")]
    public async Task A_name_is_found_in_any_of_its_spellings(string spelling) =>
        (await served.IdsAsync($"/v1/search?q={Uri.EscapeDataString(spelling)}&limit=100&place=zhanaozen")).Should().Contain("2022-01-02-zhanaozen-protest");

    [Fact]
    public async Task Russian_words_are_found_by_their_stem() =>
        (await served.IdsAsync($"/v1/search?q={Uri.EscapeDataString("Затулиным")}")).Should().Contain("2022-01-05-zatulin-warns-not-at-random");

    [Fact]
    public async Task Quoted_words_stand_together()
    {
        var apart = await served.IdsAsync("/v1/search?q=force%20reaction%20rapid&limit=500");
        var together = await served.IdsAsync("/v1/search?q=%22rapid%20reaction%20force%22&limit=500");

        together.Should().NotBeEmpty().And.BeSubsetOf(apart);
        (await served.IdsAsync("/v1/search?q=%22force%20reaction%20rapid%22")).Should().BeEmpty();
    }

    [Fact]
    public async Task The_filters_of_facts_narrow_a_search() =>
        (await served.GetAsync("/v1/search?q=almaty&kind=toll&limit=100")).GetProperty("items").EnumerateArray()
            .Should().NotBeEmpty().And.OnlyContain(fact => fact.GetProperty("kind").GetString() == "toll");

    [Fact]
    public async Task The_best_match_comes_first() =>
        (await served.IdsAsync("/v1/search?q=bitcoin%20hashrate"))[0].Should().Be("2022-01-05-bitcoin-hashrate");
}
