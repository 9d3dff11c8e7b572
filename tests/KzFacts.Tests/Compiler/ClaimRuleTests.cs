using FluentAssertions;
using KzFacts.Compiler;

namespace KzFacts.Tests.Compiler;

/// <summary>What <c>kzfacts lint</c> says of claims that a compile accepts.</summary>
public sealed class ClaimRuleTests : IDisposable
{
    const string Unrest = "    - source: tass\n      evidence: { start: crowds entered, end: city hall }";

    readonly SmallSeeds seeds = new();

    [Fact]
    public void Seeds_that_keep_the_rules_have_no_errors() => Errors().Should().BeEmpty();

    [Fact]
    public void A_page_that_is_older_than_the_fact_is_reported_with_file_and_line()
    {
        seeds.Change("sources", "published: 2022-01-05", "published: 2022-01-04");

        Errors().Should().Contain("seeds/events.yaml:10: source 'tass' of 2022-01-04 is older than the fact, 2022-01-05: " +
            "a forecast has the modality speculated; otherwise check both days");
    }

    [Theory]
    [InlineData("\n      modality: speculated")]
    [InlineData("\n      values: { start: 2022-01-04 }")]
    public void A_forecast_and_a_page_that_gives_an_earlier_day_may_be_older(string member)
    {
        seeds.Change("sources", "published: 2022-01-05", "published: 2022-01-04").Change("events", Unrest, Unrest + member);

        Errors().Should().NotContain(error => error.StartsWith("seeds/events.yaml", StringComparison.Ordinal));
    }

    [Fact]
    public void A_page_of_a_month_may_have_been_published_on_its_last_day()
    {
        seeds.Change("sources", "published: 2022-01-05", "published: 2022-01");

        Errors().Should().BeEmpty();
    }

    [Theory]
    [InlineData("crowds entered the great", "crowds Entered the, great")]
    [InlineData("of the old city hall", "the old city hall")]
    public void Pages_with_the_same_words_and_different_origins_are_to_be_examined(string one, string other)
    {
        var side = one.StartsWith("crowds", StringComparison.Ordinal) ? "start" : "end";
        seeds.Change("events", Unrest, $"{Claim("tass", side, one)}\n{Claim("reuters", side, other)}");

        Errors().Should().ContainMatch("seeds/events.yaml:12: sources 'reuters' and 'tass' have the same words, but different origins: " +
            "examine whose report they are, and give 'reuters' its originGroups");
    }

    [Fact]
    public void Pages_with_the_same_words_may_have_been_examined()
    {
        seeds.Change("events", Unrest, $"{Claim("tass", "start", "crowds entered the city")}\n{Claim("reuters", "start",
            "crowds entered the city")}");
        foreach (var publisher in (string[])["TASS", "Reuters"])
            seeds.Change("sources", $"publisher: {publisher}", $"publisher: {publisher}\n  originGroups: [{publisher}]");

        Errors().Should().BeEmpty();
    }

    [Fact]
    public void A_fact_that_only_re_publishers_carry_is_reported()
    {
        seeds.Write("publishers", "- name: Reuters\n  republishes: true\n");

        Warnings().Should().Contain("seeds/events.yaml:12: only pages that print what others have reported carry this fact: " +
            "find out whose report one of them is (originGroups), or another page");
    }

    [Fact]
    public void An_encyclopedia_is_no_origin()
    {
        seeds.Change("sources", "language: en\n  kind: wire", "language: en\n  kind: encyclopedia");

        Warnings().Should().ContainMatch("seeds/events.yaml:12: only pages that print what others have reported*");
    }

    [Fact]
    public void A_page_that_counts_another_place_states_another_fact()
    {
        seeds.Change("tolls", "  claims:\n    - source: tass\n", "  claims:\n    - source: tass\n      values: { place: almaty }\n");

        Errors().Should().ContainMatch("seeds/tolls.yaml:*: source 'tass' gives another place, so it states another fact: take it there");
    }

    [Fact]
    public void A_quote_is_in_the_language_of_a_page_or_quoted_there_in_the_original()
    {
        seeds.Change("statements", "start: the price, end: will fall", "start: цена, end: упадет");

        Errors().Should().Contain("seeds/statements.yaml:3: no page of this fact is in the language of the quote, 'en'");
    }

    static string Claim(string source, string side, string words) =>
        $"    - source: {source}\n      evidence: {{ start: {(side == "start" ? $"\"{words}\"" : source)}, " +
        $"end: {(side == "end" ? $"\"{words}\"" : source)} }}";

    IEnumerable<string> Warnings() => SeedCompiler.Lint(seeds.Folder).Warnings.Select(warning => warning.ToString());

    IEnumerable<string> Errors() => SeedCompiler.Lint(seeds.Folder).Errors.Select(error => error.ToString());

    public void Dispose() => seeds.Dispose();
}
