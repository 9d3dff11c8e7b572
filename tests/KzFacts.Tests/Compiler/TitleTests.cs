using FluentAssertions;
using KzFacts.Data;
using KzFacts.Data.Facts;
using KzFacts.Data.Querying;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Compiler;

public sealed class TitleTests(Served served)
{
    [Theory]
    [InlineData("2022-01-05-tokayev-appeals-to-csto", "Tokayev asks CSTO heads of state for help")]
    [InlineData(
        "2022-01-06-pashinyan-facebook-csto-decision",
        "Nikol Pashinyan: Announced that the CSTO Collective Security Council had resolved to send collective peacekeeping forces to " +
        "Kazakhstan.")]
    [InlineData("2022-01-01-lpg-mangystau-doubled", "Liquefied petroleum gas (LPG), Mangystau Region: 60 to 120 KZT/litre")]
    [InlineData("2022-01-06-lpg-cap-western-regions", "Liquefied petroleum gas (LPG) cap, Aktobe Region and 2 more: 50 KZT/litre")]
    [InlineData("2022-07-06-lpg-caps-renewed", "Liquefied petroleum gas (LPG) cap, Almaty: unchanged at 65 KZT/litre")]
    [InlineData("2022-01-kase-index", "KASE index, Kazakhstan: −6 %")]
    [InlineData("2022-01-06-utility-tariff-freeze", "Utilities cap, Kazakhstan: regulated")]
    [InlineData("2022-01-08-kyrgyzstan-chpp2-guard", "Kyrgyzstan, Scorpion special forces to Almaty CHPP-2, 150 people (active)")]
    [InlineData("2022-01-armenia-aksai-bakery-guard", "Armenia to Aksai bakery plant (active)")]
    [InlineData("2022-01-15-killed-225", "Killed, Kazakhstan: 225")]
    [InlineData("2022-01-05-civilians-beaten-almaty-500", "Injured (civilians), Almaty: 500 or more")]
    [InlineData("2022-01-06-attackers-killed-dozens-almaty", "Killed (protesters or attackers), Almaty: no number")]
    public void A_title_says_the_fact(string id, string title)
    {
        served.Snapshot.Find<Fact>(id).Title.Should().Be(title);
    }

    [Theory]
    [InlineData("2022-01-15-killed-225", "ru", "Погибшие, Казахстан: 225")]
    [InlineData("2022-01-15-killed-225", "kk", "Қаза тапқандар, Қазақстан: 225")]
    [InlineData("2022-01-01-lpg-mangystau-doubled", "ru", "Сжиженный газ, Мангистауская область: 60 → 120 KZT/литр")]
    [InlineData("2022-07-06-lpg-caps-renewed", "kk", "Сұйытылған газ, шекті баға, Алматы: өзгеріссіз, 65 KZT/литр")]
    [InlineData(
        "2022-01-09-csto-mission-strength-deployed-2030", "ru",
        "Организация Договора о коллективной безопасности, Коллективные миротворческие силы ОДКБ → Казахстан, численность: 2030 " +
        "(действуют)")]
    public void A_generated_title_exists_in_every_language(string id, string language, string title) =>
        served.Snapshot.Find<Fact>(id).Titles.In(language).Should().Be(title);

    [Fact]
    public void A_title_is_made_in_a_language_only_if_every_word_of_it_has_a_label_there()
    {
        var toll = served.Snapshot.Find<Deployment>("2022-01-armenia-aksai-bakery-guard");

        toll.Titles.Ru.Should().NotBeNull();
        toll.Titles.Kk.Should().BeNull("the bakery has no Kazakh name in the seeds");
    }

    [Fact]
    public void No_title_is_cut() =>
        served.Snapshot.All(Catalog.Facts, new AnyFactFilter()).Should()
            .OnlyContain(fact => !fact.Title.EndsWith('…') && fact.Title == fact.Titles.En);
}
