using System.Text.Json.Nodes;
using KzFacts.Api.Formats;
using KzFacts.Data.Facts;

namespace KzFacts.Api.Kinds;

/// <summary>How a kind of fact is shown, besides what all kinds have.</summary>
abstract class KindView
{
    /// <summary>The fields that a page shows.</summary>
    public abstract IEnumerable<Field> FieldsOf(Fact fact, Wording wording);

    /// <summary>The facts that it names, besides its relations, each after a word that says how.</summary>
    public virtual IEnumerable<(string Word, FactReference Fact)> ReferencesOf(Fact fact, Wording wording) => [];

    /// <summary>What is claimed, in a sentence, where that is more than the title.</summary>
    public virtual string? ClaimOf(Fact fact) => null;

    /// <summary>Whether its own day is that of the claim, as nobody can repeat a statement before it was made.</summary>
    public virtual bool IsClaimedOnItsDay => false;

    /// <summary>What it is in the words of schema.org, besides a Claim; or null.</summary>
    public virtual JsonObject? LinkedDataOf(Fact fact, JsonLd nodes) => null;

    public static readonly PerKind<KindView> All = new()
    {
        Event = new EventView(), Statement = new StatementView(), PriceChange = new PriceChangeView(), Deployment = new DeploymentView(),
        Toll = new TollView(),
    };
}

/// <summary>The same by the kind's own record.</summary>
abstract class KindView<TFact> : KindView where TFact : Fact
{
    protected abstract IEnumerable<Field> FieldsOf(TFact fact, Wording wording);

    public sealed override IEnumerable<Field> FieldsOf(Fact fact, Wording wording) => FieldsOf((TFact)fact, wording);
}

/// <summary>A field with its label in the visitor's language.</summary>
/// <param name="Value">Null or empty where the fact does not have it.</param>
/// <param name="Language">The ISO 639-1 code of the value, where it is not in the visitor's language.</param>
readonly record struct Field(string Label, string? Value, string? Language = null);

/// <summary>A language with the labels of the registries in it.</summary>
readonly record struct Wording(KzFacts.Languages.Language Language, Labels Labels);
