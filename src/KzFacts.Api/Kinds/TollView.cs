using KzFacts.Data.Facts;

namespace KzFacts.Api.Kinds;

sealed class TollView : KindView<Toll>
{
    protected override IEnumerable<Field> FieldsOf(Toll fact, Wording wording)
    {
        var (language, labels, texts) = (wording.Language, wording.Labels, wording.Language.Facts.Toll);
        return
        [
            new(texts.Measure, labels.Word("toll_measure", fact.Measure)), new(texts.Group, labels.Word("group", fact.Group)),
            new(texts.Count, language.Say(fact.Count)), new(texts.CountedOn, language.Say(fact.CountedOn)),
            new(texts.ReportedBy, fact.ReportedBy is { } actor ? labels.Actor(actor) : null),
        ];
    }
}
