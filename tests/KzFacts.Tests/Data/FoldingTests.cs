using CsCheck;
using FluentAssertions;
using KzFacts.Data.Registries;
using KzFacts.Data.Text;
using KzFacts.Tests.Compiler;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Data;

public sealed class FoldingTests(Served served)
{
    static readonly Gen<string> Russian = Gen.Char['а', 'я'].Array[1, 12].Select(letters => new string(letters));
    static readonly Gen<string> Kazakh = Gen.OneOf<char>(Gen.Char['а', 'я'], Gen.OneOf([.. "әғқңөұүһі"]))
        .Array[1, 12].Select(letters => new string(letters));

    [Theory]
    [InlineData("Zhanaozen", "Жанаозен", "Жаңаөзен", "Janaozen")]
    [InlineData("Tokayev", "Tokaev", "Токаев", "Тоқаев", "TOKAYEV")]
    [InlineData("Tokayev's", "Tokayev’s", "Tokayevs")]
    [InlineData("Kassym-Jomart", "Kasym-Zhomart", "Касым-Жомарт", "Қасым-Жомарт")]
    [InlineData("Nursultan", "Нурсултан", "Нұрсұлтан")]
    [InlineData("Nazarbayev", "Nazarbaev", "Назарбаев")]
    [InlineData("Massimov", "Masimov", "Масимов", "Мәсімов")]
    [InlineData("Qazaqstan", "Қазақстан", "Kazakstan")]
    [InlineData("Almaty", "Алматы", "ALMATY", "Al\u00admaty", "Алма\u200bты", "\ufeffAlmaty\u200e")]
    [InlineData("Kyzylorda", "Qyzylorda", "Кызылорда", "Қызылорда")]
    [InlineData("Akhmetov", "Ахметов")]
    [InlineData("Mangystau", "Маңғыстау", "Мангыстау")]
    public void Rival_spellings_of_a_name_fold_to_one(params string[] spellings)
    {
        spellings.Select(Folding.Text).Distinct().Should().ContainSingle();
    }

    [Theory]
    [InlineData("Almaty", "Almalyk")]
    [InlineData("Aktau", "Aktobe")]
    [InlineData("Tokayev", "Tokarev")]
    [InlineData("Oral", "Aral")]
    [InlineData("Zhambyl", "Zhumabay")]
    [InlineData("7 January", "77 January")]
    public void Other_names_stay_apart(string a, string b)
    {
        Folding.Text(a).Should().NotBe(Folding.Text(b));
    }

    [Fact]
    public void Text_folds_to_its_words()
    {
        Folding.Words("CSTO: 2,030 troops – «миротворцы»").Should().Equal("csto", "2", "030", "trops", "mirotvortsi");
    }

    [Fact]
    public void Text_without_words_folds_to_nothing()
    {
        Folding.Text("… – «» !?").Should().BeEmpty();
    }

    [Fact]
    public void The_folded_names_of_all_actors_and_places_are_folded_already()
    {
        var names = served.Snapshot.All(Actor.Collection, new ActorFilter()).SelectMany(actor => actor.Aliases.Concat(Names(actor.Names)))
            .Concat(served.Snapshot.All(Place.Collection, new PlaceFilter()).SelectMany(place => place.Aliases.Concat(Names(place.Names))));

        names.Should().NotBeEmpty().And.OnlyContain(name => Folding.Text(Folding.Text(name)) == Folding.Text(name));
    }

    [Fact]
    public void Case_does_not_matter() => Kazakh.Sample(text => Folding.Text(text.ToUpperInvariant()) == Folding.Text(text));

    [Fact]
    public void A_Cyrillic_word_folds_to_Latin_letters() => Kazakh.Sample(text => Folding.Text(text).All(char.IsAsciiLetterLower));

    [Fact]
    public void Text_folds_word_by_word() =>
        Gen.Select(Russian, Kazakh, (a, b) => (a, b)).Sample((a, b) =>
            Folding.Text($"{a}, {b}") == $"{Folding.Text(a)} {Folding.Text(b)}".Trim());

    [Fact]
    public void Each_word_is_told_with_its_place()
    {
        const string Text = "Tokayev's «Қасым-Жомарт», 'quoted'";

        Folding.Spans(Text).Select(word => Text.Substring(word.Start, word.Length)).Should()
            .Equal("Tokayev's", "Қасым", "Жомарт", "quoted");
    }

    [Fact]
    public void The_text_at_the_position_of_a_word_folds_to_the_word() =>
        Gen.OneOf<string>(Gen.String, Gen.OneOf("a", "Ж", "'", "’", " ", "-", "7", "й", "\u0301").Array[0, 12].Select(string.Concat))
            .Sample(text =>
            Folding.Spans(text).All(word => Folding.Text(text.Substring(word.Start, word.Length)) == word.Folded));

    [Fact]
    public void Any_text_folds_to_words_without_spaces() =>
        Gen.String.Sample(text => Folding.Words(text).All(word => word.Length > 0 && !word.Contains(' ')));

    static IEnumerable<string> Names(LocalNames names) => new[] { names.En, names.Ru, names.Kk }.OfType<string>();
}
