using System.Text.Json.Nodes;
using KzFacts.Api.Formats;
using KzFacts.Data.Facts;

namespace KzFacts.Api.Kinds;

sealed class EventView : KindView<Event>
{
    protected override IEnumerable<Field> FieldsOf(Event fact, Wording wording) =>
        [new(wording.Language.Facts.Event.Type, wording.Language.Say(fact.Type))];

    public override string? ClaimOf(Fact fact) => fact.Summary;

    public override JsonObject LinkedDataOf(Fact fact, JsonLd nodes) => nodes.Event((Event)fact);
}
