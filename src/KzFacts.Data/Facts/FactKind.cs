using KzFacts.Data.Checking;
using KzFacts.Data.Querying;

namespace KzFacts.Data.Facts;

/// <summary>What the program has to know of a kind of fact, besides its record and its filter.</summary>
public abstract class FactKind
{
    public abstract ICollection Collection { get; }

    /// <summary>The columns of the table <c>fact</c> that the kind has of its own.</summary>
    public abstract IEnumerable<Column> ColumnsOf(Fact fact);

    /// <summary>The rows of the link tables that the kind has of its own.</summary>
    public abstract IEnumerable<Link> LinksOf(Fact fact);

    /// <summary>The fields that hold numbers, by the contract's names: pages may differ in them.</summary>
    public abstract IEnumerable<(string Field, NumberRange? Value)> NumbersOf(Fact fact);

    /// <summary>Whether a fact of the kind is told in words, and not in numbers of its own.</summary>
    internal virtual bool IsTold => false;

    /// <summary>The values of columns by which facts of the kind are found whose numbers a sentence may give.</summary>
    internal virtual IEnumerable<(string Column, string Key)> ComparableWith(StatedSentence sentence) => [];

    /// <summary>Compares a sentence with a fact of the kind; null where the fact says nothing of it.</summary>
    internal abstract Judgement? Compare(Comparison on, HeldFact held);

    /// <summary>The collection of a kind.</summary>
    internal static Collection<TFact, TFilter> Collect<TFact, TFilter>(Kind kind, string path, string label)
        where TFact : Fact where TFilter : FactFilter, new() => new()
        {
            Name = typeof(TFact).Name, Path = path, Label = label, Table = "fact", Kind = kind, IsFact = true,
        };
}

/// <summary>The same by the kind's own record.</summary>
public abstract class FactKind<TFact> : FactKind where TFact : Fact
{
    public abstract IEnumerable<Column> ColumnsOf(TFact fact);

    public virtual IEnumerable<Link> LinksOf(TFact fact) => [];

    public abstract IEnumerable<(string Field, NumberRange? Value)> NumbersOf(TFact fact);

    public sealed override IEnumerable<Column> ColumnsOf(Fact fact) => ColumnsOf((TFact)fact);

    public sealed override IEnumerable<Link> LinksOf(Fact fact) => LinksOf((TFact)fact);

    public sealed override IEnumerable<(string Field, NumberRange? Value)> NumbersOf(Fact fact) => NumbersOf((TFact)fact);
}

/// <summary>A value of a column of a fact's row.</summary>
public readonly record struct Column(string Name, object? Value);

/// <summary>A row of a table that links something to a fact's row.</summary>
public readonly record struct Link(string Table, string Column, string Value);

public static class FactKinds
{
    /// <summary>The definition of each kind.</summary>
    public static readonly PerKind<FactKind> All = new()
    {
        Event = new EventKind(), Statement = new StatementKind(), PriceChange = new PriceChangeKind(), Deployment = new DeploymentKind(),
        Toll = new TollKind(),
    };
}
