using KzFacts.Data.Facts;

namespace KzFacts.Api.Kinds;

sealed class PriceChangeView : KindView<PriceChange>
{
    protected override IEnumerable<Field> FieldsOf(PriceChange fact, Wording wording)
    {
        var (language, labels, texts) = (wording.Language, wording.Labels, wording.Language.Facts.PriceChange);
        string? Money(NumberRange? range) => range is null ? null : $"{language.Say(range)} {labels.PriceUnit(fact)}";
        return
        [
            new(texts.Commodity, labels.Word("commodity", fact.Commodity)), new(texts.Measure, labels.Word("price_measure", fact.Measure)),
            new(texts.Before, Money(fact.Before)), new(texts.After, Money(fact.After)),
            new(texts.Percent, fact.Percent is { } percent
                ? $"{language.Say(percent.Value)} %{(percent.Derived ? $" ({texts.Derived})" : "")}" : null),
        ];
    }
}
