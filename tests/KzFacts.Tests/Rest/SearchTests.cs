using System.Text.Json;
using FluentAssertions;
using KzFacts.Data.Facts;
using KzFacts.Data.Querying;
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
        (await IdsAsync(spelling, "&limit=100&place=zhanaozen")).Should().Contain("2022-01-02-zhanaozen-protest");

    [Fact]
    public async Task Russian_words_are_found_by_their_stem() =>
        (await IdsAsync("Затулиным")).Should().Contain("2022-01-05-zatulin-warns-not-at-random");

    [Fact]
    public async Task Quoted_words_stand_together()
    {
        var apart = await IdsAsync("force reaction rapid", "&limit=500");
        var together = await IdsAsync("\"rapid reaction force\"", "&limit=500");

        together.Should().NotBeEmpty().And.BeSubsetOf(apart);
        (await IdsAsync("\"force reaction rapid\"")).Should().BeEmpty();
    }

    [Fact]
    public async Task An_asterisk_ends_the_beginning_of_a_word() =>
        (await SearchAsync("toka*", "&limit=500")).Items.Should()
            .HaveCountGreaterThan(50).And.OnlyContain(item => item.Snippets.All(snippet =>
            snippet.Highlights.All(highlight => snippet.Text.Substring(highlight.Start, highlight.Length)
                .StartsWith("Toka", StringComparison.OrdinalIgnoreCase)
                || snippet.Text[highlight.Start] == 'Т')));

    [Theory]
    [InlineData("2030")]
    [InlineData("2,030")]
    public async Task A_number_is_found_however_its_thousands_are_printed(string number) =>
        (await SearchAsync(number)).Items.SelectMany(item => item.Snippets).SelectMany(Highlighted).Distinct().Should()
            .NotBeEmpty().And.BeSubsetOf(["2030", "2,030"]);

    [Fact]
    public async Task The_filters_of_facts_narrow_a_search() =>
        (await SearchAsync("almaty", "&kind=toll&limit=100")).Items.Should()
            .NotBeEmpty().And.OnlyContain(item => item.Fact.Kind == Kind.Toll);

    [Fact]
    public async Task The_best_match_comes_first() =>
        (await IdsAsync("bitcoin hashrate"))[0].Should().Be("2022-01-05-bitcoin-hashrate");

    [Fact]
    public async Task Words_of_a_title_weigh_more_than_those_of_a_page_that_claims_it() =>
        (await SearchAsync("blackout")).Items.Select(item => item.Snippets[0].Field != SnippetField.Title).Should()
            .BeInAscendingOrder().And.Contain([true, false]);

    [Theory]
    [InlineData("Затулиным", "Zatulin")]
    [InlineData("Zatulin", "Zatulin")]
    [InlineData("\"at random\" Затулин", "at random")]
    public async Task Words_are_highlighted_whatever_script_they_are_typed_in(string query, string highlighted)
    {
        var title = (await SearchAsync(query)).Items.Single(item => item.Fact.Id == "2022-01-05-zatulin-not-at-random").Snippets[0];

        title.Field.Should().Be(SnippetField.Title);
        title.Text.Should().Be("Duma's Zatulin: Russia should not step in 'at random'");
        Highlighted(title).Should().Contain(highlighted);
    }

    [Fact]
    public async Task A_word_that_only_a_page_has_is_shown_with_the_page()
    {
        var toll = (await SearchAsync("Қаңтар оқиғасы 238")).Items.Single(item => item.Fact.Id == "2022-08-16-killed-238");

        toll.Snippets.Should().Contain(snippet => snippet.Field == SnippetField.Headline && snippet.Source != null
            && Highlighted(snippet).SequenceEqual(new[] { "Қаңтар", "оқиғасы" }));
    }

    [Fact]
    public async Task If_no_fact_has_all_words_facts_with_some_are_found_and_the_answer_says_so()
    {
        var answer = await SearchAsync("statue toppled Taldykorgan");

        answer.Match.Should().Be(WordMatch.Some);
        answer.Items[0].Fact.Id.Should().Be("2022-01-05-taldykorgan-statue-toppled");
        (await SearchAsync("statue Taldykorgan")).Match.Should().Be(WordMatch.All);
        (await SearchAsync("xylophone")).Match.Should().Be(WordMatch.None);
    }

    [Theory]
    [InlineData("Zhanaosen", "Zhanaozen")]
    [InlineData("Жанаазен", "Zhanaozen")]
    [InlineData("bitcion hashrate", "Bitcoin hashrate")]
    [InlineData("protset in Almaty", "protest in Almaty")]
    public async Task A_word_that_no_fact_has_gets_a_suggestion(string typed, string meant)
    {
        (await SearchAsync(typed)).DidYouMean.Should().BeEquivalentTo(meant);
        (await SearchAsync(meant)).Should().Match<SearchAnswer>(answer =>
            answer.Match == WordMatch.All && answer.Total > 0 && answer.DidYouMean == null);
    }

    [Theory]
    [InlineData("xylophone")]
    [InlineData("Zhanaozen Pashinyan Kyrgyzstan")]
    [InlineData("zz")]
    public async Task Nothing_is_suggested_if_no_word_is_similar(string typed) =>
        (await SearchAsync(typed)).DidYouMean.Should().BeNull();

    [Fact]
    public async Task The_total_includes_entries_that_are_not_on_the_page()
    {
        var page = await SearchAsync("csto", "&limit=5");

        page.Items.Should().HaveCount(5);
        page.Total.Should().Be((await SearchAsync("csto", "&limit=500")).Items.Count).And.BeGreaterThan(100);
    }

    [Fact]
    public async Task Facets_are_counted_where_asked_for()
    {
        var facets = (await SearchAsync("peacekeepers", "&limit=1&facets=kind&facets=place")).Facets;

        facets.Kind!.Select(value => value.Value).Should().Contain(["event", "statement", "deployment"]);
        facets.Place!.Should().HaveCountLessThanOrEqualTo(20).And.BeInDescendingOrder(value => value.Count).And.Contain(value =>
            value.Value == "almaty" && value.Name == "Almaty");
        (facets.Status, facets.Day).Should().Be((null, null));
    }

    [Fact]
    public async Task With_asOf_facts_are_found_by_what_had_been_published()
    {
        (await SearchAsync("\"technical mistake\" 164", "&asOf=2022-01-09")).Match.Should().Be(WordMatch.Some);
        (await IdsAsync("\"technical mistake\" 164", "&asOf=2022-01-10")).Should().Equal("2022-01-09-toll-164-retracted");
    }

    [Theory]
    [InlineData("csto", "", 2, "the page, and how many there are")]
    [InlineData("hashrate", "", 1, "the page holds all")]
    [InlineData("csto", "&facets=kind&facets=status&facets=place&facets=day&limit=500", 2, "the page and all counts")]
    [InlineData("statue toppled Taldykorgan", "&limit=500", 5,
        "the page of all the words, one that is known, one that is not and what is like it, and the page of some")]
    public async Task A_search_costs_few_statements(string query, string more, int statements, string why)
    {
        await using var server = Served.Start(null, served.Database, ("KzFacts:WarmUp", "false"));
        using var client = server.CreateClient();
        var snapshot = await Served.QuietSnapshotAsync(server);
        var before = snapshot.Statements;

        (await client.GetAsync($"/v1/search?q={Uri.EscapeDataString(query)}{more}", TestContext.Current.CancellationToken))
            .EnsureSuccessStatusCode();

        (snapshot.Statements - before).Should().Be(statements, why);
    }

    static IEnumerable<string> Highlighted(Snippet snippet) =>
        snippet.Highlights.Select(highlight => snippet.Text.Substring(highlight.Start, highlight.Length));

    async Task<SearchAnswer> SearchAsync(string query, string more = "") =>
        Searching.Read(JsonSerializer.SerializeToUtf8Bytes(await served.GetAsync($"/v1/search?q={Uri.EscapeDataString(query)}{more}")));

    async Task<List<string>> IdsAsync(string query, string more = "") =>
        [.. (await SearchAsync(query, more)).Items.Select(item => item.Fact.Id)];
}
