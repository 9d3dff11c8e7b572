using CsCheck;
using FluentAssertions;
using KzFacts.Data.Checking;

namespace KzFacts.Tests.Checking;

public sealed class SentenceTests
{
    [Theory]
    [InlineData("One. Two! Three? Four", "One.", "Two!", "Three?", "Four")]
    [InlineData("Mr. Tokayev met Dr. Rau. They talked.", "Mr. Tokayev met Dr. Rau.", "They talked.")]
    [InlineData("K. K. Masimov was held.", "K. K. Masimov was held.")]
    [InlineData("The price rose by 2.5 percent on 5.01.2022. Then it fell.", "The price rose by 2.5 percent on 5.01.2022.",
        "Then it fell.")]
    [InlineData("В 2022 г. было задержано 10 тыс. человек. Потом их отпустили.", "В 2022 г. было задержано 10 тыс. человек.",
        "Потом их отпустили.")]
    [InlineData("«Мы справимся. Всё будет хорошо», сказал он.", "«Мы справимся. Всё будет хорошо», сказал он.")]
    [InlineData("\"It ends. Soon,\" he said. Then he left.", "\"It ends. Soon,\" he said.", "Then he left.")]
    [InlineData("A headline\n\nThe first\nsentence.", "A headline", "The first\nsentence.")]
    [InlineData("Main points:\n— 225 killed\n— 9,900 detained", "Main points:", "— 225 killed", "— 9,900 detained")]
    [InlineData("225 killed in Kazakhstan\nProsecutors name the figure", "225 killed in Kazakhstan", "Prosecutors name the figure")]
    [InlineData("A line of a text that was wrapped where it had become too long for its\nColumn goes on.",
        "A line of a text that was wrapped where it had become too long for its\nColumn goes on.")]
    [InlineData(" \n\t ")]
    public void A_text_is_cut_where_its_sentences_end(string text, params string[] sentences) => Cut(text).Should().Equal(sentences);

    [Fact]
    public void A_sentence_without_an_end_is_cut_at_a_space() =>
        Cut(string.Concat(Enumerable.Repeat("word ", 1000))).Should()
            .HaveCountGreaterThan(5).And.OnlyContain(sentence => sentence.Length <= 2 * Sentences.Longest);

    [Fact]
    public void Sentences_stand_in_order_without_white_space_around_them_and_leave_out_nothing_else() =>
        Gen.OneOf(Gen.String, Gen.String[Gen.Char[" .!?…\n\"«»aЖ1"], 0, 200]).Sample(text =>
        {
            var at = 0;
            foreach (var (start, end) in Sentences.Of(text))
            {
                text[at..start].Should().Match(gap => string.IsNullOrWhiteSpace(gap));
                text[start..end].Should().NotBeEmpty().And.Be(text[start..end].Trim());
                at = end;
            }
            string.IsNullOrWhiteSpace(text[at..]).Should().BeTrue();
        });

    static IEnumerable<string> Cut(string text) => Sentences.Of(text).Select(sentence => text[sentence.Start..sentence.End]);
}
