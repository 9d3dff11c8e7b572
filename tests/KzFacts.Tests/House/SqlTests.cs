using System.Text.RegularExpressions;
using FluentAssertions;

namespace KzFacts.Tests.House;

/// <summary>SQL is in the query layer, and in the compiler, which writes what the query layer reads.</summary>
public sealed partial class SqlTests
{
    static readonly string[] Rooms = ["src/KzFacts.Data/Querying/", "src/KzFacts.Compiler/"];

    [Fact]
    public void No_file_outside_the_query_layer_and_the_compiler_holds_SQL() =>
        SourceFiles.Below("src").Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal)
            || file.Path.EndsWith(".razor", StringComparison.Ordinal))
            .Where(file => !Rooms.Any(room => file.Path.StartsWith(room, StringComparison.Ordinal)))
            .SelectMany(file => Sql().Matches(file.Text), (file, match) => $"{file.Path}: {match.Value}").Should().BeEmpty();

    [Theory]
    [InlineData("lane.Texts(\"select id from fact\")", true)]
    [InlineData("\"\"\"\n    with kept as (select 1) select 2", true)]
    [InlineData("[Where(\"f.kind in @Kind\")]", true)]
    [InlineData("\"with a label\"", false)]
    [InlineData("select a page from the list", false)]
    public void SQL_is_told_from_prose(string text, bool isSql) => Sql().IsMatch(text).Should().Be(isSql);

    [GeneratedRegex(
        "\"\\s*(select\\s.*\\sfrom\\s|select 1\\b|with \\w+ as|insert into|update \\w+ set|delete from|create (table|index|view)|pragma " +
        "|explain )|\"[^\"\\n]*\\bf\\.\\w+ (=|in|<|>|<=|>=) ", RegexOptions.Singleline)]
    private static partial Regex Sql();
}
