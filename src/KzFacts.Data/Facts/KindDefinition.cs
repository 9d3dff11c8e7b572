using KzFacts.Data.Checking;
using KzFacts.Data.Querying;

namespace KzFacts.Data.Facts;

/// <summary>The definition of a kind of fact, beside its record and its filter.</summary>
public abstract class KindDefinition
{
    /// <summary>The definition of each kind.</summary>
    public static readonly PerKind<KindDefinition> All = new()
    {
        Event = new EventKind(), Statement = new StatementKind(), PriceChange = new PriceChangeKind(), Deployment = new DeploymentKind(),
        Toll = new TollKind(),
    };

    public abstract ICollection Collection { get; }

    /// <summary>The columns of the table <c>fact</c> that only this kind has.</summary>
    public abstract IEnumerable<Cell> CellsOf(Fact fact);

    /// <summary>The rows of the link tables that only this kind has.</summary>
    public abstract IEnumerable<Link> LinksOf(Fact fact);

    /// <summary>The numeric fields, by their names in the contract. Pages may give different values for them.</summary>
    public abstract IEnumerable<(string Field, NumberRange? Value)> NumbersOf(Fact fact);

    /// <summary>Whether facts of the kind are described in words rather than numbers.</summary>
    internal virtual bool IsTold => false;

    /// <summary>The column values that find facts of the kind to compare with the numbers of a sentence.</summary>
    internal virtual IEnumerable<(string Column, string Key)> ComparableWith(StatedSentence sentence) => [];

    /// <summary>Compares a sentence with a fact of the kind. Null if the fact says nothing about the sentence.</summary>
    internal abstract Compared? Compare(Comparison on, HeldFact held);

    /// <summary>The collection of one kind.</summary>
    internal static Collection<TFact, TFilter> Collect<TFact, TFilter>(Kind kind, string path, string label)
        where TFact : Fact where TFilter : FactFilter, new() => new()
        {
            Name = typeof(TFact).Name, Path = path, Label = label, Table = "fact", Kind = kind, IsFact = true,
        };
}

/// <summary>The typed base class, which casts the fact to the record of its kind.</summary>
public abstract class KindDefinition<TFact> : KindDefinition where TFact : Fact
{
    public abstract IEnumerable<Cell> CellsOf(TFact fact);

    public virtual IEnumerable<Link> LinksOf(TFact fact) => [];

    public abstract IEnumerable<(string Field, NumberRange? Value)> NumbersOf(TFact fact);

    public sealed override IEnumerable<Cell> CellsOf(Fact fact) => CellsOf((TFact)fact);

    public sealed override IEnumerable<Link> LinksOf(Fact fact) => LinksOf((TFact)fact);

    public sealed override IEnumerable<(string Field, NumberRange? Value)> NumbersOf(Fact fact) => NumbersOf((TFact)fact);
}

/// <summary>The value of one column in a fact's row.</summary>
public readonly record struct Cell(string Name, object? Value);

/// <summary>A row of a table that links a value to a fact's row.</summary>
public readonly record struct Link(string Table, string Column, string Value);
