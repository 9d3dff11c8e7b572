namespace KzFacts.Data.Querying;

/// <summary>The predicate of a filter property, on the alias <c>f</c>; <c>in @Name</c> stands for the values of a list. Attribute arguments
/// are compile-time constants, so nothing that a client sends can reach the text of a statement.</summary>
[AttributeUsage(AttributeTargets.Property)]
public abstract class WhereAttribute : Attribute
{
    /// <param name="parameter">The name of the property, which Dapper sends as a parameter.</param>
    public abstract string Of(string parameter);

    /// <summary>Whether it names the rows themselves.</summary>
    public virtual bool IsRows => false;

    /// <summary>Whether one value is one place of an index, where the rows are in list order; a range is many.</summary>
    public virtual bool IsEquation => true;
}

/// <summary>A column that has one of the values; it has an index.</summary>
public sealed class ColumnAttribute(string column) : WhereAttribute
{
    public override string Of(string parameter) => $"f.{column} in @{parameter}";
}

/// <summary>A column that has the value, or a greater one; it has an index.</summary>
public sealed class AtLeastAttribute(string column) : WhereAttribute
{
    public override string Of(string parameter) => $"f.{column} >= @{parameter}";

    public override bool IsEquation => false;
}

/// <summary>A column that is true or false; it has an index.</summary>
public sealed class FlagAttribute(string column) : WhereAttribute
{
    public override string Of(string parameter) => $"f.{column} = @{parameter}";
}

/// <summary>Whether a column has any value; it has an index.</summary>
public sealed class HasValueAttribute(string column) : WhereAttribute
{
    public override string Of(string parameter) => $"(f.{column} is not null) = @{parameter}";
}

/// <summary>One of two columns of the list's table that has one of the values.</summary>
public sealed class EitherColumnAttribute(string table, string one, string other) : WhereAttribute
{
    public override string Of(string parameter) =>
        $"f.row in (select row from {table} where {one} in @{parameter} or {other} in @{parameter})";

    public override bool IsRows => true;
}

/// <summary>A predicate of its own.</summary>
public sealed class PredicateAttribute(string predicate) : WhereAttribute
{
    public override string Of(string parameter) => predicate;

    public override bool IsRows => predicate.StartsWith("f.row in ", StringComparison.Ordinal);
}

/// <summary>A table that names the rows of each value, in list order.</summary>
public class LinkedAttribute(string table, string column) : WhereAttribute
{
    public string Table => table;

    /// <summary>The table's column that holds the row of the entry.</summary>
    public virtual string Row => "row";

    /// <summary>The condition on the table.</summary>
    public virtual string Condition(string parameter) => $"{column} in @{parameter}";

    public override string Of(string parameter) => $"f.row in (select {Row} from {table} where {Condition(parameter)})";

    public override bool IsRows => true;
}

/// <summary>A full-text index that has the words of the filter's query <c>Match</c>.</summary>
public sealed class FullTextAttribute(string table) : LinkedAttribute(table, "")
{
    public override string Row => "rowid";

    public override string Condition(string parameter) => $"{Table} match @Match";
}
