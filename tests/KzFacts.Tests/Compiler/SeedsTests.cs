using FluentAssertions;
using KzFacts.Compiler;
using KzFacts.Data;
using KzFacts.Data.Facts;
using KzFacts.Data.Querying;
using KzFacts.Data.Registries;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Compiler;

public sealed class SeedsTests(Served served)
{
    const string SeedArticle = "pledgetimes-csto-peacekeepers";

    /// <summary>The facts that each sentence of the seed article states.</summary>
    public static readonly TheoryData<int, string[]> Sentences = new()
    {
        { 1, ["2022-01-06-csto-decision", "2022-01-06-csto-mission-announced"] },
        { 2, ["2022-01-06-pashinyan-facebook-csto-decision"] },
        { 3, ["2022-01-06-pashinyan-grounds-article-4", "2022-01-06-csto-mission-announced"] },
        { 4, ["2022-01-06-pashinyan-grounds-article-4"] },
        { 5, ["2022-01-06-pashinyan-foreign-interference"] },
        { 6, ["2022-01-05-pashinyan-tokayev-call", "2022-01-05-tokayev-appeals-to-csto"] },
        { 7, ["2022-01-05-tokayev-csto-appeal", "2022-01-05-tokayev-appeals-to-csto"] },
        { 8, ["2022-01-05-russian-units-named"] },
        { 9, ["2022-01-06-russia-31st-brigade-possible", "2022-01-06-russia-98th-division-possible", "2022-01-05-russian-units-named"] },
        { 10, ["2022-01-06-russia-tula-units-possible", "2022-01-06-russia-kostroma-units-possible", "2022-01-05-russian-units-named"] },
        { 11, ["2022-01-05-kalashnikov-if-tokayev-applies", "2022-01-05-kalashnikov-must-respond"] },
        {
            12,
            [
                "2022-01-05-kalashnikov-if-tokayev-applies", "2022-01-05-kalashnikov-must-respond",
                "2022-01-05-tokayev-gangs-seize-infrastructure"
            ]
        },
        { 13, ["2022-01-05-zatulin-warns-not-at-random", "2022-01-05-zatulin-not-at-random"] },
        { 14, ["2022-01-05-zatulin-csto-depends-on-russia", "2022-01-05-zatulin-not-at-random"] },
        { 15, ["2022-01-05-aubakirov-proposes-csto", "2022-01-05-aubakirov-turn-to-csto"] },
        { 16, ["2022-01-05-aubakirov-turn-to-csto", "2022-01-05-aubakirov-proposes-csto"] },
        { 17, ["2022-01-05-aubakirov-turn-to-csto", "2022-01-05-aubakirov-proposes-csto"] },
        { 18, ["2022-01-05-tokayev-constitutional-duty-welfare", "2022-01-05-tokayev-duty-statement"] },
        { 19, ["2022-01-05-tokayev-constitutional-duty-welfare", "2022-01-05-tokayev-duty-statement"] },
        { 20, ["2022-01-05-tokayev-undermining-integrity", "2022-01-05-tokayev-duty-statement"] },
        { 21, ["2022-01-05-nationwide-state-of-emergency"] },
        { 22, ["2022-01-05-nationwide-state-of-emergency"] },
        { 23, ["2022-01-02-zhanaozen-protest", "2022-01-01-lpg-mangystau-doubled", "2022-01-01-lpg-price-deregulation"] },
        { 24, ["2022-01-05-demands-turn-political"] },
        { 25, ["2022-01-05-almaty-unrest", "2022-01-05-almaty-morning-clashes"] },
    };

    [Fact]
    public void The_seeds_have_no_errors()
    {
        SeedCompiler.Lint(new(Repository.Path("seeds"))).Errors.Should().BeEmpty();
    }

    [Theory, MemberData(nameof(SeedCounts.Collections), MemberType = typeof(SeedCounts))]
    public void Every_entry_of_the_seeds_is_in_the_snapshot(string path)
    {
        using var lane = served.Snapshot.Rent(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

        Catalog.All.Single(collection => collection.Path == path).Total(lane).Should().Be(SeedCounts.Of(path));
    }

    [Fact]
    public void Every_fact_has_a_claim_and_a_page_that_supports_it()
    {
        Facts().Should().OnlyContain(fact => fact.Claims!.Count > 0 && fact.Supports > 0);
    }

    [Fact]
    public void Every_word_has_a_label_in_three_languages()
    {
        served.Snapshot.All(Word.Collection, new WordFilter()).Should()
            .OnlyContain(word => word.Labels.En.Length > 0 && word.Labels.Ru != null && word.Labels.Kk != null);
    }

    [Fact]
    public void Every_word_is_used()
    {
        served.Snapshot.All(Word.Collection, new WordFilter()).Should().OnlyContain(word => word.FactCount > 0);
    }

    [Fact]
    public void Every_source_makes_a_claim()
    {
        served.Snapshot.All(Source.Collection, new SourceFilter()).Should().OnlyContain(source => source.FactCount > 0);
    }

    [Fact]
    public void No_quote_has_more_than_25_words()
    {
        var statements = served.Snapshot.All(Statement.Collection, new StatementFilter { Quoted = true });

        statements.Select(statement => statement.Quote!.Text).Should().NotBeEmpty()
            .And.OnlyContain(text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= 25);
    }

    [Fact]
    public void No_passage_is_copied_beyond_its_first_and_last_few_words()
    {
        Facts().SelectMany(fact => fact.Claims!).SelectMany(claim => new[] { claim.Evidence.Start, claim.Evidence.End }).Should()
            .OnlyContain(anchor => anchor.Length > 0 && anchor.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= 6);
    }

    [Theory, MemberData(nameof(Sentences))]
    public void Each_sentence_of_the_seed_article_has_facts_that_cite_it(int sentence, string[] facts)
    {
        foreach (var id in facts)
            served.Snapshot.Find<Fact>(id).Claims.Should()
                .Contain(claim => claim.Source.Id == SeedArticle && claim.Stance == Stance.Supports, "sentence {0} states it", sentence);
    }

    IReadOnlyList<Fact> Facts() => served.Snapshot.All(Catalog.Facts, new AnyFactFilter());
}
