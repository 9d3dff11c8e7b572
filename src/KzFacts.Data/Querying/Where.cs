namespace KzFacts.Data.Querying;

/// <summary>The predicate of a filter property. It refers to a row as <c>f</c> and to a list of values as <c>in @Name</c>.
/// Attribute arguments are compile-time constants, so nothing that a client sends can become SQL text.</summary>
[AttributeUsage(AttributeTargets.Property)]
public abstract class WhereAttribute : Attribute
{
    /// <param name="parameter">The name of the property. Dapper sends it as a parameter.</param>
    public abstract string Of(string parameter);

    /// <summary>Whether the predicate is about row numbers.</summary>
    public virtual bool IsRows => false;

    /// <summary>Whether a single value selects one run of an index, in which the rows are in list order. A range selects many.</summary>
    public virtual bool IsEquation => true;
}

/// <summary>A column has one of the values. The column is indexed.</summary>
public sealed class ColumnAttribute(string column) : WhereAttribute
{
    public override string Of(string parameter) => $"f.{column} in @{parameter}";
}

/// <summary>A column has the value or a greater one. The column is indexed.</summary>
public sealed class AtLeastAttribute(string column) : WhereAttribute
{
    public override string Of(string parameter) => $"f.{column} >= @{parameter}";

    public override bool IsEquation => false;
}

/// <summary>A column is true or false. The column is indexed.</summary>
public sealed class FlagAttribute(string column) : WhereAttribute
{
    public override string Of(string parameter) => $"f.{column} = @{parameter}";
}

/// <summary>Whether a column has any value. The column is indexed.</summary>
public sealed class HasValueAttribute(string column) : WhereAttribute
{
    public override string Of(string parameter) => $"(f.{column} is not null) = @{parameter}";
}

/// <summary>One of two columns of the list's table has one of the values.</summary>
public sealed class EitherColumnAttribute(string table, string one, string other) : WhereAttribute
{
    public override string Of(string parameter) =>
        $"f.row in (select row from {table} where {one} in @{parameter} or {other} in @{parameter})";

    public override bool IsRows => true;
}

/// <summary>A predicate with its own SQL.</summary>
public sealed class PredicateAttribute(string predicate) : WhereAttribute
{
    public override string Of(string parameter) => predicate;

    public override bool IsRows => predicate.StartsWith("f.row in ", StringComparison.Ordinal);
}

/// <summary>A link table lists the rows of each value, in list order.</summary>
public class LinkedAttribute(string table, string column) : WhereAttribute
{
    public string Table => table;

    /// <summary>The column of the link table that holds the row of the entry.</summary>
    public virtual string Row => "row";

    /// <summary>The condition on the link table.</summary>
    public virtual string Condition(string parameter) => $"{column} in @{parameter}";

    public override string Of(string parameter) => $"f.row in (select {Row} from {table} where {Condition(parameter)})";

    public override bool IsRows => true;
}

/// <summary>A full-text index matches the query <c>Match</c> of the filter.</summary>
public sealed class FullTextAttribute(string table) : LinkedAttribute(table, "")
{
    public override string Row => "rowid";

    public override string Condition(string parameter) => $"{Table} match @Match";
}
