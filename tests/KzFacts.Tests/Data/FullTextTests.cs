using CsCheck;
using FluentAssertions;
using KzFacts.Data;
using KzFacts.Data.Querying;
using KzFacts.Tests.Compiler;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Data;

public sealed class FullTextTests(Served served)
{
    const string Matching = "select cast(rowid as text) from fact_search where fact_search match @match order by rowid";

    static readonly Gen<string> Hostile = Gen.OneOf<string>(
        Gen.String,
        Gen.OneOf("\"", "'", "*", "(", ")", "^", ":", "-", "+", "{", "}",
            "AND", "OR", "NOT", "NEAR(", "title:", "rowid", " ", "a", "ж", "7", "\0", ";--")
            .Array[0, 12].Select(parts => string.Join(' ', parts)),
        Gen.OneOf("\"", "*", "(", "a", "OR", " ", "'", "ң").Array[0, 12].Select(string.Concat));

    [Theory]
    [InlineData("Tokayev", "\"tokaev\"*")]
    [InlineData("Almaty airport", "\"almati\"* AND \"airport\"*")]
    [InlineData("peacekeepers", "\"peacekeper\"*")]
    [InlineData("protesting", "\"protest\"*")]
    [InlineData("companies", "\"compani\"*")]
    [InlineData("\"state of emergency\"", "\"state of emergenci\"")]
    [InlineData("\"state of", "\"state\"* AND \"of\"")]
    [InlineData("tok*", "\"tok\"*")]
    [InlineData("ььььа", "\"a\"")]
    [InlineData("Tok\u00adayev", "\"tokaev\"*")]
    [InlineData("toka* speech", "\"toka\"* AND \"spech\"*")]
    [InlineData("\"state of emer*\"", "\"state of emer\"*")]
    [InlineData("Zhan", "\"jan\"*")]
    [InlineData("2030", "(\"2030\" OR \"2 030\")")]
    [InlineData("2,030", "(\"2030\" OR \"2 030\")")]
    [InlineData("1,923,000", "(\"1923000\" OR \"1 923 000\")")]
    [InlineData("2.5", "\"2 5\"")]
    [InlineData("миротворцы", "\"mirotvor\"*")]
    [InlineData("225", "\"225\"")]
    [InlineData("gas OR NOT petrol", "\"gas\" AND \"or\" AND \"not\" AND \"petrol\"*")]
    [InlineData("title:gas*", "\"title\"* AND \"gas\"*")]
    [InlineData("NEAR(a b)", "\"near\"* AND \"a\" AND \"b\"")]
    public void Typed_words_are_quoted(string typed, string query)
    {
        FullText.Query(typed).Should().Be(query);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("\"\"")]
    [InlineData("* ( ) ^ - : ;")]
    public void Text_without_a_word_is_not_a_query(string? typed)
    {
        FullText.Query(typed).Should().BeNull();
    }

    [Fact]
    public void Nothing_that_can_be_typed_is_a_syntax_error_to_the_index()
    {
        var snapshot = served.Snapshot;
        Hostile.Sample(typed =>
        {
            foreach (var some in new[] { false, true })
                if (FullText.Query(typed, some) is { } match)
                    snapshot.Texts(Matching, new { match }).Should()
                        .Equal(snapshot.Texts(Matching, new { match = FullText.Ranked(typed, some) }),
                        "words that stand together only rank higher");
        });
    }

    [Theory]
    [InlineData("Tokayev shoot to kill", "2022-01-07-shoot-to-kill-order")]
    [InlineData("Zhanaozen", "2022-01-02-zhanaozen-protest")]
    [InlineData("Жаңаөзен", "2022-01-02-zhanaozen-protest")]
    [InlineData("Жанаозена", "2022-01-02-zhanaozen-protest")]
    [InlineData("Janaozen protest", "2022-01-02-zhanaozen-protest")]
    [InlineData("Pashinyan telephone", "2022-01-05-pashinyan-tokayev-call")]
    [InlineData("Killed 225", "2022-01-15-killed-225")]
    public void Words_find_the_facts_they_speak_of_in_any_language_and_spelling(string typed, string id)
    {
        served.Snapshot.All(Catalog.Facts, new AnyFactFilter { Q = typed }).Should().Contain(fact => fact.Id == id);
    }

    [Fact]
    public void All_words_must_occur()
    {
        served.Snapshot.All(Catalog.Facts, new AnyFactFilter { Q = "Zhanaozen Pashinyan Kyrgyzstan zebra" }).Should().BeEmpty();
    }
}
