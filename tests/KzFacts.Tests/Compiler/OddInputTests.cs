using FluentAssertions;
using KzFacts.Data.Facts;
using KzFacts.Data.Text;
using KzFacts.Data.Text.Urls;
using KzFacts.Tests.Cli;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Compiler;

public sealed class OddInputTests(Served served)
{
    [Theory]
    [InlineData("ёлка", "елка")]
    [InlineData("Çavuşoğlu", "Cavusoglu")]
    [InlineData("Žeenbekov", "Zeenbekov")]
    [InlineData("İlham", "ilham")]
    [InlineData("памʼять", "пам'ять")]
    public void Diacritics_and_apostrophes_fold_away(string a, string b) => Folding.Text(a).Should().Be(Folding.Text(b));

    [Theory]
    [InlineData("ычкющчщ")]
    [InlineData("қһүя")]
    [InlineData("kkh")]
    public void Folded_text_is_folded_already(string text) => Folding.Text(Folding.Text(text)).Should().Be(Folding.Text(text));

    [Theory]
    [InlineData("9999", true)]
    [InlineData("9999-12", true)]
    [InlineData("٢٠٢٢", false)]
    [InlineData("2022-01-05\n", false)]
    public void Odd_text_is_a_date_or_not_and_never_fails(string text, bool date) => PartialDate.TryParse(text, out _).Should().Be(date);

    [Fact]
    public void A_swap_does_not_regard_case() => Suggestion.Distance("AB", "ba").Should().Be(1);

    [Fact]
    public void The_distance_of_long_words_is_symmetric() =>
        Suggestion.Distance(new('a', 201), new('a', 199)).Should().Be(Suggestion.Distance(new('a', 199), new('a', 201)));

    [Theory]
    [InlineData("http://a.example:443/x")]
    [InlineData("https://www.www.a.example/x")]
    [InlineData("https://localhost./x")]
    public void A_key_is_an_address_that_has_itself_as_its_key(string url) =>
        (WebAddress.Of(url) is { } address ? WebAddress.Of(address.Key)?.Key : null).Should().Be(WebAddress.Of(url)?.Key);

    [Fact]
    public void A_list_that_is_not_closed_is_reported()
    {
        using var seeds = new SmallSeeds();
        seeds.Change("tolls", "group: all", "group: [all").Errors().Should().ContainSingle().Which.Should().StartWith("seeds/tolls.yaml:");
    }

    [Fact]
    public void An_anchor_is_refused()
    {
        using var seeds = new SmallSeeds();
        seeds.Change("tolls", "measure: killed", "measure: &m killed").Errors().Should().ContainSingle();
    }

    [Fact]
    public void A_second_document_in_a_file_is_refused()
    {
        using var seeds = new SmallSeeds();
        seeds.Add("tolls", "---\n- id: lost").Errors().Should().ContainSingle();
    }

    [Fact]
    public void A_file_that_belongs_to_no_part_is_reported()
    {
        using var seeds = new SmallSeeds();
        seeds.Write("toll", "- id: lost\n").Errors().Should().ContainSingle();
    }

    [Theory]
    [InlineData("events", "title: Unrest in Almaty\n  summary: Crowds enter the city hall.", "title: Unrest in Almaty")]
    [InlineData("places", "latitude: 43.25", "latitude: 143.25")]
    [InlineData("sources", "language: ru", "language: Russian")]
    public void An_error_in_an_entry_is_reported_once_and_not_for_each_reference_to_it(string part, string right, string wrong)
    {
        using var seeds = new SmallSeeds();
        seeds.Change("statements", "about: [2022-01-05-speech]", "about: [2022-01-05-unrest]").Change(part, right, wrong).Errors().Should()
            .ContainSingle();
    }

    [Theory]
    [InlineData("sources", "[\"https://tass.example/1\"]", "[\"https://tass.example/1\", \"https://tass.example/1\"]")]
    [InlineData("sources", "published: 2022-01-06", "published: ٢٠٢٢")]
    [InlineData("events", "start: 2022-01-05\n  end: 2022-01-07", "start: 2022-01-05T16:00+06:00\n  end: 2022-01-05T10:00+06:00")]
    [InlineData("deployments", "start: 2022-01-06", "end: 2021-12-01")]
    [InlineData("places", "kind: city", "kind: city\n  country: Kazakhstan")]
    [InlineData("statements", "text: The price will fall", "text: \"w w w w w w w w w\\nw w w w w w w w w\\nw w w w w w w w w\"")]
    [InlineData("events", "places: [almaty]", "places: [almaty, almaty]")]
    public void An_error_is_reported_in_its_file(string part, string right, string wrong)
    {
        using var seeds = new SmallSeeds();
        seeds.Change(part, right, wrong).Errors().Should().NotBeEmpty().And.OnlyContain(error =>
            error.StartsWith($"seeds/{part}.yaml:", StringComparison.Ordinal));
    }

    [Fact]
    public void A_dangling_parent_is_reported_at_its_own_line()
    {
        using var seeds = new SmallSeeds();
        seeds.Change("places", "parent: kazakhstan", "parent: kazahstan").Compile().Errors.Should().ContainSingle().Which.Line.Should()
            .Be(7);
    }

    [Fact]
    public void On_9_January_facts_that_were_not_yet_known_are_not_mentioned()
    {
        var then = served.Snapshot.Find<Toll>("2022-01-09-killed-164", new(2022, 1, 9));

        then.Retraction!.Replacement.Should().BeNull();
        then.Relations.Should().NotContain(relation => relation.Fact.Id == "2022-01-15-killed-225");
    }

    [Fact]
    public void A_price_without_numbers_is_not_called_regulated() =>
        served.Snapshot.Find<PriceChange>("2022-01-05-kazakhstan-2045-eurobond").Title.Should().NotContain("regulated");

    [Theory]
    [InlineData("")]
    [InlineData("serve")]
    [InlineData("compile --sedes x")]
    [InlineData("lookup")]
    public async Task Unknown_arguments_end_with_2(string words) =>
        (await Run.Kzfacts(words.Split(' ', StringSplitOptions.RemoveEmptyEntries))).ExitCode.Should().Be(2);
}
