using System.Text.RegularExpressions;
using FluentAssertions;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Doors;

public sealed partial class ExampleTests(Served served)
{
    public static TheoryData<string, string, string> Examples =>
        [.. new[] { "README.md", "docs/asking.md", "docs/checking.md", "docs/dashboards.md" }.SelectMany(file =>
            Example().Matches(File.ReadAllText(Repository.Path(file)))
            .Select(match => (file, match.Groups["command"].Value.Trim(), match.Groups["answer"].Value.Trim())))];

    [Theory, MemberData(nameof(Examples))]
    public async Task An_example_of_the_documents_answers_what_they_show(string file, string command, string answer)
    {
        Tool.Need("curl");
        var address = served.Address.ToString().TrimEnd('/');

        var (exitCode, output) = await Tool.RunAsync("bash", Repository.Path(), "-c",
            command.Replace("http://localhost:5080", address).Replace("curl ", "curl -sS ")
                .Replace("dotnet run --project src/KzFacts.Cli -- verify",
                $"dotnet '{Repository.CommandLine}' verify --db '{served.Database}'"));

        exitCode.Should().Be(0, $"{file}: {command}: {output}");
        if (answer.Length > 0)
            Compact(CurlsOwn().Replace(output.Replace(address, "http://localhost:5080"), "")).Should()
                .MatchRegex($"^{Pattern(answer)}$", $"{file}: {command}");
        else output.Should().NotContain("/problems/", command);
    }

    [Fact]
    public void The_documents_show_examples() => Examples.Should().HaveCountGreaterThan(10);

    /// <summary>White space outside words is ignored, and an ellipsis stands for anything.</summary>
    static string Compact(string text) => Space().Replace(text, "");

    static string Pattern(string answer) => string.Join(@"[\s\S]*", Compact(answer).Split('…').Select(Regex.Escape));

    [GeneratedRegex("```sh\n(?<command>.*?)```(?:\n```(?:json|text)\n(?<answer>.*?)```)?", RegexOptions.Singleline)]
    private static partial Regex Example();

    /// <summary>The message of curl when the time for a stream is over.</summary>
    [GeneratedRegex(@"curl: \(28\).*")]
    private static partial Regex CurlsOwn();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
