using KzFacts.Data.Facts;

namespace KzFacts.Api.Kinds;

sealed class DeploymentView : KindView<Deployment>
{
    protected override IEnumerable<Field> FieldsOf(Deployment fact, Wording wording)
    {
        var (language, labels, texts) = (wording.Language, wording.Labels, wording.Language.Facts.Deployment);
        return
        [
            new(texts.Operation, labels.Word("operation", fact.Operation)), new(texts.Contributor, labels.Actor(fact.Contributor)),
            new(texts.Formation, fact.Formation is { } formation ? labels.Actor(formation) : null),
                new(texts.Phase, language.Say(fact.Phase)),
            new(texts.Personnel, language.Say(fact.Personnel)), new(texts.Origin, fact.Origin is { } origin ? labels.Place(origin) : null),
            new(texts.Destination, fact.Destination is { } destination ? labels.Place(destination) : null),
            new(texts.Equipment, fact.Equipment, "en"), new(texts.LegalBasis, fact.LegalBasis, "en"),
        ];
    }
}
