using System.Text.Json.Nodes;
using KzFacts.Api.Formats;
using KzFacts.Data.Facts;

namespace KzFacts.Api.Kinds;

sealed class StatementView : KindView<Statement>
{
    protected override IEnumerable<Field> FieldsOf(Statement fact, Wording wording)
    {
        var texts = wording.Language.Facts.Statement;
        return
        [
            new(texts.Quote, fact.Quote is { } quote ? $"“{quote.Text}”" : null, fact.Quote?.Language),
            new(texts.Channel, wording.Language.Say(fact.Channel)),
            new(texts.Topics, string.Join(", ", fact.Topics.Select(topic => wording.Labels.Word("topic", topic)))),
        ];
    }

    public override IEnumerable<(string Word, FactReference Fact)> ReferencesOf(Fact fact, Wording wording) =>
        ((Statement)fact).About.Select(about => (wording.Language.Facts.Statement.About, about));

    public override string ClaimOf(Fact fact) => ((Statement)fact).Paraphrase;

    public override bool IsClaimedOnItsDay => true;

    public override JsonObject? LinkedDataOf(Fact fact, JsonLd nodes) =>
        fact is Statement { Quote: not null } statement ? nodes.Quotation(statement) : null;
}
