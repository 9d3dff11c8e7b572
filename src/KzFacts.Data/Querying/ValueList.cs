using System.Data;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dapper;

namespace KzFacts.Data.Querying;

/// <summary>Sends a list of values to SQLite as one parameter, a JSON array. The statement then has the same text for any number of
/// values, and is compiled once.</summary>
sealed partial class ValueList : SqlMapper.TypeHandler<string[]>
{
    public override void SetValue(IDbDataParameter parameter, string[]? value) =>
        parameter.Value = value is null ? DBNull.Value : JsonSerializer.Serialize(value);

    public override string[] Parse(object value) => throw new NotSupportedException("Lists are sent, and not read.");

    /// <summary>The SQL of a condition in which <c>in @Name</c> stands for a list of values.</summary>
    /// <param name="isSingle">Whether the list has exactly one value. The condition is then an equation, which an index answers in
    /// list order.</param>
    public static string Sql(string condition, bool isSingle) =>
        InList().Replace(condition, isSingle ? "= (@$1 ->> 0)" : "in (select value from json_each(@$1))");

    [GeneratedRegex(@"\bin @(\w+)")]
    private static partial Regex InList();
}
