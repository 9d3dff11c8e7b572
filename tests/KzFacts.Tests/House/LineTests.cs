using FluentAssertions;

namespace KzFacts.Tests.House;

/// <summary>Lines are short enough to read two files side by side.</summary>
public sealed class LineTests
{
    const int MostCharacters = 140;

    static readonly string[] Endings = [".cs", ".razor", ".js", ".mjs", ".jsx", ".ts", ".css", ".sql", ".csproj", ".props", ".sh", ".md"];

    [Fact]
    public void No_line_has_more_than_140_characters() =>
        SourceFiles.Below(".", Endings).SelectMany(file => LongLines(file.Path, file.Text)).Should().BeEmpty();

    [Fact]
    public void A_long_line_is_found() =>
        LongLines("a.cs", $"one\n{new string('ж', MostCharacters + 1)}\n").Should().Equal("a.cs:2");

    [Fact]
    public void Commands_their_output_and_tables_of_a_document_may_be_longer() =>
        LongLines("a.md", $"```\n{new string('x', 200)}\n```\n|{new string('x', 200)}|\n").Should().BeEmpty();

    static IEnumerable<string> LongLines(string path, string text)
    {
        var isMarkdown = path.EndsWith(".md", StringComparison.Ordinal);
        var isShown = false;
        foreach (var (number, line) in text.Split('\n').Index())
        {
            if (isMarkdown && line.TrimStart().StartsWith("```", StringComparison.Ordinal)) isShown = !isShown;
            if (isShown || (isMarkdown && line.StartsWith('|'))) continue;
            if (line.TrimEnd('\r').Length > MostCharacters) yield return $"{path}:{number + 1}";
        }
    }
}
