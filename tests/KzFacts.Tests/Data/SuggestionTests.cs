using CsCheck;
using FluentAssertions;
using KzFacts.Data.Text;

namespace KzFacts.Tests.Data;

public sealed class SuggestionTests
{
    static readonly string[] Places = ["aktau", "aktobe", "almaty", "almaty-airport", "astana", "zhanaozen"];
    static readonly Gen<string> Word = Gen.Char['a', 'e'].Array[0, 12].Select(letters => new string(letters));

    [Theory]
    [InlineData("almatty", "almaty")]
    [InlineData("amlaty", "almaty")]
    [InlineData("Almaty", "almaty")]
    [InlineData("aktoba", "aktobe")]
    [InlineData("zhanaosen", "zhanaozen")]
    [InlineData("almaty-air", "almaty-airport")]
    [InlineData("zhan", "zhanaozen")]
    public void The_nearest_word_is_suggested(string given, string meant)
    {
        Suggestion.Among(Places, given).Should().Be($"did you mean '{meant}'?");
    }

    [Theory]
    [InlineData("london")]
    [InlineData("xx")]
    [InlineData("an-island-far-away")]
    public void Nothing_is_suggested_if_no_id_is_similar(string given)
    {
        Suggestion.Among(Places, given).Should().BeNull();
    }

    [Theory]
    [InlineData("almaty", "almaty", 0)]
    [InlineData("almaty", "almatty", 1)]
    [InlineData("almaty", "almay", 1)]
    [InlineData("almaty", "almady", 1)]
    [InlineData("almaty", "amlaty", 1)]
    [InlineData("almaty", "ALMATY", 0)]
    [InlineData("", "abc", 3)]
    public void The_distance_counts_insertions_deletions_substitutions_and_swaps(string a, string b, int distance)
    {
        Suggestion.Distance(a, b).Should().Be(distance);
    }

    [Fact]
    public void The_distance_is_symmetric() =>
        Gen.Select(Word, Word).Sample((a, b) => Suggestion.Distance(a, b) == Suggestion.Distance(b, a));

    [Fact]
    public void Only_equal_words_have_no_distance() =>
        Gen.Select(Word, Word).Sample((a, b) => (Suggestion.Distance(a, b) == 0) == (a == b));

    [Fact]
    public void One_more_letter_is_a_distance_of_one() =>
        Gen.Select(Word, Gen.Int[0, 12], Gen.Char['a', 'e']).Sample((word, at, letter) =>
            Suggestion.Distance(word, word.Insert(Math.Min(at, word.Length), letter.ToString())) == 1);
}
