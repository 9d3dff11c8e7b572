using System.Text.Json.Nodes;
using KzFacts.Api.Formats;
using KzFacts.Data.Facts;

namespace KzFacts.Api.Kinds;

/// <summary>How a kind of fact is shown, apart from what all kinds have.</summary>
abstract class KindView
{
    /// <summary>The fields that a page shows.</summary>
    public abstract IEnumerable<Field> FieldsOf(Fact fact, Wording wording);

    /// <summary>The facts that it names apart from its relations, each with the word for the connection.</summary>
    public virtual IEnumerable<(string Word, FactReference Fact)> ReferencesOf(Fact fact, Wording wording) => [];

    /// <summary>The claim as a sentence, if the title does not say it all.</summary>
    public virtual string? ClaimOf(Fact fact) => null;

    /// <summary>Whether the claim was made on the fact's own day. That is true for statements: nobody can repeat one before it was
    /// made.</summary>
    public virtual bool IsClaimedOnItsDay => false;

    /// <summary>Its form in schema.org apart from a Claim. Null if it has none.</summary>
    public virtual JsonObject? LinkedDataOf(Fact fact, JsonLd nodes) => null;

    public static readonly PerKind<KindView> All = new()
    {
        Event = new EventView(), Statement = new StatementView(), PriceChange = new PriceChangeView(), Deployment = new DeploymentView(),
        Toll = new TollView(),
    };
}

/// <summary>The typed base class, which casts the fact to the record of its kind.</summary>
abstract class KindView<TFact> : KindView where TFact : Fact
{
    protected abstract IEnumerable<Field> FieldsOf(TFact fact, Wording wording);

    public sealed override IEnumerable<Field> FieldsOf(Fact fact, Wording wording) => FieldsOf((TFact)fact, wording);
}

/// <summary>A field with its label in the visitor's language.</summary>
/// <param name="Value">Null or empty if the fact has no such value.</param>
/// <param name="Language">The ISO 639-1 code of the value, if it is not in the language of the page.</param>
readonly record struct Field(string Label, string? Value, string? Language = null);

/// <summary>A language, with the labels of the registries in it.</summary>
readonly record struct Wording(KzFacts.Languages.Language Language, LocalLabels Labels);
